/** Opening the store's database file: mode 0600, migrated to this version, errors in plain words. */

import { existsSync } from 'node:fs';
import { Fault } from '../../domain/fault.ts';
import { closeStore, type MadeFile, makeFile, noteMade } from './made-store.ts';
import { migrate, SCHEMA_VERSION } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { sortsBeside } from './sort-beside.ts';
import type { Store } from './store.ts';
import { type CopyOptions, obstacleToWriting, openCopy } from './store-copy.ts';
import { asStoreFault } from './store-fault.ts';
import { isStore, versionOfStore } from './store-file.ts';

export interface MakeOptions {
  /** the folder is made as well, if it is not there */
  readonly makesFolder?: boolean;
}

export interface ReadOptions extends CopyOptions {
  /** as if the place could not be written */
  readonly fromCopy?: boolean;
}

const BUSY_TIMEOUT_MS = 5_000;
const LOOK_TIMEOUT_MS = 50;
const IN_MEMORY = ':memory:';

/**
 * Opens the database to write in it, and on first use makes it; `closeStore` takes it away again if nothing went in.
 * @throws Fault `db-…` with what to try; `no-folder`
 */
export function openStore(path: string, { makesFolder = false }: MakeOptions = {}): Store {
  const there = openExistingStore(path);
  if (there !== null) return there;
  try {
    // a driver that is missing is told before anything is made
    openDatabase(IN_MEMORY).close();
    const db = connect(path, makeFile(path, makesFolder));
    if (existsSync(path)) return db;
    // another process had made it, and took it away while we waited for it
    db.close();
    return openStore(path, { makesFolder });
  } catch (error) {
    throw asStoreFault(error, path);
  }
}

/**
 * Opens the database there is, to write in it; null where there is none yet.
 * @throws Fault `db-…` with what to try
 */
export function openExistingStore(path: string): Store | null {
  sortsBeside(path);
  if (!isStore(path)) return null;
  if (obstacleToWriting(path) !== null) throw notWritable(path);
  try {
    return connect(path);
  } catch (error) {
    throw asStoreFault(error, path);
  }
}

/**
 * Opens the database there is, to read it; null where there is none yet. In a place that cannot be written it is a copy
 * (`isCopy`), which nobody can write in.
 * @throws Fault `db-…` with what to try
 */
export function openStoreToRead(
  path: string,
  { fromCopy = false, ...options }: ReadOptions = {},
): Store | null {
  if (!isStore(path)) return null;
  try {
    if (!fromCopy && obstacleToWriting(path) === null) {
      try {
        return connect(path);
      } catch (error) {
        if (!NOT_WRITABLE.test(codeOf(error))) throw error;
      }
    }
    return openCopy(path, (copy) => setUp(copy), options);
  } catch (error) {
    throw asStoreFault(error, path);
  }
}

/** For a passing look at what is there; null where there is none of this version. Brings nothing up to date and hardly waits. */
export function openForALook(path: string): Store | null {
  if (versionOfStore(path) !== SCHEMA_VERSION) return null;
  return openDatabase(path, { timeout: LOOK_TIMEOUT_MS, fileMustExist: true });
}

/** What stands in for the database where there is none: empty, in memory. */
export function emptyStore(): Store {
  return connect(IN_MEMORY);
}

/** What SQLite says where it cannot make the files beside the database that it needs to read it. */
const NOT_WRITABLE = /^(?:SQLITE_(?:CANTOPEN|READONLY)|EROFS)/;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** @param made what was made for it, if it was made just now */
function connect(path: string, made?: MadeFile): Store {
  const db = openDatabase(path, { timeout: BUSY_TIMEOUT_MS, fileMustExist: path !== IN_MEMORY });
  if (made !== undefined) noteMade(db, made);
  try {
    db.pragma('journal_mode = WAL');
    setUp(db, path !== IN_MEMORY);
    return db;
  } catch (error) {
    closeStore(db);
    throw error;
  }
}

/** @param isThePlace it is the file itself, not a copy of it for reading */
function setUp(db: Store, isThePlace = false): void {
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  migrate(db, { keepsCopy: isThePlace });
}

/** For whoever would write into a store that can only be read where it is. */
export function notWritable(path: string): Fault {
  const why =
    obstacleToWriting(path) === 'EROFS'
      ? 'the disk is read-only'
      : 'you may not write this file or its folder';
  return new Fault(`${path}: the database cannot be written here: ${why}`, {
    code: 'db-readonly',
    hint: 'looking at it works all the same; to change something, use it where it can be written',
  });
}
