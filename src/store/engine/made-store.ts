/** A database made by this process, taken away again when nothing went into it. */

import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  rmdirSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { Fault, usageFault } from '../../domain/fault.ts';
import { asStoreFault } from './store-fault.ts';
import { logsOf, statsOf } from './store-file.ts';

/** What was made for a database. */
export interface MadeFile {
  readonly path: string;
  /** an empty file lay there */
  readonly wasEmptyFile: boolean;
  /** the outermost folder that was made for it */
  readonly outermost: string | null;
}

const MADE = new WeakMap<Database.Database, MadeFile>();

/** Remembers for whom the file was made. */
export const noteMade = (db: Database.Database, made: MadeFile): void => void MADE.set(db, made);

/** What was made stays, whether or not an import went into it. */
export const keepMade = (db: Database.Database): void => void MADE.delete(db);

/**
 * Makes the file of a database, for its owner only: SQLite gives the files beside it the mode of the main file, so the
 * mode must be right before it opens it.
 * @param makesFolder whether a folder that is not there is made, too
 * @throws Fault `no-folder`, `db-log-in-the-way`, or what the disk said
 */
export function makeFile(path: string, makesFolder: boolean): MadeFile {
  const outermost = prepareFolder(dirname(path), makesFolder);
  refuseStrayLog(path);
  const wasEmptyFile = statsOf(path) !== null;
  closeSync(openSync(path, 'a', 0o600));
  if (wasEmptyFile) chmodSync(path, 0o600);
  return { path, wasEmptyFile, outermost };
}

/**
 * For what is to be made only after much work.
 * @throws what `makeFile` would, as far as it can be told before
 */
export function refuseBadPlace(path: string, makesFolder: boolean): void {
  const folder = dirname(path);
  try {
    if (!makesFolder) prepareFolder(folder, false);
    refuseStrayLog(path);
    if (statsOf(folder) !== null) accessSync(folder, constants.W_OK);
  } catch (error) {
    throw asStoreFault(error, path);
  }
}

/** @returns the outermost folder that was made; null where all were there */
export function prepareFolder(folder: string, makesFolder: boolean): string | null {
  if (statsOf(folder)?.isDirectory()) return null;
  if (makesFolder) return mkdirSync(folder, { recursive: true, mode: 0o700 }) ?? null;
  throw usageFault(
    'no-folder',
    `${folder}: there is no such folder`,
    'make it first, or name another place: --db FILE',
  );
}

/** SQLite deletes a log without its database. */
function refuseStrayLog(path: string): void {
  const [end] = logsOf(path);
  if (end === undefined) return;
  throw new Fault(`${path}${end} belongs to a database that is not here; a new one would undo it`, {
    code: 'db-log-in-the-way',
    hint: 'put its database back beside it, or move it away; nothing was changed',
  });
}

/** Closes the connection; a database that it made and into which no import went is taken away. */
export function closeStore(db: Database.Database): void {
  const made = MADE.get(db);
  try {
    if (made !== undefined && isForUsAlone(db) && !isUsed(db)) removeFile(made);
  } finally {
    db.close();
  }
}

function isUsed(db: Database.Database): boolean {
  const isMade = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'import'").get() !== undefined;
  return isMade && db.prepare('SELECT 1 FROM import LIMIT 1').get() !== undefined;
}

/**
 * Whoever else has it open may be about to write in it. Until the connection is closed nobody can open it then; who was
 * about to finds that the file is gone.
 */
function isForUsAlone(db: Database.Database): boolean {
  try {
    if (db.inTransaction) db.exec('ROLLBACK');
    if (isUsed(db)) return false;
    db.pragma('busy_timeout = 0');
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
    return true;
  } catch {
    return false;
  }
}

function removeFile({ path, wasEmptyFile, outermost }: MadeFile): void {
  if (wasEmptyFile) truncateSync(path, 0);
  else rmSync(path, { force: true });
  for (let folder = dirname(path); outermost !== null; folder = dirname(folder)) {
    rmdirSync(folder);
    if (folder === outermost) break;
  }
}
