/** What the do-not-call registry says of numbers, as far as copies of it are on file. */

import type { RegistryArea } from '../domain/registry-area.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

/** The area codes a copy is on file for, ascending. */
export const registryAreas = (db: Store): RegistryArea[] =>
  db
    .prepare<[], RegistryArea>(
      `SELECT CAST(area_code AS TEXT) AS area_code, as_of, file, by, imported_at, number_count AS numbers
       FROM registry_area ORDER BY area_code`,
    )
    .all();

/** The key of a number in the registry: its digits; null for one that is not North American. */
const registryKey = (e164: string): number | null =>
  /^\+1\d{10}$/.test(e164) ? Number(e164.slice(1)) : null;

/** Those of the numbers (E.164) that are on the registry. */
export function listedAmong(db: Store, numbers: readonly string[]): Set<string> {
  const keys = numbers.flatMap((e164) => registryKey(e164) ?? []);
  if (keys.length === 0) return new Set();
  const found = db
    .prepare<[string], number>(
      `SELECT n.number FROM ${eachOf('?', 'j')} CROSS JOIN registry_number n ON n.number = j.value`,
    )
    .pluck()
    .all(JSON.stringify(keys));
  return new Set(found.map((number) => `+${number}`));
}
