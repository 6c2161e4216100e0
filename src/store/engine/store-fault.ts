/** What SQLite and the disk say, in words a person can act on. */

import { EXIT, Fault, usageFault } from '../../domain/fault.ts';

const ADVICE: Readonly<Record<string, { message: string; hint: string; exit?: typeof EXIT.tryAgain }>> = {
  SQLITE_BUSY: {
    message: 'the database is in use by another program',
    hint: 'try again in a moment; an import or a backup may be running',
    exit: EXIT.tryAgain,
  },
  SQLITE_LOCKED: { message: 'the database is in use', hint: 'try again in a moment', exit: EXIT.tryAgain },
  SQLITE_NOTADB: {
    message: 'this file is not a beback database',
    hint: 'check --db and BEBACK_DB; a backup can be named there instead',
  },
  SQLITE_CORRUPT: {
    message: 'the database file is damaged',
    hint: 'keep the file, restore the last backup, and run `beback doctor`',
  },
  SQLITE_FULL: {
    message: 'the disk is full',
    hint: 'make room and run the command again; nothing was changed',
  },
  SQLITE_READONLY: {
    message: 'the database cannot be written here',
    hint: 'check that you own the file and its folder; looking at it works all the same',
  },
  SQLITE_IOERR: {
    message: 'the disk could not be read or written',
    hint: 'check the disk, then run `beback doctor`',
  },
  SQLITE_CANTOPEN: {
    message: 'the database cannot be opened',
    hint: 'check that the folder exists and that you may write there',
  },
  EACCES: {
    message: 'the database cannot be opened',
    hint: 'you may not read or write this file or its folder',
  },
  EPERM: {
    message: 'the database cannot be opened',
    hint: 'you may not read or write this file or its folder',
  },
  EISDIR: { message: 'this is a folder, not a database file', hint: 'name the file: --db FILE' },
  ENOTDIR: { message: 'part of the path is not a folder', hint: 'check --db and BEBACK_DB' },
  ELOOP: { message: 'the links in this path lead in a circle', hint: 'check --db and BEBACK_DB' },
  ENAMETOOLONG: { message: 'this path is too long', hint: 'check --db and BEBACK_DB' },
  EROFS: {
    message: 'the disk cannot be written',
    hint: 'name a database on a disk you can write: --db FILE',
  },
};

/** Turns what SQLite or the file system said into a Fault with advice; anything else is passed on. */
export function asStoreFault(error: unknown, path: string): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return storeFault(code, path, error) ?? error;
}

/** The fault of a code of SQLite's or of the file system's; null for one without advice. */
export function storeFault(code: string, path: string, cause?: Error): Fault | null {
  const known = Object.keys(ADVICE).find((key) => code === key || code.startsWith(`${key}_`));
  const advice = known === undefined ? undefined : ADVICE[known];
  if (!advice) return null;
  return new Fault(`${path}: ${advice.message}`, {
    code: `db-${code
      .replace(/^SQLITE_/, '')
      .toLowerCase()
      .replaceAll('_', '-')}`,
    hint: advice.hint,
    cause,
    ...(advice.exit === undefined ? {} : { exit: advice.exit }),
  });
}

/** The same for what SQLite itself said: a file beside the database that is at fault is named by whoever opened it. */
export const asSqliteFault = (error: unknown, path: string): unknown =>
  error instanceof Error && error.name === 'SqliteError' ? asStoreFault(error, path) : error;

export const foreignFault = (path: string): Fault =>
  new Fault(`${path}: this database belongs to another program`, {
    code: 'db-foreign',
    hint: 'check --db and BEBACK_DB; nothing was changed',
  });

/** @param version of its schema @param known the newest that this program knows */
export const newerFault = (path: string, version: number, known: number): Fault =>
  new Fault(
    `${path}: this database was written by a newer beback (schema ${version}, this one knows ${known})`,
    { code: 'db-newer', hint: 'update beback on this machine; nothing was changed' },
  );

/** For whoever would write into a database that is not there. */
export const noDatabase = (path: string): Fault =>
  usageFault(
    'no-database',
    `${path}: there is no database yet`,
    '`beback import FILE` makes it; if there is one already, check --db and BEBACK_DB',
  );
