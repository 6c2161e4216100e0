/** The area codes of the do-not-call registry as rows, written and put back exactly as they were. */

import { usageFault } from '../../domain/fault.ts';
import type { AreaRow, RegistryChange } from '../../domain/registry-change.ts';
import { eachOf } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';

/** Numbers of an area code lie side by side: 1 614 000 0000 to 1 614 999 9999. */
export const FIRST_OF = (areaCode: number): number => (1000 + areaCode) * 10_000_000;
export const LAST_OF = (areaCode: number): number => FIRST_OF(areaCode) + 9_999_999;

export const areaOnFile = (db: Store, areaCode: number): AreaRow | null =>
  db
    .prepare<[number], AreaRow>(
      'SELECT area_code, as_of, file, by, imported_at, number_count FROM registry_area WHERE area_code = ?',
    )
    .get(areaCode) ?? null;

export function writeArea(db: Store, area: AreaRow): void {
  db.prepare(
    `INSERT INTO registry_area (area_code, as_of, file, by, imported_at, number_count)
     VALUES (:area_code, :as_of, :file, :by, :imported_at, :number_count)
     ON CONFLICT (area_code) DO UPDATE SET as_of = excluded.as_of, file = excluded.file, by = excluded.by,
       imported_at = excluded.imported_at, number_count = excluded.number_count`,
  ).run(area);
}

/**
 * Inside a transaction: the numbers, the areas and the days of their copies are what they were before the entry.
 * @throws Fault `later-entry` when a later copy of one of its area codes is on file
 */
export function takeBackCopy(db: Store, entryId: number, change: RegistryChange): void {
  const later = laterCopy(db, entryId);
  if (later !== undefined)
    throw usageFault(
      'later-entry',
      `entry ${entryId} cannot be taken back: entry ${later.entry} took in a later copy for area code ${later.area_code}`,
      `take that one back first: beback undo ${later.entry}`,
    );
  const { import_id: importId, areas } = change;
  const drop = db.prepare('DELETE FROM registry_number WHERE number BETWEEN ? AND ? AND import_id = ?');
  for (const { area_code, before } of areas) {
    drop.run(FIRST_OF(area_code), LAST_OF(area_code), importId);
    if (before === null) db.prepare('DELETE FROM registry_area WHERE area_code = ?').run(area_code);
    else writeArea(db, before);
  }
  db.prepare(
    'INSERT INTO registry_number (number, import_id) SELECT number, import_id FROM registry_removed WHERE removed_by = ?',
  ).run(importId);
  db.prepare('DELETE FROM registry_removed WHERE removed_by = ?').run(importId);
}

const laterCopy = (db: Store, entryId: number): { entry: number; area_code: number } | undefined =>
  db
    .prepare<[number, number], { entry: number; area_code: number }>(
      `SELECT e.id AS entry, a.value ->> 'area_code' AS area_code FROM entry e CROSS JOIN journal j ON j.id = e.id CROSS JOIN journal_content c ON c.id = e.id, ${eachOf("c.content, '$.areas'", 'a')}
       WHERE j.action = 'registry' AND e.undone_at IS NULL AND e.id > ?
         AND a.value ->> 'area_code' IN (SELECT m.value ->> 'area_code' FROM journal_content t, ${eachOf("t.content, '$.areas'", 'm')} WHERE t.id = ?)
       ORDER BY e.id DESC LIMIT 1`,
    )
    .get(entryId, entryId);
