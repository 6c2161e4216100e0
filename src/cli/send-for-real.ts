/** `beback send` itself, and what is said of each mail while they go out. */

import { EXIT } from '../domain/fault.ts';
import type { Answer, MailRow } from '../domain/mail.ts';
import { leftOutRecords } from '../operations/mailing/mails-due.ts';
import { type DaySent, sendDayMails } from '../operations/mailing/send-day-mails.ts';
import { counted } from '../render/counted.ts';
import { mailRecord, recipientInWords } from '../render/mail-record.ts';
import { ANSWERS_IN_WORDS, obstacleInWords } from '../render/sending-in-words.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import type { Context } from './context.ts';
import type { RunResult } from './recorded-run.ts';
import { complain, tellMailsDue } from './tell-mails-due.ts';

export async function sendForReal(
  context: Context,
  options: { readonly for: string | undefined; readonly resend: boolean; readonly from: string },
): Promise<RunResult> {
  const { store, settings, day, terminal } = context;
  const sent = await sendDayMails(
    { store, settings, day },
    {
      ...options,
      passwords: context.mailPasswords,
      now: () => new Date(),
      acting: context.acting,
      onDue: (due) => tellMailsDue(terminal, due, day, context.settings.store.country),
      onAnswer: (row, answer) => tellAnswer(context, row, answer),
      onObstacle: (server, obstacle) => complain(terminal, obstacleInWords(server, obstacle)),
    },
  );
  return conclude(context, sent);
}

/** Success is talk; what is in doubt is told at the end, with what is in doubt from before. */
function tellAnswer({ terminal }: Context, row: MailRow, answer: Answer): void {
  if (answer.kind === 'unsure') return;
  const line = `${recipientInWords(row)}: ${ANSWERS_IN_WORDS[answer.kind]}`;
  if (answer.kind === 'accepted') terminal.talk(`${safeForTerminal(line)}\n`);
  else complain(terminal, `${line}: ${answer.text}`);
}

function conclude(
  context: Context,
  { due: { leftOut, strangersOff }, accepted, refused, obstacle, rows, unsure, waiting }: DaySent,
): RunResult {
  const { day, terminal } = context;
  for (const row of unsure) complain(terminal, doubtInWords(row));
  if (waiting > 0) complain(terminal, `${counted(waiting, 'mail')} left for the next run`);
  if (rows.length > 0) terminal.talk(`${day}: ${summary(rows, accepted)}\n`);
  if (context.json) {
    context.printJson({
      on: day,
      dry_run: false,
      mails: rows.map(mailRecord),
      left_out: leftOutRecords(leftOut),
      unsure: unsure.map(mailRecord),
    });
  }
  const hasBadAddress = leftOut.some(({ why }) => why === 'bad-address');
  const isWrongInSettings = hasBadAddress || strangersOff.length > 0;
  const needsLook = refused > 0 || unsure.length > 0 || isWrongInSettings || obstacle?.needsPerson === true;
  return {
    exit: needsLook ? EXIT.needsLook : waiting > 0 ? EXIT.tryAgain : EXIT.done,
    counts: { sent: accepted, refused, unsure: unsure.length, waiting },
  };
}

const doubtInWords = (row: MailRow): string =>
  `unsure whether ${recipientInWords(row)} got the mail of ${row.day} (${row.answer ?? 'no answer'}): ask, then \`beback sent settle ${row.id} --as sent\` or \`--as failed\``;

/** `3 mails sent, 2 before, 1 refused` */
function summary(rows: readonly MailRow[], accepted: number): string {
  const count = (state: MailRow['state']): number => rows.filter((row) => row.state === state).length;
  const before = count('sent') - accepted;
  const failed = count('failed');
  return [
    `${counted(accepted, 'mail')} sent`,
    ...(before > 0 ? [`${before} before`] : []),
    ...(failed > 0 ? [`${failed} refused`] : []),
  ].join(', ');
}
