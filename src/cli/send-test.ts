/** `beback send --test-to`: everything to one address, and what is said of it. */

import { EXIT } from '../domain/fault.ts';
import { sendTestMails } from '../operations/mailing/send-test-mails.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import type { Context } from './context.ts';
import { tellTrouble } from './mail-trouble.ts';
import { tellMailsDue } from './tell-mails-due.ts';

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
  const exit =
    stoppedBy === null ? EXIT.done : tellTrouble(terminal, `test mail to ${to}`, server, stoppedBy);
  if (context.json) context.printJson({ on: session.day, dry_run: false, test_to: to, mails });
  return exit;
}
