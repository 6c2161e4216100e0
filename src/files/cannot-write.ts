/** Why a file or the output could not be written, in words. */

import { Fault } from '../domain/fault.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full, no space is left',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'it is larger than a file may be here',
  EIO: 'the disk reports an error',
  ENOENT: 'its folder does not exist',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk cannot be written',
  EISDIR: 'a folder has that name',
  EEXIST: 'a file or folder of that name is in the way',
  ENOTDIR: 'part of the path is not a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'the links lead in a circle',
};
const NEEDS_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** What the system said, in words; null for what it did not say. */
export function systemInWords(error: unknown): string | null {
  const code = codeOf(error);
  if (code === null || !/^E(?!RR_)[A-Z0-9]+$/.test(code)) return null;
  return REASONS[code] ?? `the system says ${code}`;
}

/** @param flag that names the place; null where an argument does */
export function cannotWrite(path: string, error: unknown, flag: string | null): unknown {
  const reason = systemInWords(error);
  if (reason === null) return error;
  const elsewhere = `name another place${flag === null ? '' : ` with ${flag}`}`;
  return new Fault(`${path} cannot be written: ${reason}`, {
    code: 'cannot-write',
    hint: NEEDS_ROOM.has(codeOf(error) ?? '') ? `make room there, or ${elsewhere}` : elsewhere,
    cause: error,
  });
}
