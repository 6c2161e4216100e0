/** The ledger of mails: each change is a transaction of its own, committed before anything else is done. */

import type { Day } from '../domain/day.ts';
import type { MailKind, MailRow, MailState } from '../domain/mail.ts';
import { anyCase } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

export interface NewMail {
  readonly day: Day;
  readonly kind: MailKind;
  readonly recipient: string;
  readonly salespersonId: number | null;
  readonly address: string;
  readonly messageId: string;
}

const SELECT = `SELECT m.id, m.day, m.kind, m.recipient, p.code, p.name, m.address, m.message_id, m.state, m.tries, m.answer,
  m.planned_at, m.tried_at, m.settled_at, m.settled_by FROM mail m LEFT JOIN salesperson p ON p.id = m.salesperson_id`;
const ORDER = `ORDER BY m.day DESC, m.kind, ${anyCase('p.name')}, m.address, m.id`;

/** Writes down what is to be sent; what the day has already stays as it is. @param at UTC instant, as in every function here */
export function planMails(db: Store, mails: readonly NewMail[], at: string): void {
  const insert = db.prepare(
    `INSERT INTO mail (day, kind, recipient, salesperson_id, address, message_id, state, planned_at)
     VALUES (:day, :kind, :recipient, :salespersonId, :address, :messageId, 'planned', :at) ON CONFLICT (day, kind, recipient) DO NOTHING`,
  );
  db.transaction(() => {
    for (const mail of mails) insert.run({ ...mail, at });
  }).immediate();
}

export const findMail = (db: Store, id: number): MailRow | undefined =>
  db.prepare<[number], MailRow>(`${SELECT} WHERE m.id = ?`).get(id);

export const mailsOfDay = (db: Store, day: Day): MailRow[] =>
  db.prepare<[Day], MailRow>(`${SELECT} WHERE m.day = ? ${ORDER}`).all(day);

/** The mails since a day and, however old, those in doubt; the newest day first. */
export const mailsSince = (db: Store, day: Day): MailRow[] =>
  db
    .prepare<[Day], MailRow>(`${SELECT} WHERE m.day >= ? OR m.state IN ('sending', 'unsure') ${ORDER}`)
    .all(day);

/** By recipient, when their last mail of a kind for an earlier day went out (UTC). */
export function lastSent(db: Store, kind: MailKind, before: Day): Map<string, string> {
  const rows = db
    .prepare<[MailKind, Day], [string, string]>(
      `SELECT recipient, max(settled_at) FROM mail WHERE kind = ? AND state = 'sent' AND day < ? AND settled_at IS NOT NULL
       GROUP BY recipient`,
    )
    .raw();
  return new Map(rows.all(kind, before));
}

export const unsureMails = (db: Store): MailRow[] =>
  db.prepare<[], MailRow>(`${SELECT} WHERE m.state = 'unsure' ${ORDER}`).all();

/** What the next try may take: planned, or said by a person not to have arrived. */
const TO_SEND = `(state = 'planned' OR (state = 'failed' AND settled_by IS NOT NULL))`;

export const isToSend = ({ state, settled_by }: Pick<MailRow, 'state' | 'settled_by'>): boolean =>
  state === 'planned' || (state === 'failed' && settled_by !== null);

/** Takes a row for one try; false when somebody else has it, or it is done. */
export function claimMail(db: Store, id: number, address: string, at: string): boolean {
  const claim = db.prepare(
    `UPDATE mail SET state = 'sending', address = :address, tries = tries + 1, tried_at = :at, answer = NULL,
     settled_at = NULL, settled_by = NULL WHERE id = :id AND ${TO_SEND}`,
  );
  return db.transaction(() => claim.run({ id, address, at }).changes === 1).immediate();
}

/** Writes down what came of a try. `planned` leaves it to the next run. */
export function settleMail(
  db: Store,
  id: number,
  state: Exclude<MailState, 'sending'>,
  answer: string,
  at: string,
): void {
  const settle = db.prepare(
    `UPDATE mail SET state = :state, answer = :answer, settled_at = CASE WHEN :state IN ('sent', 'failed') THEN :at END
     WHERE id = :id AND state = 'sending'`,
  );
  db.transaction(() => settle.run({ id, state, answer, at })).immediate();
}

/** To be called by the only sender: what is still `sending` was left so by one that died. */
export function doubtWhatWasLeft(db: Store): void {
  const doubt = db.prepare(
    `UPDATE mail SET state = 'unsure', answer = 'the program ended before the mail server had answered'
     WHERE state = 'sending'`,
  );
  if (db.prepare(`SELECT EXISTS (SELECT 1 FROM mail WHERE state = 'sending')`).pluck().get() === 0) return;
  db.transaction(() => doubt.run()).immediate();
}

/** A person decides a row in doubt; false when it is not in doubt. */
export function settleByHand(
  db: Store,
  id: number,
  { state, by, at }: { readonly state: 'sent' | 'failed'; readonly by: string; readonly at: string },
): boolean {
  const settle = db.prepare(
    `UPDATE mail SET state = :state, settled_at = :at, settled_by = :by WHERE id = :id AND state = 'unsure'`,
  );
  return db.transaction(() => settle.run({ id, state, by, at }).changes === 1).immediate();
}

/**
 * Makes rows that are done sendable again. One that arrived gets a new id, or the recipient's server would drop the
 * second message as the same; one that never did keeps its own.
 */
export function reopenMails(db: Store, mails: readonly { id: number; newMessageId: string }[]): void {
  const reopen = db.prepare(
    `UPDATE mail SET message_id = CASE state WHEN 'sent' THEN :newMessageId ELSE message_id END, state = 'planned',
     settled_at = NULL, settled_by = NULL WHERE id = :id AND state IN ('sent', 'failed')`,
  );
  db.transaction(() => {
    for (const mail of mails) reopen.run(mail);
  }).immediate();
}

/** A report about an answer, as it is to be written. */
export interface PlannedReport {
  readonly id: number;
  readonly day: Day;
  /** the Message-ID of the answer */
  readonly answer_id: string;
  readonly name: string;
  readonly address: string;
  readonly message_id: string;
  readonly report: string;
}

/** Inside the transaction that logs the answer; there is one for each answer. @param report JSON */
export function planReport(
  db: Store,
  mail: Omit<NewMail, 'kind' | 'recipient'> & { readonly answerId: string; readonly report: string },
  at: string,
): void {
  db.prepare(
    `INSERT INTO mail (day, kind, recipient, salesperson_id, address, message_id, state, planned_at, report)
     VALUES (:day, 'report', :answerId, :salespersonId, :address, :messageId, 'planned', :at, :report)
     ON CONFLICT (day, kind, recipient) DO NOTHING`,
  ).run({ ...mail, at });
}

/** Those that are to be sent, the oldest first. @param since UTC instant: whoever hears of an answer later does no more with it */
export const plannedReports = (db: Store, since: string): PlannedReport[] =>
  db
    .prepare<[string], PlannedReport>(
      `SELECT m.id, m.day, m.recipient AS answer_id, p.name, m.address, m.message_id, m.report FROM mail m
       JOIN salesperson p ON p.id = m.salesperson_id
       WHERE m.kind = 'report' AND ${TO_SEND} AND m.planned_at >= ? ORDER BY m.tries, m.id`,
    )
    .all(since);
