/** Salespeople as a manager keeps them: found by name, code or alias; changed by hand. */

import { usageFault } from '../domain/fault.ts';
import { numberKey } from '../domain/number-key.ts';
import type { Salesperson, SalespersonChange } from '../domain/salesperson.ts';
import { foldedWords } from '../values/fold-text.ts';
import { didYouMean } from '../values/nearest.ts';
import { anyCase, withoutZeros } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { salespersonNameKey } from './writing/salesperson-writer.ts';

export interface SalespersonInBook extends Salesperson {
  /** other codes and spellings in the exports */
  readonly aliases: readonly string[];
  readonly sales: number;
}

const COLUMNS = 'id, code, name, email, left_on';

/** Everybody with the number of sales they are credited with, by name. */
export function listSalespeople(db: Store): SalespersonInBook[] {
  const rows = db
    .prepare<[], Salesperson & { sales: number }>(
      `SELECT p.id, p.code, p.name, p.email, p.left_on,
       (SELECT count(*) FROM sale_salesperson c WHERE c.salesperson_id = p.id) AS sales
       FROM salesperson p ORDER BY p.left_on IS NOT NULL, ${anyCase('p.name')}, p.id`,
    )
    .all();
  const aliases = db
    .prepare<[number], string>(
      'SELECT DISTINCT alias FROM salesperson_alias WHERE salesperson_id = ? ORDER BY alias',
    )
    .pluck();
  return rows.map((row) => ({
    ...row,
    aliases: eachOnce(aliases.all(row.id)).filter(
      (alias) => alias !== row.code && salespersonNameKey(alias) !== salespersonNameKey(row.name),
    ),
  }));
}

/** A name that stands there as somebody wrote it and as the folded one it is found by is told as it was written. */
function eachOnce(aliases: readonly string[]): string[] {
  const isFolded = (alias: string): boolean => alias === salespersonNameKey(alias);
  return aliases.filter((alias) => {
    const key = salespersonNameKey(alias);
    const written = aliases.find((other) => !isFolded(other) && salespersonNameKey(other) === key);
    return key === '' || alias === (written ?? alias);
  });
}

/**
 * The one salesperson meant by a code, a name or an alias; a part of the name will do when only one fits.
 * @throws Fault `unknown-salesperson`, `several-salespeople` with the candidates
 */
export function findSalesperson(db: Store, wanted: string): Salesperson {
  const found = salespersonNamed(db, wanted);
  if (found !== null) return found;
  const names = db.prepare<[], string>('SELECT name FROM salesperson ORDER BY id').pluck().all();
  throw usageFault(
    'unknown-salesperson',
    `there is no salesperson "${wanted}"${didYouMean(wanted, names)}`,
    '`beback salespeople` lists everybody',
  );
}

/**
 * The same, null when nobody is called so.
 * @throws Fault `several-salespeople`
 */
export function salespersonNamed(db: Store, wanted: string): Salesperson | null {
  const key = salespersonNameKey(wanted);
  const exact = db
    .prepare<{ wanted: string; key: string }, Salesperson>(
      `SELECT DISTINCT ${COLUMNS} FROM salesperson WHERE ${anyCase(withoutZeros('code'))} = :wanted OR id IN
       (SELECT salesperson_id FROM salesperson_alias
        WHERE (kind = 'code' AND ${anyCase(withoutZeros('alias'))} = :wanted) OR (kind = 'name' AND alias = :key))`,
    )
    .all({ wanted: numberKey(wanted.trim()), key });
  const words = foldedWords(wanted);
  const everybody = db.prepare<[], Salesperson>(`SELECT ${COLUMNS} FROM salesperson`).all();
  const named = everybody.filter((person) => salespersonNameKey(person.name) === key);
  const matches =
    named.length > 0
      ? named
      : exact.length > 0
        ? asWritten(exact, wanted.trim())
        : everybody.filter((person) => hasWords(person.name, words));
  const [only] = matches;
  if (only && matches.length === 1) return only;
  if (matches.length > 1) {
    const names = matches.map(({ code, name }) => (code === null ? name : `${name} (${code})`));
    throw usageFault('several-salespeople', `"${wanted}" fits ${names.join(', ')}`, 'name one by code');
  }
  return null;
}

/** 007 and 7 may be two people. */
function asWritten(people: readonly Salesperson[], code: string): readonly Salesperson[] {
  const same = people.filter((person) => person.code === code);
  return same.length > 0 ? same : people;
}

const hasWords = (name: string, words: readonly string[]): boolean => {
  const known = foldedWords(name);
  return words.length > 0 && words.every((word) => known.some((one) => one.startsWith(word)));
};

/** Adds somebody by hand. @throws Fault `alias-taken`, `two-people` */
export function addSalesperson(db: Store, name: string, change: SalespersonChange): Salesperson {
  return db
    .transaction(() => {
      const id = Number(
        db
          .prepare('INSERT INTO salesperson (code, name, name_by_hand) VALUES (?, ?, 1)')
          .run(change.code ?? null, name).lastInsertRowid,
      );
      addAlias(db, id, 'name', salespersonNameKey(name));
      if (change.code !== undefined) addAlias(db, id, 'code', change.code);
      return applyChange(db, id, { ...change });
    })
    .immediate();
}

/** Changes made by hand, which imports leave alone. @throws Fault `alias-taken`, `two-people` for a merger not asked for */
export function changeSalesperson(db: Store, id: number, change: SalespersonChange): Salesperson {
  return db.transaction(() => applyChange(db, id, change)).immediate();
}

function applyChange(db: Store, id: number, change: SalespersonChange): Salesperson {
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
  for (const alias of change.aliases ?? []) takeOver(db, id, alias, change.merge ?? false);
  const person = db.prepare<[number], Salesperson>(`SELECT ${COLUMNS} FROM salesperson WHERE id = ?`).get(id);
  if (!person) throw new Error(`salesperson ${id} is missing`);
  return person;
}

/** Those who stand under a code or spelling so far, beside the person of that id. */
export const othersCalled = (db: Store, id: number, alias: string): SalespersonInBook[] => {
  const ids = db
    .prepare<{ alias: string; key: string; id: number }, number>(
      `SELECT DISTINCT id FROM salesperson WHERE (code = :alias OR id IN (SELECT salesperson_id FROM salesperson_alias
       WHERE (kind = 'code' AND alias = :alias) OR (kind = 'name' AND alias = :key))) AND id <> :id`,
    )
    .pluck()
    .all({ alias, key: salespersonNameKey(alias), id });
  return ids.length === 0 ? [] : listSalespeople(db).filter((person) => ids.includes(person.id));
};

/** Another code or spelling is this person. */
function takeOver(db: Store, id: number, alias: string, merge: boolean): void {
  const key = salespersonNameKey(alias);
  for (const other of othersCalled(db, id, alias)) {
    if (other.sales > 0 && !merge)
      throw usageFault(
        'two-people',
        `"${alias}" is ${other.name} (${other.sales} sold): making two people one cannot be taken back`,
        'if they are one person, add --merge',
      );
    mergeInto(db, id, other.id);
  }
  db.prepare(
    `INSERT INTO salesperson_alias (store, kind, alias, salesperson_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, alias, store) DO UPDATE SET salesperson_id = excluded.salesperson_id`,
  ).run('', 'code', alias, id);
  if (key !== '') addAlias(db, id, 'name', key);
}

/** Where somebody is named by id, beside the sales and spellings. */
const PERSON_COLUMNS = [
  ['contact', 'salesperson_id'],
  ['entry', 'salesperson_id'],
  ['giving', 'salesperson_id'],
  ['cover', 'of_id'],
  ['cover', 'by_id'],
  ['sold_by_other', 'owner_id'],
] as const;

function mergeInto(db: Store, id: number, other: number): void {
  // where both are credited with one sale, the first place stays
  db.prepare(
    `DELETE FROM sale_salesperson WHERE salesperson_id = :other AND EXISTS
     (SELECT 1 FROM sale_salesperson o WHERE o.sale_id = sale_salesperson.sale_id AND o.salesperson_id = :id)`,
  ).run({ other, id });
  db.prepare('UPDATE sale_salesperson SET salesperson_id = :id WHERE salesperson_id = :other').run({
    other,
    id,
  });
  for (const [table, column] of PERSON_COLUMNS)
    db.prepare(`UPDATE ${table} SET ${column} = :id WHERE ${column} = :other`).run({ other, id });
  db.prepare('UPDATE salesperson_alias SET salesperson_id = :id WHERE salesperson_id = :other').run({
    other,
    id,
  });
  // their mails of the past are this person's, and no row may be taken for somebody who gets the freed id
  db.prepare(
    `UPDATE mail SET salesperson_id = :id, recipient = 'merged ' || id
     WHERE kind = 'calls' AND recipient = :recipient`,
  ).run({ recipient: String(other), id });
  db.prepare('DELETE FROM salesperson WHERE id = ?').run(other);
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
