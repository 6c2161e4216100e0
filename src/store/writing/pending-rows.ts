/**
 * Rows that could not go into the journal because somebody else was writing: they wait in a file beside the database until the next
 * writing, each with the time at which it was told.
 */

import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import type { Store } from '../engine/store.ts';
import { appendRow, type NewRow } from './journal.ts';

const pendingPath = (databasePath: string): string => `${databasePath}.pending`;
/** Those being taken in, or left so by a run that died. */
const takenPath = (databasePath: string): string => `${databasePath}.pending-taken`;

/** Leaves the row for the next writing. @throws when the folder cannot be written */
export const leavePending = (databasePath: string, row: NewRow): void =>
  appendFileSync(pendingPath(databasePath), `${JSON.stringify(row)}\n`, { mode: 0o600 });

/** How many rows are waiting. */
export const countPending = (databasePath: string): number =>
  rowsIn(pendingPath(databasePath)).length + rowsIn(takenPath(databasePath)).length;

/** Takes in what is waiting, in a transaction of its own. One that is in already, by its salt, is not taken twice. */
export function takeInPending(db: Store): void {
  const [pending, taken] = [pendingPath(db.name), takenPath(db.name)];
  for (let left = existsSync(taken); left || existsSync(pending); left = false) {
    if (!left) renameSync(pending, taken);
    const isIn = db.prepare<[string], number>('SELECT 1 FROM journal_content WHERE salt = ?').pluck();
    db.transaction(() => {
      for (const row of rowsIn(taken)) if (isIn.get(row.salt) === undefined) appendRow(db, row);
    }).immediate();
    rmSync(taken, { force: true });
  }
}

/** The same, unless somebody else is writing just now: then they wait for the next. */
export function takeInPendingIfFree(db: Store): void {
  try {
    takeInPending(db);
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}

export const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/** A line that was cut off by a full disk is no row. */
function rowsIn(path: string): NewRow[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as NewRow];
      } catch {
        return [];
      }
    });
}
