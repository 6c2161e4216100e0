/** Opening the store's database file: mode 0600, migrated to this version, errors in plain words. */

import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { asStoreFault } from './store-fault.ts';

export type Store = Database.Database;

export interface OpenOptions {
  /** open an existing file for reading only; a missing one is a fault */
  readonly readonly?: boolean;
}

const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens (and on first use creates) the database.
 * @throws Fault `db-…` with what to try
 */
export function openStore(path: string, options: OpenOptions = {}): Store {
  try {
    if (path !== ':memory:' && !existsSync(path)) createPrivateFile(path);
    const db = openDatabase(path, { timeout: BUSY_TIMEOUT_MS });
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    migrate(db);
    if (options.readonly) db.pragma('query_only = ON');
    return db;
  } catch (error) {
    throw asStoreFault(error, path);
  }
}

/** SQLite gives its -wal and -shm files the mode of the main file, so the mode must be right before it opens it. */
function createPrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}
