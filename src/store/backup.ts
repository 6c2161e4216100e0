/** A consistent copy of the database, taken while others may be writing. */

import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Fault } from '../domain/fault.ts';
import { keepOffDisk } from './keep-off-disk.ts';
import type { Store } from './open-store.ts';
import { asStoreFault } from './store-fault.ts';

/**
 * Copies the store to `path`: under a temporary name first, checked with integrity_check, then named.
 * The copy is one file, mode 0600.
 * @throws Fault `backup-damaged`, or what the disk said
 */
export async function backupStore(db: Store, path: string): Promise<{ bytes: number }> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    closeSync(openSync(temporary, 'wx', 0o600));
    await db.backup(temporary);
    check(temporary);
    chmodSync(temporary, 0o600);
    const fd = openSync(temporary, 'r+');
    fsyncSync(fd);
    closeSync(fd);
    renameSync(temporary, path);
    return { bytes: statSync(path).size };
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error instanceof Fault ? error : folderFault(error, path);
  } finally {
    for (const side of ['-wal', '-shm', '-journal']) rmSync(`${temporary}${side}`, { force: true });
  }
}

function check(path: string): void {
  const copy = new Database(path);
  try {
    keepOffDisk(copy);
    // a single file to keep: no -wal beside it
    copy.pragma('journal_mode = DELETE');
    const result = copy.pragma('integrity_check', { simple: true });
    if (result !== 'ok') {
      throw new Fault('the copy did not pass the check; it was thrown away', {
        code: 'backup-damaged',
        hint: 'run `beback doctor`: the database itself may be damaged',
      });
    }
  } finally {
    copy.close();
  }
}

function folderFault(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT')
    return new Fault(`${path} cannot be written: its folder does not exist`, {
      code: 'cannot-write',
      hint: 'make the folder first, or name another',
      cause: error,
    });
  return asStoreFault(error, path);
}
