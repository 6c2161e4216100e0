/**
 * Rows that could not go into the journal because somebody else was writing: they wait in a file beside the database until the next
 * writing, each with the time at which it was told.
 */

import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Store } from '../engine/store.ts';
import { appendRow, type NewRow } from './journal.ts';

const pendingPath = (databasePath: string): string => `${databasePath}.pending`;

/** Files of rows being taken in, each under a name of its own, or left so by a run that died. */
const takenPaths = (databasePath: string): string[] =>
  readdirSync(dirname(databasePath))
    .filter((name) => name.startsWith(`${basename(databasePath)}.pending-`))
    .map((name) => join(dirname(databasePath), name));

/** Leaves the row for the next writing. @throws when the folder cannot be written */
export const leavePending = (databasePath: string, row: NewRow): void =>
  appendFileSync(pendingPath(databasePath), `${JSON.stringify(row)}\n`, { mode: 0o600 });

/** How many rows are waiting. */
export const countPending = (databasePath: string): number =>
  [pendingPath(databasePath), ...takenPaths(databasePath)].reduce(
    (sum, path) => sum + rowsIn(textOf(path)).length,
    0,
  );

/**
 * Takes in what is waiting, in a transaction of its own. One that is in already, by its salt, is not taken twice: a file goes only
 * when its rows are known to be in, and a run may have died before that.
 */
export function takeInPending(db: Store): void {
  const pending = pendingPath(db.name);
  if (!existsSync(pending) && takenPaths(db.name).length === 0) return;
  const isIn = db.prepare<[string], number>('SELECT 1 FROM journal_content WHERE salt = ?').pluck();
  const takeIn = db.transaction((): (readonly [path: string, text: string])[] => {
    // under the lock: nobody else takes the same file
    if (existsSync(pending)) renameSync(pending, `${pending}-${randomBytes(6).toString('hex')}`);
    const taken = takenPaths(db.name).map((path) => [path, textOf(path)] as const);
    for (const [, text] of taken)
      for (const row of rowsIn(text)) if (isIn.get(row.salt) === undefined) appendRow(db, row);
    return taken;
  });
  // a row told in the moment of the renaming went into the file under its new name: it stays for the next writing
  for (const [path, text] of takeIn.immediate()) if (textOf(path) === text) rmSync(path, { force: true });
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

/** Empty for none. */
const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** A line that was cut off by a full disk is no row. */
const rowsIn = (text: string): NewRow[] =>
  text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as NewRow];
    } catch {
      return [];
    }
  });
