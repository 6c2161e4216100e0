/** `beback send` itself: what is due and not done yet goes out, and the ledger says what came of it. */

import type { Context } from '../../cli/context.ts';
import type { RunResult } from '../../cli/recorded-run.ts';
import { EXIT, Fault } from '../../domain/fault.ts';
import type { Answer, Obstacle } from '../../mail/transport.ts';
import { counted } from '../../render/counted.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { type SendingLock, takeSendingLock } from '../../store/engine/sending-lock.ts';
import {
  doubtWhatWasLeft,
  findMail,
  isToSend,
  type MailRow,
  mailsOfDay,
  planMails,
  reopenMails,
  unsureMails,
} from '../../store/mail-ledger.ts';
import { type DayMail, messageOf, newMessageId } from './day-mails.ts';
import { mailRecord, recipientInWords } from './mail-record.ts';
import { mailTransport } from './mail-transport.ts';
import {
  byKey,
  complain,
  keyOf,
  leftOutRecords,
  type MailsDue,
  mailsDue,
  personAskedFor,
} from './mails-due.ts';
import { MailRun, type Outgoing } from './send-mails.ts';
import type { SendOptions } from './send-options.ts';
import { ANSWERS_IN_WORDS, obstacleInWords } from './send-words.ts';

export async function sendForReal(context: Context, options: SendOptions, from: string): Promise<RunResult> {
  const { store: db } = context;
  const transport = await mailTransport(context.settings.mail, context.settings.path);
  // a --for that names nobody is said before anything is waited for
  personAskedFor(context, options.for);
  const lock = await sendingLock(context);
  try {
    doubtWhatWasLeft(db);
    const due = mailsDue(context, options.for);
    let refused = 0;
    let accepted = 0;
    const run = new MailRun({
      db,
      transport,
      from,
      now: () => new Date(),
      onAnswer: (id, answer) => {
        if (answer.kind === 'refused') refused += 1;
        if (answer.kind === 'accepted') accepted += 1;
        tellAnswer(context, id, answer);
      },
    });
    await run.send(outgoing(context, due.mails, options.resend ?? false));
    if (run.obstacle !== null) complain(context.terminal, obstacleInWords(transport.name, run.obstacle));
    return conclude(context, { due, accepted, refused, obstacle: run.obstacle });
  } finally {
    transport.close();
    lock.release();
  }
}

const LOCK_POLL_MS = 250;
const LOCK_WAIT_MS = 30_000;

/** Another cron may have started in the same minute: it is waited for, and mostly leaves nothing to do. */
async function sendingLock(context: Context): Promise<SendingLock> {
  for (let waited = 0; waited <= LOCK_WAIT_MS; waited += LOCK_POLL_MS) {
    const lock = takeSendingLock(context.databasePath);
    if (lock !== null) return lock;
    await new Promise((done) => setTimeout(done, LOCK_POLL_MS));
  }
  throw new Fault('another beback is sending the mails of this store', {
    code: 'sending-now',
    hint: 'it goes on by itself; `beback sent` shows how far it is',
    exit: EXIT.tryAgain,
  });
}

/**
 * Plans what is due, once a day and recipient, and gives what is still to be sent. What was tried least comes first: a
 * mail on which the connection breaks every time must not keep those behind it waiting, run after run.
 */
function outgoing(context: Context, mails: readonly DayMail[], resend: boolean): Outgoing[] {
  const { store, settings, day } = context;
  const planned = mails.map((mail) => ({ ...mail, day, messageId: newMessageId(settings, day, mail.kind) }));
  planMails(store, planned, new Date().toISOString());
  if (resend) {
    const rows = byKey(mailsOfDay(store, day));
    const again = mails.map((mail) => rows.get(keyOf(mail))?.id ?? 0);
    reopenMails(
      store,
      again.map((id, i) => ({ id, newMessageId: planned[i]?.messageId ?? '' })),
    );
  }
  const rows = byKey(mailsOfDay(store, day));
  return mails
    .flatMap((mail) => {
      const row = rows.get(keyOf(mail));
      return row !== undefined && isToSend(row) ? [{ mail, row }] : [];
    })
    .sort((a, b) => a.row.tries - b.row.tries)
    .map(({ mail, row: { id, message_id: messageId } }) => {
      const { address } = mail;
      const compose = () => messageOf(mail, settings, { address, mark: '', messageId, date: new Date() });
      return { id, address, compose };
    });
}

/** Success is talk; what is in doubt is told at the end, with what is in doubt from before. */
function tellAnswer(context: Context, id: number, answer: Answer): void {
  const row = findMail(context.store, id);
  if (row === undefined || answer.kind === 'unsure') return;
  const line = `${recipientInWords(row)}: ${ANSWERS_IN_WORDS[answer.kind]}`;
  if (answer.kind === 'accepted') context.terminal.talk(`${safeForTerminal(line)}\n`);
  else complain(context.terminal, `${line}: ${answer.text}`);
}

interface Sending {
  readonly due: MailsDue;
  /** how many this run handed over */
  readonly accepted: number;
  /** how many this run saw refused for good: told once, not again by the next run */
  readonly refused: number;
  readonly obstacle: Obstacle | null;
}

function conclude(
  context: Context,
  { due: { mails, leftOut, strangersOff }, accepted, refused, obstacle }: Sending,
): RunResult {
  const { existingStore: store, day, terminal } = context;
  const keys = new Set(mails.map(keyOf));
  const rows = mailsOfDay(store, day).filter((row) => keys.has(keyOf(row)));
  const unsure = unsureMails(store);
  for (const row of unsure) complain(terminal, doubtInWords(row));
  const waiting = rows.filter(isToSend).length;
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
