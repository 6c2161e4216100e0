/** Whose file lies at the path of a database: told from its first bytes, without SQLite, which may write when it opens one. */

import { closeSync, openSync, readSync, realpathSync, type Stats, statSync } from 'node:fs';
import { Fault } from '../../domain/fault.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './migrate.ts';
import { asStoreFault, foreignFault, newerFault, storeFault } from './store-fault.ts';

const HEADER_BYTES = 100;
const MARK = 'SQLite format 3\0';

/**
 * Whether a store lies there. Nothing there yet are also an empty file and a database without anything in it: that is what
 * is left of an import that was killed while it made them.
 * To be asked before this process has the database open: closing a file gives up the locks a process holds on it.
 * @throws Fault for whatever else lies there: `db-foreign`, `db-newer`, `db-notadb`, `db-corrupt`, `db-eisdir`, …
 */
export function isStore(path: string): boolean {
  try {
    const stats = statsOf(path);
    if (stats === null) return false;
    if (stats.isDirectory()) throw storeFault('EISDIR', path);
    if (!stats.isFile()) throw noFile(path);
    if (stats.size === 0) return false;
    const header = readHeader(path);
    if (!header.toString('latin1').startsWith(MARK)) throw storeFault('SQLITE_NOTADB', path);
    if (header.length < HEADER_BYTES) throw storeFault('SQLITE_CORRUPT', path);
    const isThere = isOurs(header, path);
    if (isThere && marksOf(header).version === SCHEMA_VERSION) return true;
    return isOurs(headerInLog(realpathSync(path)) ?? header, path);
  } catch (error) {
    throw asStoreFault(error, path);
  }
}

/** The version of the store that lies there, by its schema; null where there is none. @throws as `isStore` */
export function versionOfStore(path: string): number | null {
  if (!isStore(path)) return null;
  return marksOf(headerInLog(realpathSync(path)) ?? readHeader(path)).version;
}

/** null where there is none; a path through a file leads to none either. */
export function statsOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null;
    throw error;
  }
}

/** The ends of the names of what belongs to a database beside its file. */
export const LOGS = ['-wal', '-journal'];

/** Those in which something is that is not in the file yet, or is to be taken out of it again. @param path not of a link */
export const logsOf = (path: string): string[] =>
  LOGS.filter((end) => (statsOf(`${path}${end}`)?.size ?? 0) > 0);

/** false for a database without anything in it. */
function isOurs(header: Buffer, path: string): boolean {
  const { application, version, changes } = marksOf(header);
  if (application === APPLICATION_ID && version <= SCHEMA_VERSION) return true;
  if (application === APPLICATION_ID) throw newerFault(path, version, SCHEMA_VERSION);
  if (application === 0 && version === 0 && changes === 0) return false;
  throw foreignFault(path);
}

/** Where SQLite keeps them: https://www.sqlite.org/fileformat2.html#the_database_header */
const marksOf = (header: Buffer) => ({
  application: header.readInt32BE(68),
  version: header.readInt32BE(60),
  /** how often its tables were changed */
  changes: header.readInt32BE(40),
});

/** The pipe or device is not opened: that may wait for good. */
const noFile = (path: string): Fault =>
  new Fault(`${path}: this is a pipe or a device, not a database file`, {
    code: 'db-no-file',
    hint: 'name the file: --db FILE',
  });

function readHeader(path: string): Buffer {
  const fd = openSync(path, 'r');
  try {
    return bytesAt(fd, 0, HEADER_BYTES);
  } finally {
    closeSync(fd);
  }
}

function bytesAt(fd: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, at));
}

const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const SMALLEST_PAGE_BYTES = 512;

/**
 * The header as it was last committed into the log beside the file, from where it goes into the file later; null where
 * there is none. https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
function headerInLog(path: string): Buffer | null {
  if (!statsOf(`${path}-wal`)?.isFile()) return null;
  const fd = openSync(`${path}-wal`, 'r');
  try {
    const log = bytesAt(fd, 0, LOG_HEADER_BYTES);
    const pageBytes = log.length < LOG_HEADER_BYTES ? 0 : log.readUInt32BE(8);
    if (pageBytes < SMALLEST_PAGE_BYTES) return null;
    const salt = log.subarray(16, 24);
    let written: number | null = null;
    let committed: number | null = null;
    for (let at = LOG_HEADER_BYTES; ; at += FRAME_HEADER_BYTES + pageBytes) {
      const frame = bytesAt(fd, at, FRAME_HEADER_BYTES);
      // frames of an earlier round lie behind those of this one
      if (frame.length < FRAME_HEADER_BYTES || !frame.subarray(8, 16).equals(salt)) break;
      if (frame.readUInt32BE(0) === 1) written = at + FRAME_HEADER_BYTES;
      if (frame.readUInt32BE(4) !== 0) committed = written;
    }
    return committed === null ? null : bytesAt(fd, committed, HEADER_BYTES);
  } finally {
    closeSync(fd);
  }
}
