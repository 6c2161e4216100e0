/** Adding rows to the journal, inside the transaction of what they tell of. */

import { randomBytes } from 'node:crypto';
import type { Acting } from '../../domain/acting.ts';
import type { Action } from '../../domain/entry.ts';
import { digestOf, hashOf, type JournalRow } from '../../domain/journal-chain.ts';
import type { Store } from '../engine/store.ts';

/** What a row says; its place, digest and hash are found when it is written. */
export interface NewRow extends Omit<JournalRow, 'id' | 'digest' | 'hash'> {
  readonly salt: string;
  /** JSON */
  readonly content: string;
}

export interface Deed {
  readonly customerId: number | null;
  readonly action: Action;
  /** as JSON it is kept apart, so that it can be erased */
  readonly details: object;
  /** where it is not the day acted on */
  readonly on?: string;
}

/** The row of a deed, with a salt of its own. */
export const rowOf = (acting: Acting, { customerId, action, details, on }: Deed): NewRow => ({
  at: acting.at,
  on: on ?? acting.on,
  by: acting.by,
  for_whom: acting.forWhom?.name ?? null,
  os_user: acting.osUser,
  action,
  customer_id: customerId,
  salt: newSalt(),
  content: JSON.stringify(details),
});

/** 32 hex digits. */
export const newSalt = (): string => randomBytes(16).toString('hex');

/** Inside a transaction: adds the row of a deed. Gives its id. */
export const addToJournal = (db: Store, acting: Acting, deed: Deed): number =>
  appendRow(db, rowOf(acting, deed));

/**
 * Inside a transaction: binds the row to the last one. Gives its id.
 * @param wanted the id it has already, as an entry of before
 */
export function appendRow(db: Store, { salt, content, ...said }: NewRow, wanted?: number): number {
  const last = db
    .prepare<[], { id: number; hash: string }>('SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1')
    .get();
  const row = { ...said, id: wanted ?? (last?.id ?? 0) + 1, digest: digestOf({ salt, content }) };
  db.prepare(
    `INSERT INTO journal (id, at, "on", "by", for_whom, os_user, action, customer_id, digest, hash)
     VALUES (:id, :at, :on, :by, :for_whom, :os_user, :action, :customer_id, :digest, :hash)`,
  ).run({ ...row, hash: hashOf(last?.hash ?? null, row) });
  db.prepare('INSERT INTO journal_content (id, salt, content) VALUES (?, ?, ?)').run(row.id, salt, content);
  return row.id;
}
