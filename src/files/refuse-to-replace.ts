/** What no file is ever written over. */

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { usageFault } from '../domain/fault.ts';

/** @throws Fault `no-file` for a device or a pipe, `is-a-database` for the name of one or of its log */
export function refuseToReplace(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isFile() && !stats.isDirectory())
    throw usageFault(
      'no-file',
      `${path} is no file but a device or a pipe`,
      'name a file, or leave the output to the shell: > or |',
    );
  if (isDatabase(path) || isDatabase(path.replace(/-(?:wal|shm|journal)$/, '')))
    throw usageFault(
      'is-a-database',
      `${path} belongs to a database; it stays as it is`,
      'name another file',
    );
}

/** As SQLite's files begin. */
const DATABASE_MARK = 'SQLite format 3\0';

function isDatabase(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  const fd = openSync(path, 'r');
  try {
    const start = Buffer.alloc(DATABASE_MARK.length);
    readSync(fd, start);
    return start.toString('latin1') === DATABASE_MARK;
  } finally {
    closeSync(fd);
  }
}
