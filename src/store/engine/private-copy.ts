/** A copy of a database in a file that no other program finds, gone from the disk as soon as it is open. */

import { chmodSync, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { Fault } from '../../domain/fault.ts';
import { openDatabase } from './open-database.ts';
import { storeFault } from './store-fault.ts';
import { LOGS, logsOf } from './store-file.ts';

const TRIES = 5;

/**
 * What is in the log beside the file is in the copy's own file.
 * @throws Fault `db-busy` where it was written to all the while; `db-no-copy` where there is no room for one
 */
export function openPrivateCopy(path: string): Database.Database {
  // sent meanwhile, they are heard when the folder is gone
  process.off('SIGHUP', hangUp).once('SIGHUP', hangUp);
  const folder = privateFolder(path);
  try {
    const copy = join(folder, 'store.db');
    whileUnchanged(path, () => {
      for (const end of LOGS) rmSync(`${copy}${end}`, { force: true });
      for (const end of ['', ...logsOf(path)]) copyPrivately(`${path}${end}`, `${copy}${end}`);
    });
    const db = openDatabase(copy);
    db.pragma('locking_mode = EXCLUSIVE');
    // brings what is in the log into the file
    db.pragma('journal_mode = DELETE');
    db.pragma('journal_mode = MEMORY');
    return db;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw code === 'ENOSPC' || code === 'SQLITE_FULL' ? noPlaceForCopy(path, error) : error;
  } finally {
    // from here on the operating system keeps it for whoever has it open
    takeAway(folder);
  }
}

const HUNG_UP = 129;
const hangUp = (): void => process.exit(HUNG_UP);

function privateFolder(path: string): string {
  try {
    return mkdtempSync(join(tmpdir(), 'beback-'));
  } catch (error) {
    throw noPlaceForCopy(path, error);
  }
}

const noPlaceForCopy = (path: string, cause: unknown): Fault =>
  new Fault(`${path}: cannot be read where it is, and ${tmpdir()} has no room for a copy`, {
    code: 'db-no-copy',
    hint: 'make room there, or name another folder in TMPDIR',
    cause,
  });

function copyPrivately(from: string, to: string): void {
  try {
    copyFileSync(from, to);
    chmodSync(to, 0o600);
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    // a log goes when all of it is in the file
    if (!isGone || !LOGS.some((end) => from.endsWith(end))) throw error;
  }
}

/** Where a file that is open cannot be deleted, the folder goes with the process. */
function takeAway(folder: string): void {
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    remove();
  } catch {
    process.once('exit', remove);
  }
}

/** What `read` gives; again when somebody wrote to the file meanwhile, and may have been caught half way. @throws Fault `db-busy` */
export function whileUnchanged<T>(path: string, read: () => T): T {
  const state = (): string => {
    const { ino, size, mtimeNs } = statSync(path, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  };
  for (let tries = 0; tries < TRIES; tries++) {
    const before = state();
    const result = read();
    if (state() === before) return result;
  }
  throw storeFault('SQLITE_BUSY', path);
}
