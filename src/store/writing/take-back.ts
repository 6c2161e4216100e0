/** Taking back what was done by hand: the facts of the entry are gone, its row stays, and a row of its own says who took it back. */

import type { Acting } from '../../domain/acting.ts';
import { type Action, type Entry, UNDOABLE } from '../../domain/entry.ts';
import { usageFault } from '../../domain/fault.ts';
import type { RegistryChange } from '../../domain/registry-change.ts';
import type { Store } from '../engine/store.ts';
import { undoSalesperson } from './change-salesperson.ts';
import { undoCover } from './cover-writer.ts';
import { entryOfId, lastOwnEntry, lettersWith } from './entry-log.ts';
import { followWishes } from './follow-wishes.ts';
import { addToJournal } from './journal.ts';
import { givenAgain, type KeptCustomer, undoHandover } from './record-givings.ts';
import { takeBackCopy } from './registry-areas.ts';
import { refuseLater } from './rests-on.ts';

export interface Undone {
  /** id of the row that says so */
  readonly entry: number;
  /** as it stands now */
  readonly undone: Entry;
  /** of a handover: customers given again since, ascending by id */
  readonly kept: readonly KeptCustomer[];
}

export interface UndoOptions {
  /** only of these */
  readonly kinds?: ReadonlySet<Action>;
  /** throws where whoever acts may not take it back */
  readonly refuse?: (entry: Entry) => void;
}

/**
 * Takes back the last thing `acting` did that still stands, with everything that followed from it.
 * @throws Fault `nothing-to-undo`; `no-reason` for a wish not to be contacted, or a copy of the registry, that is no slip of
 * just now; `later-entry`
 */
export function undoLast(
  db: Store,
  acting: Acting,
  why: string | null,
  { kinds = UNDOABLE, refuse }: UndoOptions = {},
): Undone[] {
  return db
    .transaction((): Undone[] => {
      const entry = lastOwnEntry(db, acting, kinds);
      if (entry === null)
        throw usageFault(
          'nothing-to-undo',
          `${acting.by} has done nothing that could be taken back`,
          'name who acts: --as NAME',
        );
      refuse?.(entry);
      if (why === null && acting.at > later(entry.at, SLIP_MS)) {
        refuseWish(db, entry.id);
        refuseCopy(entry);
      }
      return together(db, entry).map((one) => undo(db, one, acting, why));
    })
    .immediate();
}

const together = (db: Store, entry: Entry): Entry[] =>
  entry.details.outcome === 'letter' ? lettersWith(db, entry) : [entry];

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
function refuseCopy({ id, action }: Entry): void {
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
 * @throws Fault `unknown-entry`, `not-undoable`, `already-undone`, `no-reason` for a wish not to be contacted without a reason,
 * `later-entry` for one that a later one rests on
 */
export function undoEntry(
  db: Store,
  acting: Acting,
  id: number,
  why: string | null,
  { refuse }: Pick<UndoOptions, 'refuse'> = {},
): Undone {
  return db
    .transaction((): Undone => {
      const entry = entryOfId(db, id);
      if (entry === null)
        throw usageFault('unknown-entry', `there is no entry ${id}`, '`beback journal` lists them');
      if (!UNDOABLE.has(entry.action)) throw notUndoable(entry);
      if (entry.undone_at !== null)
        throw usageFault('already-undone', `entry ${id} has already been taken back by ${entry.undone_by}`);
      refuse?.(entry);
      if (why === null) refuseWish(db, id);
      return undo(db, entry, acting, why);
    })
    .immediate();
}

const notUndoable = ({ id, action }: Entry) =>
  usageFault(
    'not-undoable',
    action === 'undo'
      ? `entry ${id} took something back: that is not taken back, but done again`
      : `entry ${id} (${action}) tells what happened: it cannot be taken back`,
    '`beback journal` lists what was done',
  );

function undo(db: Store, entry: Entry, acting: Acting, why: string | null): Undone {
  refuseLater(db, entry);
  return takeBack(db, entry, acting, why);
}

/** Inside a transaction: the facts the entry made are gone, and a row says who took it back. */
export function takeBack(db: Store, entry: Entry, acting: Acting, why: string | null): Undone {
  const kept = entry.action === 'handover' ? givenAgain(db, entry.id) : [];
  for (const table of ['giving', 'appointment_mark', 'case_step'])
    db.prepare(`DELETE FROM ${table} WHERE entry_id = ?`).run(entry.id);
  for (const table of [
    'contact',
    'personal_fact',
    'turn_off',
    'promise_end',
    'news',
    'news_end',
    'wish',
    'wish_end',
    'delivery',
    'recovery_case',
  ])
    db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(entry.id);
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
  if (entry.action === 'salespeople') undoSalesperson(db, entry);
  if (entry.action === 'handover') undoHandover(db, entry);
  if (entry.action === 'cover') undoCover(db, entry);
  const corrected = entry.action === 'fix' ? (entry.customer_id ?? []) : [];
  const changed = new Set(freed.concat(corrected));
  if (changed.size > 0) followWishes(db, changed);
  if (entry.action === 'registry') takeBackCopy(db, entry.id, entry.details as unknown as RegistryChange);
  const said = { undone_at: acting.at, undone_by: acting.by, undone_why: why };
  db.prepare(
    'UPDATE entry SET undone_at = :undone_at, undone_by = :undone_by, undone_why = :undone_why WHERE id = :id',
  ).run({ ...said, id: entry.id });
  const row = addToJournal(db, acting, {
    customerId: entry.customer_id,
    action: 'undo',
    details: { undone: entry.id, ...(kept.length === 0 ? {} : { kept }), ...(why === null ? {} : { why }) },
  });
  return { entry: row, undone: { ...entry, ...said }, kept };
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
