/** `beback send`: mails every salesperson today's list, once. */

import { usageFault } from '../../domain/fault.ts';
import { singleAddress } from '../../domain/mail-address.ts';
import type { Context } from '../context.ts';

export interface SendOptions {
  readonly for?: string;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly testTo?: string;
  readonly resend?: boolean;
}

export async function runSend(context: Context, options: SendOptions): Promise<number> {
  checkFlags(options);
  const { from, enabled } = context.settings.mail;
  if (options.dryRun) return (await import('../write-mails.ts')).writeMails(context, options);
  if (options.testTo === undefined && !enabled) {
    throw usageFault(
      'mail-off',
      'sending is not switched on',
      'look at `beback send --dry-run` and `--test-to ADDRESS` first, then set enabled = true under [mail] in the settings',
    );
  }
  if (from === null) throw usageFault('no-sender', 'the settings name no sender', 'give from under [mail]');
  return options.testTo === undefined
    ? (await import('../send-for-real.ts')).sendForReal(context, options, from)
    : (await import('../send-test.ts')).sendTest(context, options, { from, to: testAddress(options.testTo) });
}

function checkFlags({ dryRun, out, testTo, resend }: SendOptions): void {
  if (dryRun && testTo !== undefined)
    throw usageFault('usage', '--dry-run and --test-to exclude each other', 'give one of them');
  if (out !== undefined && !dryRun)
    throw usageFault('usage', '--out is where --dry-run writes', 'add --dry-run');
  if (resend && testTo !== undefined)
    throw usageFault('usage', '--test-to sends everything, whatever was sent before', 'leave --resend out');
}

function testAddress(text: string): string {
  const address = singleAddress(text);
  if (address !== null) return address;
  throw usageFault(
    'bad-email',
    `--test-to ${JSON.stringify(text)} is no single e-mail address`,
    'write it as name@example.com',
  );
}
