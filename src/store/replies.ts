/** Which mailed list an answer belongs to, and which answers were read before. */

import { beginsMessageId, type ListMark } from '../domain/answer-mark.ts';
import type { Day } from '../domain/day.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

export interface AnsweredMail {
  readonly id: number;
  /** without angle brackets */
  readonly messageId: string;
  /** of the list */
  readonly day: Day;
  readonly salesperson: {
    readonly id: number;
    readonly code: string | null;
    readonly name: string;
  };
  /** where the list was sent, and where that person gets mail now */
  readonly addresses: readonly string[];
}

interface AnsweredRow {
  readonly id: number;
  readonly message_id: string;
  readonly day: Day;
  readonly address: string;
  readonly person: number;
  readonly code: string | null;
  readonly name: string;
  readonly email: string | null;
}

const COLUMNS = 'm.id, m.message_id, m.day, m.address, p.id AS person, p.code, p.name, p.email';

/** The list, or report about an answer to one, whose Message-ID is among these (without angle brackets); null for none of ours. */
export function answeredMail(db: Store, messageIds: readonly string[]): AnsweredMail | null {
  const row = db
    .prepare<[string], AnsweredRow>(
      `SELECT ${COLUMNS} FROM ${eachOf('?', 'j')}
       CROSS JOIN mail m ON m.message_id = j.value JOIN salesperson p ON p.id = m.salesperson_id
       WHERE m.kind IN ('calls', 'report') ORDER BY m.day DESC LIMIT 1`,
    )
    .get(JSON.stringify(messageIds));
  return row === undefined ? null : asAnswered(row);
}

/** The list that is named so; null when it is none of ours. */
export function markedMail(db: Store, mark: ListMark): AnsweredMail | null {
  const row = db
    .prepare<{ day: Day; begins: string }, AnsweredRow>(
      `SELECT ${COLUMNS} FROM mail m JOIN salesperson p ON p.id = m.salesperson_id
       WHERE m.day = :day AND m.kind = 'calls' AND substr(m.message_id, 1, length(:begins)) = :begins`,
    )
    .get({ day: mark.day, begins: beginsMessageId(mark) });
  return row === undefined ? null : asAnswered(row);
}

const asAnswered = ({
  id,
  message_id: messageId,
  day,
  address,
  person,
  code,
  name,
  email,
}: AnsweredRow): AnsweredMail => ({
  id,
  messageId,
  day,
  salesperson: { id: person, code, name },
  addresses: email === null ? [address] : [address, email],
});

export const wasRead = (db: Store, messageId: string): boolean =>
  db.prepare<[string], number>('SELECT 1 FROM reply WHERE message_id = ?').pluck().get(messageId) !==
  undefined;

/** Inside the transaction that logs what the answer says. */
export function noteReply(
  db: Store,
  reply: {
    readonly messageId: string;
    readonly mailId: number;
    readonly at: string;
    readonly by: string;
    readonly logged: number;
    readonly notUnderstood: number;
  },
): void {
  db.prepare(
    `INSERT INTO reply (message_id, mail_id, read_at, by, logged, not_understood)
     VALUES (:messageId, :mailId, :at, :by, :logged, :notUnderstood)`,
  ).run(reply);
}

/** The Message-ID of the list that an answer was read for; null for an answer that was not read. */
export const listAnswered = (db: Store, messageId: string): string | null =>
  db
    .prepare<[string], string>(
      'SELECT m.message_id FROM reply r JOIN mail m ON m.id = r.mail_id WHERE r.message_id = ?',
    )
    .pluck()
    .get(messageId) ?? null;
