/** Rows that were read for many customers or sales at once, laid out by whose they are. */

import type { Store } from './store.ts';

/** @param table one of ours, never a name from outside */
export const isEmpty = (db: Store, table: string): boolean =>
  db.prepare(`SELECT EXISTS (SELECT 1 FROM ${table})`).pluck().get() === 0;

/** Those of the tables that hold nothing, found out in one statement. @param tables of ours, never names from outside */
export function emptyAmong<T extends string>(db: Store, tables: readonly T[]): ReadonlySet<T> {
  const asked = tables.map((table) => `NOT EXISTS (SELECT 1 FROM ${table})`).join(', ');
  const row = db.prepare<[], number[]>(`SELECT ${asked}`).raw().get() ?? [];
  return new Set(tables.filter((_, i) => row[i] === 1));
}

/** By the first cell of each row, in the order of the rows. */
export function grouped<T extends readonly [number, ...unknown[]], V>(
  rows: readonly T[],
  valueIn: (row: T) => V,
): Map<number, V[]> {
  const groups = new Map<number, V[]>();
  for (const row of rows) addTo(groups, row[0], valueIn(row));
  return groups;
}

export function addTo<V>(groups: Map<number, V[]>, key: number, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** @throws Error when the store lacks what its own rows name */
export function known<T>(found: ReadonlyMap<number, T>, id: number, what: string): T {
  const one = found.get(id);
  if (one === undefined) throw new Error(`${what} ${id} is missing`);
  return one;
}
