/** Only one process sends the mails of a store at a time; the operating system ends its lock with the process. */

import { closeSync, existsSync, openSync, realpathSync } from 'node:fs';
import { openDatabase } from './open-database.ts';
import { asStoreFault } from './store-fault.ts';

export interface SendingLock {
  readonly release: () => void;
}

/** An empty file beside the database, locked as SQLite locks: the database itself stays free for everybody. */
/** By the file itself: a store may be named by a link. */
const lockFile = (databasePath: string): string =>
  `${existsSync(databasePath) ? realpathSync(databasePath) : databasePath}-sending`;

/** The lock, or null while another process has it. */
export function takeSendingLock(databasePath: string): SendingLock | null {
  const path = lockFile(databasePath);
  try {
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
    const lock = openDatabase(path, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return null;
      throw error;
    }
    return { release: () => lock.close() };
  } catch (error) {
    throw asStoreFault(error, path);
  }
}

/** Whether some process is sending right now; leaves no file behind, and keeps nobody from beginning. */
export function isSending(databasePath: string): boolean {
  const path = lockFile(databasePath);
  if (!existsSync(path)) return false;
  try {
    const look = openDatabase(path, { readonly: true, timeout: 0 });
    try {
      look.pragma('schema_version');
      return false;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return true;
      throw error;
    } finally {
      look.close();
    }
  } catch (error) {
    throw asStoreFault(error, path);
  }
}
