/** `beback read-mail`: salespeople's answers to their mailed lists, logged as if they had typed them. */

import { EXIT } from '../../domain/fault.ts';
import { readMails } from '../../operations/mailing/read-mails.ts';
import { type MailRead, mailsReadAsText } from '../../render/mails-read-as-text.ts';
import type { Context } from '../context.ts';
import { type RunResult, recordedRun } from '../recorded-run.ts';

export function runReadMail(context: Context, paths: readonly string[]): Promise<number> {
  return recordedRun(context, 'read-mail', () => readAll(context, paths));
}

async function readAll(context: Context, paths: readonly string[]): Promise<RunResult> {
  const { store, settings, day } = context;
  const acting = () => context.acting;
  const dayOf = (instant: Date) => context.dayOf(instant);
  const { mails, isBox } = await readMails({ store, settings, day, acting, dayOf }, paths);
  const count = (state: MailRead['state']): number => mails.filter((mail) => mail.state === state).length;
  const logged = mails.reduce((sum, mail) => sum + mail.logged.length, 0);
  const notUnderstood = mails.reduce((sum, mail) => sum + mail.not_understood.length, 0);
  const needsLook = notUnderstood > 0 || count('refused') > 0 || (!isBox && count('other') > 0);
  if (context.json) context.printJson({ mails });
  else if (!context.quiet || needsLook) context.terminal.print(mailsReadAsText(mails));
  return {
    exit: needsLook ? EXIT.needsLook : EXIT.done,
    counts: { mails: mails.length, logged, not_understood: notUnderstood, refused: count('refused') },
  };
}
