/** Opening the store's database file: mode 0600, migrated to this version, errors in plain words. */

import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Fault } from '../domain/fault.ts';
import { migrate } from './migrate.ts';
import { asLoadingFault, asStoreFault } from './store-fault.ts';

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
  refuseWrongBuild();
  try {
    if (path !== ':memory:' && !existsSync(path)) createPrivateFile(path);
    const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    migrate(db);
    if (options.readonly) db.pragma('query_only = ON');
    return db;
  } catch (error) {
    throw asStoreFault(asLoadingFault(error), path);
  }
}

/** SQLite gives its -wal and -shm files the mode of the main file, so the mode must be right before it opens it. */
function createPrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}

/** better-sqlite3 13 on a Node before 22 dies without a word; npm never pairs them, other installers may. */
function refuseWrongBuild(): void {
  if (Number(process.versions.node.split('.')[0]) >= 22) return;
  const { version } = createRequire(import.meta.url)('better-sqlite3/package.json') as { version: string };
  if (Number(version.split('.')[0]) < 13) return;
  throw new Fault(`better-sqlite3 ${version} needs Node 22 or newer, this is ${process.versions.node}`, {
    code: 'no-sqlite',
    hint: 'install with npm, which picks the right version, or use a newer Node',
  });
}
