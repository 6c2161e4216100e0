/** `beback read-mail`: salespeople's answers to their mailed lists, logged as if they had typed them. */

import { EXIT, type ExitCode, Fault } from '../../domain/fault.ts';
import type { MailSession } from '../../operations/mailing/read-answer.ts';
import { readMailbox } from '../../operations/mailing/read-mailbox.ts';
import { readMails } from '../../operations/mailing/read-mails.ts';
import { type ReportsSent, sendReports } from '../../operations/mailing/send-reports.ts';
import { counted } from '../../render/counted.ts';
import { type MailRead, mailboxReadAsText, mailsReadAsText } from '../../render/mails-read-as-text.ts';
import { mailboxObstacleInWords } from '../../render/sending-in-words.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';
import { tellTrouble } from '../mail-trouble.ts';
import { type RunResult, recordedRun } from '../recorded-run.ts';
import { complain } from '../tell-mails-due.ts';

/** @param paths none: the mailbox of the settings */
export function runReadMail(context: Context, paths: readonly string[]): Promise<number> {
  return recordedRun(context, 'read-mail', () => readAll(context, paths));
}

interface Read {
  readonly mails: readonly MailRead[];
  readonly text: string;
  /** what a program is told beside the mails */
  readonly about: Readonly<Record<string, unknown>>;
  readonly looked: number;
  readonly needsLook: boolean;
  /** of what kept the mailbox from being read */
  readonly exit: ExitCode;
}

async function readAll(context: Context, paths: readonly string[]): Promise<RunResult> {
  const { store, settings, day } = context;
  const acting = () => context.acting;
  const dayOf = (instant: Date) => context.dayOf(instant);
  const session: MailSession = { store, settings, day, acting, dayOf };
  const read = await (paths.length === 0 ? fromMailbox(context, session) : fromFiles(session, paths));
  const { mails, needsLook } = read;
  if (!context.json && (!context.quiet || needsLook)) context.terminal.print(read.text);
  const told = await tellSalespeople(context, session);
  if (context.json)
    context.printJson({ ...read.about, mails, reports: { sent: told.sent, waiting: told.waiting } });
  const exits = [needsLook ? EXIT.needsLook : EXIT.done, read.exit, told.exit];
  return {
    exit: exits.find((exit) => exit !== EXIT.done) ?? EXIT.done,
    counts: {
      mails: read.looked,
      logged: mails.reduce((sum, mail) => sum + mail.logged.length, 0),
      not_understood: mails.reduce((sum, mail) => sum + mail.not_understood.length, 0),
      refused: count(mails, 'refused'),
      ...(told.sent > 0 ? { reports: told.sent } : {}),
    },
  };
}

const count = (mails: readonly MailRead[], state: MailRead['state']): number =>
  mails.filter((mail) => mail.state === state).length;

const isToSee = (mails: readonly MailRead[]): boolean =>
  mails.some((mail) => mail.state === 'refused' || mail.not_understood.length > 0);

async function fromFiles(session: MailSession, paths: readonly string[]): Promise<Read> {
  const { mails, isBox } = await readMails(session, paths);
  return {
    mails,
    text: mailsReadAsText(mails),
    about: {},
    looked: mails.length,
    needsLook: isToSee(mails) || (!isBox && count(mails, 'other') > 0),
    exit: EXIT.done,
  };
}

async function fromMailbox(context: Context, session: MailSession): Promise<Read> {
  const { terminal } = context;
  const passwords = context.mailPasswords;
  const read = await readMailbox(session, { passwords, now: () => new Date() });
  const { mailbox, server, looked, mails, waiting, isUnmarked, obstacle } = read;
  if (obstacle !== null) complain(terminal, mailboxObstacleInWords(server, obstacle));
  if (waiting > 0)
    complain(terminal, `${counted(waiting, 'mail waits', 'mails wait')} in it for the next run`);
  if (isUnmarked)
    terminal.talk('The mailbox does not let beback mark what it read; nothing is read twice all the same.\n');
  return {
    mails,
    text: mailboxReadAsText(mailbox, { looked, mails }),
    about: { mailbox, server, looked_at: looked, waiting, why: obstacle?.text ?? null },
    looked,
    needsLook: isToSee(mails),
    exit: obstacle === null ? EXIT.done : obstacle.needsPerson ? EXIT.needsLook : EXIT.tryAgain,
  };
}

/** What was read is read, whatever keeps us from telling. */
async function tellSalespeople(
  context: Context,
  session: MailSession,
): Promise<Pick<ReportsSent, 'sent' | 'waiting'> & { readonly exit: number }> {
  const { terminal } = context;
  try {
    const sent = await sendReports(session, { passwords: context.mailPasswords, now: () => new Date() });
    const { stoppedBy, troubles } = sent;
    if (sent.sent > 0) terminal.talk(`${counted(sent.sent, 'mail')} sent to say what was not understood.\n`);
    const exits = troubles.map(({ address, answer }) =>
      tellTrouble(terminal, `the mail to ${address} on what was not understood`, '', { answer }),
    );
    if (stoppedBy !== null)
      exits.push(tellTrouble(terminal, '', stoppedBy.server, { obstacle: stoppedBy.obstacle }));
    return { ...sent, exit: exits[0] ?? EXIT.done };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    terminal.complain(
      `beback: nobody could be told what was not understood: ${safeForTerminal(error.message)}\n`,
    );
    if (error.hint !== undefined) terminal.complain(`try: ${safeForTerminal(error.hint)}\n`);
    return { sent: 0, waiting: 0, exit: error.exit };
  }
}
