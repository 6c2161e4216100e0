/** A copy of a store in a place that cannot be written, where SQLite cannot open it: it keeps files beside it to read it. */

import { accessSync, constants, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { openDatabase } from './open-database.ts';
import { openPrivateCopy, whileUnchanged } from './private-copy.ts';
import { logsOf } from './store-file.ts';

/** A larger one is copied to the disk. */
const IN_MEMORY_BYTES = 256 << 20;

export interface CopyOptions {
  /** up to how many bytes it is read into memory */
  readonly inMemoryUpTo?: number;
}

/** The files of which there is a copy, for the connections to it. */
const COPIED = new WeakMap<Database.Database, string>();

export const isCopy = (db: Database.Database): boolean => COPIED.has(db);

/** The file a connection stands for. */
export const fileOf = (db: Database.Database): string => COPIED.get(db) ?? db.name;

/** Lets a copy be written, for what is taken back or read at once: the file stays as it is. */
export function allowTrying(db: Database.Database): void {
  if (isCopy(db)) db.pragma('query_only = OFF');
}

/**
 * What stands in the way of writing the file, or others beside it: a code such as `EROFS`; null where nothing does.
 * Not the mode is looked at, but asked is who must allow it: it is another thing for root, and on a disk mounted read-only.
 */
export function obstacleToWriting(path: string): string | null {
  try {
    // SQLite puts its files beside the file itself; asked at every start, so as little as will do
    const real = lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
    accessSync(dirname(real), constants.W_OK);
    accessSync(real, constants.W_OK);
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
    throw error;
  }
}

/**
 * Opens a copy of the store as it is on disk, what was only written to the log beside it included. It is in memory, or in
 * a file that no other program finds and that is gone with the process. `prepare` may write in it, afterwards nobody may.
 * @throws Fault `db-busy` where it was written to all the while; `db-no-copy` where there is no room for one
 */
export function openCopy(
  path: string,
  prepare: (db: Database.Database) => void,
  { inMemoryUpTo = IN_MEMORY_BYTES }: CopyOptions = {},
): Database.Database {
  const real = realpathSync(path);
  const isSmall = statSync(real).size <= inMemoryUpTo;
  const db = (isSmall ? openInMemory(real) : null) ?? openPrivateCopy(real);
  prepare(db);
  db.pragma('query_only = ON');
  COPIED.set(db, path);
  return db;
}

/** Where the header says by which way of writing the file can be read and written: 1 is the one without a log. */
const WAYS_AT = [18, 19];

/** null where something is in a log: only SQLite knows what to make of that. */
function openInMemory(path: string): Database.Database | null {
  const bytes = whileUnchanged(path, () => readFileSync(path));
  if (logsOf(path).length > 0) return null;
  for (const at of WAYS_AT) bytes[at] = 1;
  return openDatabase(bytes);
}
