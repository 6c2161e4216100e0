/** `beback send --test-to`: everything to one address, for a look; the ledger is left as it is. */

import type { Context } from '../../cli/context.ts';
import { EXIT } from '../../domain/fault.ts';
import type { Answer } from '../../mail/transport.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { messageOf, newMessageId } from './day-mails.ts';
import { personInWords } from './mail-record.ts';
import { mailTransport } from './mail-transport.ts';
import { complain, mailsDue } from './mails-due.ts';
import type { SendOptions } from './send-options.ts';
import { ANSWERS_IN_WORDS, obstacleInWords } from './send-words.ts';

/** Stops at the first mail that does not go out: the next would fare no better. */
export async function sendTest(
  context: Context,
  options: SendOptions,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<number> {
  const { settings, day, terminal } = context;
  const transport = await mailTransport(settings.mail, settings.path);
  const { mails } = mailsDue(context, options.for);
  let exit: number = EXIT.done;
  const report = [];
  try {
    for (const mail of mails) {
      const { kind, salesperson, calls } = mail;
      const obstacle = await transport.open();
      if (obstacle !== null) {
        complain(terminal, obstacleInWords(transport.name, obstacle));
        exit = obstacle.needsPerson ? EXIT.needsLook : EXIT.tryAgain;
        break;
      }
      const whose = salesperson === null ? mail.address : personInWords(salesperson);
      const message = await messageOf(mail, settings, {
        address: to,
        mark: `[TEST for ${whose}] `,
        messageId: newMessageId(settings, day, kind),
        date: new Date(),
      });
      const answer = await transport.deliver({ from, to, message });
      const who = salesperson && { code: salesperson.code, name: salesperson.name };
      report.push({ kind, salesperson: who, address: to, calls, sent: answer.kind === 'accepted' });
      if (answer.kind !== 'accepted') {
        complain(terminal, `test mail to ${to}: ${ANSWERS_IN_WORDS[answer.kind]}: ${answer.text}`);
        exit = WORTH_ANOTHER_TRY.has(answer.kind) ? EXIT.tryAgain : EXIT.needsLook;
        break;
      }
      terminal.talk(`${safeForTerminal(whose)}: sent to ${to} as a test\n`);
    }
  } finally {
    transport.close();
  }
  if (context.json) context.printJson({ on: day, dry_run: false, test_to: to, mails: report });
  return exit;
}

const WORTH_ANOTHER_TRY: ReadonlySet<Answer['kind']> = new Set(['later', 'lost']);
