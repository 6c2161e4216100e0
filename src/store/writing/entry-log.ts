/** The record of what people did by hand: who, when, for which customer, what; and taking the last of it back. */

import type { Acting } from '../../domain/acting.ts';
import type { Action, Entry } from '../../domain/entry.ts';
import type { Fault } from '../../domain/fault.ts';
import { usageFault } from '../../domain/fault.ts';
import type { RegistryChange } from '../../domain/registry-change.ts';
import { foldedWords } from '../../values/fold-text.ts';
import type { Store } from '../engine/store.ts';
import { followWishes } from './follow-wishes.ts';
import { takeBackCopy } from './registry-areas.ts';

type EntryRow = Omit<Entry, 'details'> & { readonly details: string };

/** Writes the entry that facts of the same transaction then name. */
export function addEntry(
  db: Store,
  acting: Acting,
  entry: {
    readonly customerId: number | null;
    readonly action: Action;
    readonly details: object;
    readonly source?: string | null;
  },
): number {
  const added = db
    .prepare(
      `INSERT INTO entry (at, by, salesperson_id, customer_id, action, details, source)
       VALUES (:at, :by, :salespersonId, :customerId, :action, :details, :source)`,
    )
    .run({
      at: acting.at,
      by: acting.by,
      salespersonId: acting.salespersonId,
      customerId: entry.customerId,
      action: entry.action,
      details: JSON.stringify(entry.details),
      source: entry.source ?? null,
    });
  return Number(added.lastInsertRowid);
}

/** A name as it was last written by whoever has it and is no salesperson; case and blanks make nobody somebody else. */
export function nameInRecord(db: Store, name: string): string {
  const key = foldedWords(name).join(' ');
  const names = db
    .prepare<[], string>(
      'SELECT by FROM entry WHERE salesperson_id IS NULL GROUP BY by ORDER BY max(id) DESC',
    )
    .pluck()
    .all();
  return names.find((one) => key !== '' && foldedWords(one).join(' ') === key) ?? name;
}

const COLUMNS = 'id, at, by, customer_id, action, details, undone_at, undone_by, undone_why';

/**
 * The newest entry that was read from this line of a sheet or reply, or written as this letter, unless it was taken back.
 * @param takenBack also one that was taken back
 */
export function entryFrom(db: Store, source: string, takenBack = false): Entry | null {
  const row = db
    .prepare<{ source: string; all: number }, EntryRow>(
      `SELECT ${COLUMNS} FROM entry WHERE source = :source AND (:all OR undone_at IS NULL) ORDER BY id DESC LIMIT 1`,
    )
    .get({ source, all: takenBack ? 1 : 0 });
  return row === undefined ? null : entryOf(row);
}

/** The newest entries, those taken back included; of one customer, or of all. */
export function listEntries(
  db: Store,
  wanted: { readonly customerId?: number; readonly limit: number },
): Entry[] {
  return db
    .prepare<{ customer: number | null; limit: number }, EntryRow>(
      `SELECT ${COLUMNS} FROM entry WHERE :customer IS NULL OR customer_id = :customer ORDER BY id DESC LIMIT :limit`,
    )
    .all({ customer: wanted.customerId ?? null, limit: wanted.limit })
    .map(entryOf);
}

/**
 * Takes back the last thing `acting` did that still stands, with everything that followed from it.
 * @param ofCustomers whether only what was logged of customers is meant
 * @throws Fault `nothing-to-undo`; `no-reason` for a wish not to be contacted, or a copy of the registry, that is no slip of
 * just now; `later-entry`
 */
export function undoLast(db: Store, acting: Acting, why: string | null, ofCustomers = false): Entry[] {
  return db
    .transaction((): Entry[] => {
      const row = db
        .prepare<{ id: number | null; by: string; all: number }, EntryRow>(
          `SELECT ${COLUMNS} FROM entry WHERE undone_at IS NULL AND (:all OR customer_id IS NOT NULL) AND
           ((:id IS NOT NULL AND salesperson_id = :id) OR (:id IS NULL AND salesperson_id IS NULL AND by = :by))
           ORDER BY id DESC LIMIT 1`,
        )
        .get({ id: acting.salespersonId, by: acting.by, all: ofCustomers ? 0 : 1 });
      if (row === undefined) throw nothingToUndo(acting);
      if (why === null && acting.at > later(row.at, SLIP_MS)) {
        refuseWish(db, row.id);
        refuseCopy(row);
      }
      return together(db, row).map((entry) => takeBack(db, entry, acting, why));
    })
    .immediate();
}

/** Letters are written by the dozen, and taken back so. */
function together(db: Store, row: EntryRow): Entry[] {
  const entry = entryOf(row);
  if (entry.details.outcome !== 'letter') return [entry];
  return db
    .prepare<EntryRow, EntryRow>(
      `SELECT ${COLUMNS} FROM entry WHERE undone_at IS NULL AND at = :at AND by = :by
       AND json_extract(details, '$.outcome') = 'letter' ORDER BY id`,
    )
    .all(row)
    .map(entryOf);
}

/** A slip of the finger is noticed at once; a wish lifted later needs a reason. */
const SLIP_MS = 15 * 60_000;

const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

function refuseWish(db: Store, id: number): void {
  if (!isWish(db, id)) return;
  throw usageFault(
    'no-reason',
    `entry ${id} is a customer's wish not to be contacted`,
    'say with --why what makes it void; it is kept in the journal',
  );
}

/** Without it numbers may be called again: whoever wants that names it, or says why. */
function refuseCopy({ id, action }: EntryRow): void {
  if (action !== 'registry') return;
  throw usageFault(
    'no-reason',
    `entry ${id}, the last one, took in a copy of the do-not-call registry`,
    `if that is meant: beback undo ${id}`,
  );
}

/** Whether the entry blocks a customer. */
export const isWish = (db: Store, id: number): boolean =>
  db.prepare('SELECT 1 FROM block WHERE entry_id = ?').get(id) !== undefined;

/**
 * Takes back one entry, whoever made it.
 * @throws Fault `unknown-entry`, `already-undone`, `no-reason` for a wish not to be contacted without a reason, `later-entry`
 */
export function undoEntry(db: Store, acting: Acting, id: number, why: string | null): Entry {
  return db
    .transaction((): Entry => {
      const row = db.prepare<[number], EntryRow>(`SELECT ${COLUMNS} FROM entry WHERE id = ?`).get(id);
      if (row === undefined)
        throw usageFault('unknown-entry', `there is no entry ${id}`, '`beback journal` lists them');
      if (row.undone_at !== null)
        throw usageFault('already-undone', `entry ${id} has already been taken back by ${row.undone_by}`);
      if (why === null) refuseWish(db, id);
      return takeBack(db, entryOf(row), acting, why);
    })
    .immediate();
}

const nothingToUndo = ({ by }: Acting): Fault =>
  usageFault(
    'nothing-to-undo',
    `${by} has logged nothing that could be taken back`,
    'name who acts: --as NAME',
  );

/** Inside a transaction: the facts the entry made are gone, the entry stays and says who took it back. */
export function takeBack(db: Store, entry: Entry, acting: Acting, why: string | null): Entry {
  for (const table of ['contact', 'personal_fact', 'turn_off', 'promise_end'])
    db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(entry.id);
  for (const table of ['giving', 'cover'])
    db.prepare(`DELETE FROM ${table} WHERE entry_id = ?`).run(entry.id);
  const freed = ['bad_contact', 'block'].flatMap((table) =>
    db
      .prepare<[number], number>(`DELETE FROM ${table} WHERE entry_id = ? RETURNING customer_id`)
      .pluck()
      .all(entry.id),
  );
  const { facts_used } = entry.details;
  if (Array.isArray(facts_used)) {
    const unuse = db.prepare('UPDATE personal_fact SET used_on = :before WHERE id = :id');
    for (const { id, before } of facts_used as { id: number; before: string | null }[])
      unuse.run({ id, before });
  }
  if (entry.action === 'fix') uncorrect(db, entry);
  const corrected = entry.action === 'fix' ? (entry.customer_id ?? []) : [];
  const changed = new Set(freed.concat(corrected));
  if (changed.size > 0) followWishes(db, changed);
  if (entry.action === 'registry') takeBackCopy(db, entry.id, entry.details as unknown as RegistryChange);
  db.prepare('UPDATE entry SET undone_at = :at, undone_by = :by, undone_why = :why WHERE id = :id').run({
    at: acting.at,
    by: acting.by,
    why,
    id: entry.id,
  });
  return { ...entry, undone_at: acting.at, undone_by: acting.by, undone_why: why };
}

/** What may be put right by hand. */
const CORRECTED = ['cell_phone', 'home_phone', 'work_phone', 'email'] as const;

/** A corrected value goes back to what it was, unless something newer stands there by now. */
function uncorrect(db: Store, { customer_id, details }: Entry): void {
  const values = (details.values ?? {}) as Readonly<Record<string, string>>;
  const before = (details.before ?? {}) as Readonly<Record<string, string | null>>;
  for (const column of CORRECTED) {
    if (values[column] === undefined) continue;
    db.prepare(`UPDATE customer SET ${column} = :before WHERE id = :id AND ${column} = :value`).run({
      before: before[column] ?? null,
      id: customer_id,
      value: values[column],
    });
  }
  // what was said to be wrong is wrong again
  const wrong = db.prepare(
    `INSERT INTO bad_contact (customer_id, kind, value, since_on, why, entry_id)
     VALUES (:customer_id, :kind, :value, :since_on, :why, :entry_id)`,
  );
  for (const row of (details.righted ?? []) as object[]) wrong.run(row);
}

const entryOf = (row: EntryRow): Entry => ({
  ...row,
  details: JSON.parse(row.details) as Record<string, unknown>,
});
