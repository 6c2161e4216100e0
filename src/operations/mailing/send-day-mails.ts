/** Sending the mails of the day: what is due and not done yet goes out, and the ledger says what came of it. */

import type { Acting } from '../../domain/acting.ts';
import { EXIT, Fault } from '../../domain/fault.ts';
import type { Answer, MailRow, Obstacle } from '../../domain/mail.ts';
import { type SendingLock, takeSendingLock } from '../../store/engine/sending-lock.ts';
import {
  doubtWhatWasLeft,
  findMail,
  isToSend,
  mailsOfDay,
  planMails,
  reopenMails,
  unsureMails,
} from '../../store/mail-ledger.ts';
import { tellJournal } from '../../store/writing/tell-journal.ts';
import type { Session } from '../session.ts';
import { type DayMail, messageOf, newMessageId } from './day-mails.ts';
import type { MailPasswords } from './mail-password.ts';
import { MailRun, type Outgoing } from './mail-run.ts';
import { mailTransport } from './mail-transport.ts';
import { byKey, keyOf, type MailsDue, mailsDue, personAskedFor } from './mails-due.ts';

export interface SendingOptions {
  /** name or code of one salesperson; left out: everybody */
  readonly for?: string | undefined;
  /** also what was sent, or refused, already */
  readonly resend: boolean;
  readonly from: string;
  /** given beside the settings */
  readonly passwords: MailPasswords;
  readonly now: () => Date;
  /** who stands in the journal */
  readonly acting: Acting;
  /** told before the first mail goes out */
  readonly onDue: (due: MailsDue) => void;
  /** told of each mail, once, when it is settled */
  readonly onAnswer: (row: MailRow, answer: Answer) => void;
  /** told when nothing more can be sent now */
  readonly onObstacle: (server: string, obstacle: Obstacle) => void;
}

export interface DaySent {
  readonly due: MailsDue;
  /** how many this run handed over */
  readonly accepted: number;
  /** how many this run saw refused for good: told once, not again by the next run */
  readonly refused: number;
  readonly obstacle: Obstacle | null;
  /** of the ledger, those that were due */
  readonly rows: readonly MailRow[];
  /** of whatever day */
  readonly unsure: readonly MailRow[];
  /** how many are left for the next run */
  readonly waiting: number;
}

/** @throws Fault `unknown-salesperson`, `sending-now` (75), and what `mailTransport` throws */
export async function sendDayMails(session: Session, options: SendingOptions): Promise<DaySent> {
  const { store: db, settings, day } = session;
  const { from, now, passwords, acting, onDue, onAnswer, onObstacle } = options;
  const transport = await mailTransport(settings.mail, settings.path, passwords);
  // a --for that names nobody is said before anything is waited for
  personAskedFor(session, options.for);
  const lock = await sendingLock(db.name);
  try {
    doubtWhatWasLeft(db);
    const due = mailsDue(session, options.for);
    onDue(due);
    let refused = 0;
    let accepted = 0;
    const run = new MailRun({
      db,
      transport,
      from,
      now,
      onAnswer: (id, answer) => {
        if (answer.kind === 'refused') refused += 1;
        if (answer.kind === 'accepted') accepted += 1;
        const row = findMail(db, id);
        if (row !== undefined) onAnswer(row, answer);
      },
    });
    try {
      await run.send(outgoing(session, due.mails, options.resend, now));
    } finally {
      // what went out went out, whatever ended the run
      if (accepted > 0)
        tellJournal(db, acting, {
          customerId: null,
          action: 'send',
          details: { day, mails: accepted, refused, for: options.for ?? null },
        });
    }
    const { obstacle } = run;
    if (obstacle !== null) onObstacle(transport.name, obstacle);
    const keys = new Set(due.mails.map(keyOf));
    const rows = mailsOfDay(db, day).filter((row) => keys.has(keyOf(row)));
    const waiting = rows.filter(isToSend).length;
    return { due, accepted, refused, obstacle, rows, unsure: unsureMails(db), waiting };
  } finally {
    transport.close();
    lock.release();
  }
}

const LOCK_POLL_MS = 250;
const LOCK_WAIT_MS = 30_000;

/** Another cron may have started in the same minute: it is waited for, and mostly leaves nothing to do. */
async function sendingLock(databasePath: string): Promise<SendingLock> {
  for (let waited = 0; waited <= LOCK_WAIT_MS; waited += LOCK_POLL_MS) {
    const lock = takeSendingLock(databasePath);
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
function outgoing(
  { store, settings, day }: Session,
  mails: readonly DayMail[],
  resend: boolean,
  now: () => Date,
): Outgoing[] {
  const planned = mails.map((mail) => ({ ...mail, day, messageId: newMessageId(settings, day, mail.kind) }));
  planMails(store, planned, now().toISOString());
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
      const compose = () => messageOf(mail, settings, { address, mark: '', messageId, date: now() });
      return { id, address, compose };
    });
}
