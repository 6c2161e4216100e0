/** The entries of the journal that are deeds: written with the facts they make, looked up again. */

import type { Acting } from '../../domain/acting.ts';
import type { Action, Entry } from '../../domain/entry.ts';
import { foldedWords } from '../../values/fold-text.ts';
import type { Store } from '../engine/store.ts';
import { addToJournal } from './journal.ts';

type EntryRow = Omit<Entry, 'details'> & { readonly details: string | null };

export interface NewEntry {
  readonly customerId: number | null;
  /** where it names several */
  readonly customers?: readonly number[];
  readonly action: Action;
  readonly details: object;
  readonly source?: string | null;
  /** the day of the deed, where it is not the day acted on */
  readonly on?: string;
}

/** Writes the entry that facts of the same transaction then name. */
export function addEntry(db: Store, acting: Acting, entry: NewEntry): number {
  const id = addToJournal(db, acting, entry);
  db.prepare(
    'INSERT INTO entry (id, salesperson_id, customer_id, source) VALUES (:id, :salespersonId, :customerId, :source)',
  ).run({
    id,
    salespersonId: acting.salespersonId,
    customerId: entry.customerId,
    source: entry.source ?? null,
  });
  const names = db.prepare('INSERT INTO entry_named (customer_id, entry_id) VALUES (?, ?)');
  for (const customer of new Set(entry.customers)) names.run(customer, id);
  return id;
}

/** A name as it was last written by whoever has it and is no salesperson; case and blanks make nobody somebody else. */
export function nameInRecord(db: Store, name: string): string {
  const key = foldedWords(name).join(' ');
  const names = db
    .prepare<[], string>('SELECT "by" FROM journal GROUP BY "by" ORDER BY max(id) DESC')
    .pluck()
    .all();
  return names.find((one) => key !== '' && foldedWords(one).join(' ') === key) ?? name;
}

const ENTRIES = `SELECT j.id, j.at, j."on", j."by", j.for_whom AS "for", j.os_user, coalesce(e.customer_id, j.customer_id) AS customer_id,
  j.action, c.content AS details, j.hash, e.undone_at, e.undone_by, e.undone_why
  FROM journal j LEFT JOIN journal_content c ON c.id = j.id LEFT JOIN entry e ON e.id = j.id`;

/** Null for none. */
export function entryOfId(db: Store, id: number): Entry | null {
  const row = db.prepare<[number], EntryRow>(`${ENTRIES} WHERE j.id = ?`).get(id);
  return row === undefined ? null : entryOf(row);
}

/**
 * The newest entry that was read from this line of a sheet or reply, or written as this letter, unless it was taken back.
 * @param takenBack also one that was taken back
 */
export function entryFrom(db: Store, source: string, takenBack = false): Entry | null {
  const id = db
    .prepare<{ source: string; all: number }, number>(
      'SELECT id FROM entry WHERE source = :source AND (:all OR undone_at IS NULL) ORDER BY id DESC LIMIT 1',
    )
    .pluck()
    .get({ source, all: takenBack ? 1 : 0 });
  return id === undefined ? null : entryOfId(db, id);
}

/**
 * The newest rows of the journal, those taken back included.
 * @param customerId those that name the customer, also as one of several
 */
export function listEntries(
  db: Store,
  wanted: { readonly customerId?: number; readonly limit: number },
): Entry[] {
  const { customerId, limit } = wanted;
  const rows =
    customerId === undefined
      ? db.prepare<[number], EntryRow>(`${ENTRIES} ORDER BY j.id DESC LIMIT ?`).all(limit)
      : db
          .prepare<{ customer: number; limit: number }, EntryRow>(
            `${ENTRIES} WHERE j.id IN (SELECT id FROM journal WHERE customer_id = :customer
             UNION SELECT id FROM entry WHERE customer_id = :customer
             UNION SELECT entry_id FROM entry_named WHERE customer_id = :customer) ORDER BY j.id DESC LIMIT :limit`,
          )
          .all({ customer: customerId, limit });
  return rows.map(entryOf);
}

/** The newest entry of whoever acts that stands and can be taken back; null for none. */
export function lastOwnEntry(
  db: Store,
  { salespersonId, forWhom, by }: Acting,
  actions: ReadonlySet<Action>,
): Entry | null {
  const person = forWhom === null ? salespersonId : null;
  const id = db
    .prepare<{ person: number | null; by: string; actions: string }, number>(
      `SELECT e.id FROM entry e CROSS JOIN journal j ON j.id = e.id WHERE e.undone_at IS NULL
       AND j.action IN (SELECT value FROM json_each(:actions))
       AND CASE WHEN j.for_whom IS NOT NULL THEN j."by" = :by
         ELSE e.salesperson_id IS :person AND (:person IS NOT NULL OR j."by" = :by) END
       ORDER BY e.id DESC LIMIT 1`,
    )
    .pluck()
    .get({ person, by, actions: JSON.stringify([...actions]) });
  return id === undefined ? null : entryOfId(db, id);
}

/** Those of the same run that still stand: letters are written by the dozen. */
export const lettersWith = (db: Store, { at, by }: Entry): Entry[] =>
  db
    .prepare<[string, string], EntryRow>(
      `${ENTRIES} WHERE j.at = ? AND j."by" = ? AND e.undone_at IS NULL AND j.action = 'log'
       AND json_extract(c.content, '$.outcome') = 'letter' ORDER BY j.id`,
    )
    .all(at, by)
    .map(entryOf);

/** What is left of one whose content was erased is when, who and what kind. */
const entryOf = (row: EntryRow): Entry => ({
  ...row,
  details: row.details === null ? {} : (JSON.parse(row.details) as Record<string, unknown>),
});
