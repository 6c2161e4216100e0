/** `beback send`: mails every salesperson today's list, once. */

import { resolve } from 'node:path';
import { daysBetween } from '../../domain/day.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { singleAddress } from '../../domain/mail-address.ts';
import { lastExport } from '../../operations/past-imports.ts';
import { counted } from '../../render/counted.ts';
import type { Context } from '../context.ts';
import { recordedRun } from '../recorded-run.ts';
import { wholeNumber } from '../whole-number.ts';

export interface SendFlags {
  readonly for?: string;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly check?: boolean;
  readonly testTo?: string;
  readonly resend?: boolean;
  readonly failIfStale?: string;
}

export async function runSend(context: Context, flags: SendFlags): Promise<number> {
  checkFlags(flags);
  // the lists go out whoever is said to send them
  context.actingName.allow({ areTold: true });
  const staleDays = wholeNumber('--fail-if-stale', flags.failIfStale);
  const resend = flags.resend ?? false;
  if (flags.dryRun) {
    const { writeMailFiles } = await import('../send-dry-run.ts');
    const folder = resolve(flags.out ?? `mail-${context.day}`);
    const exit = await writeMailFiles(context, { for: flags.for, resend, folder });
    return staleDays !== null && isStale(context, staleDays) ? EXIT.needsLook : exit;
  }
  if (flags.check) {
    const to = flags.testTo === undefined ? null : testAddress(flags.testTo);
    return (await import('../send-check.ts')).sendCheck(context, {
      for: flags.for,
      from: senderOf(context),
      to,
    });
  }
  if (flags.testTo !== undefined) {
    const addresses = { from: senderOf(context), to: testAddress(flags.testTo) };
    return (await import('../send-test.ts')).sendTest(context, { for: flags.for, ...addresses });
  }
  return recordedRun(context, 'send', async () => {
    if (!context.settings.mail.enabled) {
      throw usageFault(
        'mail-off',
        'sending is not switched on',
        'try `beback send --check`, look at `--dry-run` and `--test-to ADDRESS`, then set enabled = true under [mail] in the settings',
      );
    }
    const from = senderOf(context);
    const { sendForReal } = await import('../send-for-real.ts');
    const done = await sendForReal(context, { for: flags.for, resend, from });
    return staleDays !== null && isStale(context, staleDays) ? { ...done, exit: EXIT.needsLook } : done;
  });
}

function senderOf({ settings }: Context): string {
  const { from } = settings.mail;
  if (from === null) throw usageFault('no-sender', 'the settings name no sender', 'give from under [mail]');
  return from;
}

/** The lists went out all the same: old ones are better than none, as long as somebody knows. */
function isStale(context: Context, days: number): boolean {
  const last = lastExport(context.session);
  const age = last === null ? null : daysBetween(last.on, context.day);
  if (age !== null && age <= days) return false;
  context.terminal.complain(
    `beback: ${age === null ? 'nothing was ever imported' : `the last import was ${counted(age, 'day')} ago`}: the lists know nothing of what was sold since\n`,
  );
  return true;
}

function checkFlags({ dryRun, out, check, testTo, resend }: SendFlags): void {
  if (check && (dryRun || resend))
    throw usageFault('usage', '--check sends no list', `leave ${dryRun ? '--dry-run' : '--resend'} out`);
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
    `--test-to ${JSON.stringify(text)} is not a single e-mail address`,
    'write it as name@example.com',
  );
}
