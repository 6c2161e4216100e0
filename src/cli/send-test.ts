/** `beback send --test-to`: everything to one address, and what is said of it. */

import { EXIT } from '../domain/fault.ts';
import type { Answer } from '../domain/mail.ts';
import { sendTestMails } from '../operations/mailing/send-test-mails.ts';
import { ANSWERS_IN_WORDS, obstacleInWords } from '../render/sending-in-words.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import type { Context } from './context.ts';
import { complain, tellMailsDue } from './tell-mails-due.ts';

export async function sendTest(
  context: Context,
  options: { readonly for: string | undefined; readonly from: string; readonly to: string },
): Promise<number> {
  const { terminal, session } = context;
  const { to } = options;
  const { mails, server, stoppedBy } = await sendTestMails(session, {
    ...options,
    password: context.mailPassword,
    now: () => new Date(),
    onDue: (due) => tellMailsDue(terminal, due, session.day, context.settings.store.country),
    onSent: (whose) => terminal.talk(`${safeForTerminal(whose)}: sent to ${to} as a test\n`),
  });
  let exit: number = EXIT.done;
  if (stoppedBy !== null && 'obstacle' in stoppedBy) {
    complain(terminal, obstacleInWords(server, stoppedBy.obstacle));
    exit = stoppedBy.obstacle.needsPerson ? EXIT.needsLook : EXIT.tryAgain;
  } else if (stoppedBy !== null) {
    const { kind, text } = stoppedBy.answer;
    complain(terminal, `test mail to ${to}: ${ANSWERS_IN_WORDS[kind]}: ${text}`);
    exit = WORTH_ANOTHER_TRY.has(kind) ? EXIT.tryAgain : EXIT.needsLook;
  }
  if (context.json) context.printJson({ on: session.day, dry_run: false, test_to: to, mails });
  return exit;
}

const WORTH_ANOTHER_TRY: ReadonlySet<Answer['kind']> = new Set(['later', 'lost']);
