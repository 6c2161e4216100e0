/** Files handed out: complete or not there at all, for their owner's eyes only. */

import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Fault, usageFault } from '../domain/fault.ts';

/**
 * Writes `parts` under a temporary name in the same folder, makes it durable, then gives it its name.
 * @throws Fault `cannot-write`, `is-a-database` for the name of one or of its log
 */
export function writeFileWhole(path: string, parts: Iterable<string>): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    if (isDatabase(path) || isDatabase(path.replace(/-(?:wal|shm|journal)$/, '')))
      throw usageFault(
        'is-a-database',
        `${path} belongs to a database; it stays as it is`,
        'name another file',
      );
    const fd = openSync(temporary, 'wx', 0o600);
    try {
      for (const part of parts) writeSync(fd, part);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw cannotWrite(path, error);
  }
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

/** The folder, made with mode 0700 if it is not there. @param flag that named it */
export function ensureFolder(path: string, flag = '--out'): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw cannotWrite(path, error, flag);
  }
}

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk cannot be written',
  ENOSPC: 'the disk is full',
  EISDIR: 'a folder has that name',
  EEXIST: 'a file or folder of that name is in the way',
  ENOTDIR: 'part of the path is not a folder',
};

/** What the file system said, in words; anything else as it is. */
export function cannotWrite(path: string, error: unknown, flag = '--out'): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reason = REASONS[code];
  if (reason === undefined) return error;
  return new Fault(`${path} cannot be written: ${reason}`, {
    code: 'cannot-write',
    hint: `name another place with ${flag}`,
    cause: error,
  });
}
