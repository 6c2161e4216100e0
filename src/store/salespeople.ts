/** Salespeople as a manager looks them up: by name, code or alias. */

import { usageFault } from '../domain/fault.ts';
import { numberKey } from '../domain/number-key.ts';
import type { Salesperson } from '../domain/salesperson.ts';
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

/** Who works here, by name. */
export const peopleHere = (db: Store): Pick<Salesperson, 'code' | 'name'>[] =>
  db
    .prepare<[], Pick<Salesperson, 'code' | 'name'>>(
      `SELECT code, name FROM salesperson WHERE left_on IS NULL ORDER BY ${anyCase('name')}, id`,
    )
    .all();

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
