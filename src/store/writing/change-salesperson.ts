/** Salespeople as a manager changes them by hand: each change an entry that can be taken back, merging two people included. */

import type { Acting } from '../../domain/acting.ts';
import type { Entry } from '../../domain/entry.ts';
import { usageFault } from '../../domain/fault.ts';
import type { Salesperson, SalespersonChange } from '../../domain/salesperson.ts';
import type { Store } from '../engine/store.ts';
import { othersCalled } from '../salespeople.ts';
import { addEntry } from './entry-log.ts';
import { type MergedPerson, mergePeople, separatePeople } from './merge-salespeople.ts';
import { salespersonNameKey } from './salesperson-writer.ts';

interface PersonRow extends Salesperson {
  readonly name_by_hand: number;
}
export interface AliasRow {
  readonly store: string;
  readonly kind: string;
  readonly alias: string;
  readonly salesperson_id: number;
}

/** The details of its entry. */
interface PersonDeed {
  readonly person: number;
  readonly name: string;
  readonly added?: true;
  readonly change: SalespersonChange;
  /** null: there was none */
  readonly before: PersonRow | null;
  readonly after: PersonRow;
  /** spellings and codes that stand for the person, or for somebody merged, only before or only since */
  readonly aliases: { readonly gone: readonly AliasRow[]; readonly added: readonly AliasRow[] };
  readonly merged: readonly MergedPerson[];
}

export interface ChangedPerson {
  readonly entry: number;
  readonly person: Salesperson;
}

/** Adds somebody by hand. @throws Fault `alias-taken`, `two-people` */
export function addSalesperson(
  db: Store,
  acting: Acting,
  name: string,
  change: SalespersonChange,
): ChangedPerson {
  return db
    .transaction(() => {
      const id = insertSalesperson(db, name, change);
      return changed(db, acting, id, name, change, null);
    })
    .immediate();
}

/** Inside the transaction in which the store itself is made, which nobody takes back. @throws Fault `alias-taken` */
export function insertSalesperson(db: Store, name: string, change: SalespersonChange): number {
  const id = Number(
    db
      .prepare('INSERT INTO salesperson (code, name, name_by_hand) VALUES (?, ?, 1)')
      .run(change.code ?? null, name).lastInsertRowid,
  );
  addAlias(db, id, 'name', salespersonNameKey(name));
  applyFields(db, id, change);
  return id;
}

/**
 * Changes made by hand, which imports leave alone.
 * @throws Fault `alias-taken`, `two-people` for a merger not asked for
 */
export function changeSalesperson(
  db: Store,
  acting: Acting,
  id: number,
  change: SalespersonChange,
): ChangedPerson {
  return db
    .transaction(() => {
      const before = rowOf(db, id);
      return changed(db, acting, id, before.name, change, before);
    })
    .immediate();
}

function changed(
  db: Store,
  acting: Acting,
  id: number,
  name: string,
  change: SalespersonChange,
  before: PersonRow | null,
): ChangedPerson {
  const others = (change.aliases ?? []).flatMap((alias) => othersCalled(db, id, alias));
  const known = before === null ? [] : aliasesOf(db, [id, ...others.map((other) => other.id)]);
  if (before !== null) applyFields(db, id, change);
  const merged = (change.aliases ?? []).flatMap((alias) => takeOver(db, id, alias, change.merge ?? false));
  const after = rowOf(db, id);
  const now = aliasesOf(db, [id]);
  const deed: PersonDeed = {
    person: id,
    name,
    ...(before === null ? { added: true } : {}),
    change,
    before,
    after,
    aliases: { gone: without(known, now), added: without(now, known) },
    merged,
  };
  const entry = addEntry(db, acting, { customerId: null, action: 'salespeople', details: deed });
  const { name_by_hand: _, ...person } = after;
  return { entry, person };
}

const FIELDS = ['name', 'code', 'email', 'left_on'] as const;

function applyFields(db: Store, id: number, change: SalespersonChange): void {
  if (change.name !== undefined) {
    db.prepare('UPDATE salesperson SET name = ?, name_by_hand = 1 WHERE id = ?').run(change.name, id);
    addAlias(db, id, 'name', salespersonNameKey(change.name));
  }
  if (change.code !== undefined) {
    db.prepare('UPDATE salesperson SET code = ? WHERE id = ?').run(change.code, id);
    addAlias(db, id, 'code', change.code);
  }
  if (change.email !== undefined)
    db.prepare('UPDATE salesperson SET email = ? WHERE id = ?').run(change.email, id);
  if (change.leftOn !== undefined)
    db.prepare('UPDATE salesperson SET left_on = ? WHERE id = ?').run(change.leftOn, id);
}

function rowOf(db: Store, id: number): PersonRow {
  const row = db
    .prepare<[number], PersonRow>(
      'SELECT id, code, name, email, left_on, name_by_hand FROM salesperson WHERE id = ?',
    )
    .get(id);
  if (row === undefined) throw new Error(`salesperson ${id} is missing`);
  return row;
}

const aliasesOf = (db: Store, ids: readonly number[]): AliasRow[] =>
  ids.flatMap((id) =>
    db
      .prepare<[number], AliasRow>(
        'SELECT store, kind, alias, salesperson_id FROM salesperson_alias WHERE salesperson_id = ?',
      )
      .all(id),
  );

const without = (rows: readonly AliasRow[], others: readonly AliasRow[]): AliasRow[] => {
  const keys = new Set(others.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !keys.has(JSON.stringify(row)));
};

/** Another code or spelling is this person. Gives whoever became this person by that. */
function takeOver(db: Store, id: number, alias: string, merge: boolean): MergedPerson[] {
  const key = salespersonNameKey(alias);
  const merged = othersCalled(db, id, alias).map((other) => {
    if (other.sales > 0 && !merge)
      throw usageFault(
        'two-people',
        `"${alias}" is ${other.name} (${other.sales} sold): they would become one person`,
        'if they are one person, add --merge',
      );
    return mergePeople(db, id, other.id);
  });
  db.prepare(
    `INSERT INTO salesperson_alias (store, kind, alias, salesperson_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, alias, store) DO UPDATE SET salesperson_id = excluded.salesperson_id`,
  ).run('', 'code', alias, id);
  if (key !== '') addAlias(db, id, 'name', key);
  return merged;
}

function addAlias(db: Store, id: number, kind: 'code' | 'name', alias: string): void {
  const taken = db
    .prepare<[string, string, number], string>(
      `SELECT p.name FROM salesperson_alias a JOIN salesperson p ON p.id = a.salesperson_id
       WHERE a.kind = ? AND a.alias = ? AND a.store = '' AND p.id <> ?`,
    )
    .pluck()
    .get(kind, alias, id);
  if (taken !== undefined) {
    throw usageFault(
      'alias-taken',
      `"${alias}" already stands for ${taken}`,
      `if they are one person: beback salespeople set "${taken}" --alias "${alias}"`,
    );
  }
  db.prepare(
    'INSERT INTO salesperson_alias (store, kind, alias, salesperson_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run('', kind, alias, id);
}

/**
 * Inside a transaction: the person is as before, or gone; whoever was merged is somebody else again. What was changed once more
 * since stays.
 * @throws Fault `in-use` for somebody added by hand whom an import credits by now
 */
export function undoSalesperson(db: Store, { id: entry, details }: Entry): void {
  const { person: id, before, after, aliases, merged } = details as unknown as PersonDeed;
  const drop = db.prepare(
    'DELETE FROM salesperson_alias WHERE kind = :kind AND alias = :alias AND store = :store AND salesperson_id = :salesperson_id',
  );
  for (const alias of aliases.added) drop.run(alias);
  for (const one of merged) separatePeople(db, id, one);
  const putBack = db.prepare(
    `INSERT INTO salesperson_alias (store, kind, alias, salesperson_id) VALUES (:store, :kind, :alias, :salesperson_id)
     ON CONFLICT (kind, alias, store) DO UPDATE SET salesperson_id = excluded.salesperson_id`,
  );
  for (const alias of aliases.gone) putBack.run(alias);
  if (before === null) {
    refuseInUse(db, id, entry);
    // of what they did only what was taken back is left
    db.prepare('UPDATE entry SET salesperson_id = NULL WHERE salesperson_id = ?').run(id);
    db.prepare('DELETE FROM salesperson_alias WHERE salesperson_id = ?').run(id);
    db.prepare('DELETE FROM salesperson WHERE id = ?').run(id);
    return;
  }
  for (const field of FIELDS) {
    if (before[field] === after[field]) continue;
    db.prepare(`UPDATE salesperson SET ${field} = :before WHERE id = :id AND ${field} IS :after`).run({
      id,
      before: before[field],
      after: after[field],
    });
  }
  if (before.name_by_hand !== after.name_by_hand)
    db.prepare('UPDATE salesperson SET name_by_hand = ? WHERE id = ?').run(before.name_by_hand, id);
}

function refuseInUse(db: Store, id: number, entry: number): void {
  const sales = db
    .prepare<[number], number>('SELECT count(*) FROM sale_salesperson WHERE salesperson_id = ?')
    .pluck()
    .get(id);
  if (sales)
    throw usageFault(
      'in-use',
      `entry ${entry} added somebody who is credited with ${sales} sold by now`,
      'beback salespeople set NAME --left DAY for whoever is gone',
    );
}
