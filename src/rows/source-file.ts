/** An export on disk (or spooled from standard input): hashed, its encoding found, refused when it is no text. */

import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  openSync,
  readSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Fault, usageFault } from '../domain/fault.ts';
import { textOf } from './decode.ts';
import { newSpool, noRoom, type Spool, spool } from './spool.ts';
import type { Notice, SheetAsCsv } from './workbook/workbook-as-csv.ts';

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'cp437',
  'cp850',
  'macroman',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface SourceFile {
  /** as the person named it; `-` for standard input */
  readonly name: string;
  /** of the text that is read: the file itself, or a copy of what is in it */
  readonly path: string;
  /** of the file itself */
  readonly sha256: string;
  /** of the text */
  readonly bytes: number;
  /** when the file itself was last written to */
  readonly modified: Date;
  readonly encoding: Encoding;
  /** bytes of a byte order mark at the start */
  readonly bom: number;
  /** two line ends in a row somewhere, be it in a cell: a parser that skips blank lines counts differently */
  readonly hasBlankLines: boolean;
  /** lines of UTF-8 and lines of Windows-1252 in one file: the first of those it has fewer of; null = one encoding */
  readonly mixedFrom: number | null;
  /** of an Excel workbook, its cells separated by commas; null = the file is text */
  readonly workbook: Pick<SheetAsCsv, 'sheet' | 'columns'> | null;
  /** the line a person looks for: of a workbook the row of its sheet, else the line itself */
  readonly shownLine: (line: number) => number;
  /** what a person should know of how it is read */
  readonly notices: readonly Notice[];
  /** the text of the first bytes, without the mark */
  readonly head: string;
  /** whether the head is all of it */
  readonly isShort: boolean;
  /** somebody has written to it since it was opened: what was read is not what it holds */
  readonly hasChanged: () => boolean;
  /** removes the copies that were made of it */
  readonly dispose: () => void;
}

const CHUNK = 1 << 20;
const HEAD = 1 << 18;

/** What a person says of how a file is to be read. */
export interface SaidOfSource {
  readonly encoding?: Encoding;
  /** of a workbook: the name of the sheet; the first that is not hidden, when nobody says */
  readonly sheet?: string;
}

/**
 * Reads the whole file once: hash, encoding, and whether it is text at all. Of an Excel workbook a sheet is read as the CSV
 * it would be saved as.
 * What can be read only once (standard input, pipes) is copied to a private file first, and so is what is in a workbook.
 * @param name a path, or `-` for standard input
 * @throws Fault `no-such-file`, `not-a-csv`, `empty-file`, `bad-workbook`, `no-such-sheet` … with advice
 */
export async function openSource(name: string, said: SaidOfSource = {}): Promise<SourceFile> {
  const stats = name === '-' ? undefined : statOf(name);
  if (stats?.isDirectory()) {
    throw usageFault(
      'not-a-csv',
      `${name} is a folder`,
      `name the files in it: beback import ${join(name, '*.csv')}`,
    );
  }
  const copies: Spool[] = [];
  const dispose = (): void => {
    for (const { remove } of copies) remove();
  };
  try {
    let path = name;
    if (!stats?.isFile()) {
      const copy = await spool(name === '-' ? process.stdin : createReadStream(name));
      copies.push(copy);
      path = copy.path;
    }
    const whole = scanFile(path, name);
    if (whole.bytes === 0) throw usageFault('empty-file', `${name} is empty`, 'export it again from the DMS');
    const about = {
      name,
      sha256: whole.sha256,
      modified: stats?.mtime ?? new Date(),
      hasChanged: () => stats?.isFile() === true && isOther(stats, name),
      dispose,
    };
    if (!isZip(whole.head)) return { ...about, ...(await asText(name, path, whole, said)) };
    const csv = newSpool();
    copies.push(csv);
    const read = await sheetInto(csv.path, { name, path, bytes: whole.bytes }, said.sheet);
    const { bytes, head, hasBlankLines } = scanFile(csv.path, csv.path);
    return {
      ...about,
      path: csv.path,
      bytes,
      encoding: 'utf-8',
      bom: 0,
      hasBlankLines,
      mixedFrom: null,
      workbook: read,
      shownLine: read.rowOfLine,
      notices: read.notices,
      head: head.toString('utf8'),
      isShort: bytes <= head.length,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** @throws Fault `not-a-csv`, `no-sheets` when a sheet was named */
async function asText(
  name: string,
  path: string,
  scanned: Scan,
  { encoding, sheet }: SaidOfSource,
): Promise<Omit<SourceFile, 'name' | 'sha256' | 'modified' | 'hasChanged' | 'dispose'>> {
  const found = detectEncoding(scanned);
  refuseOtherFormats(name, scanned.head, found.encoding);
  if (sheet !== undefined)
    throw usageFault(
      'no-sheets',
      `${name} is no workbook: it has no sheets`,
      'leave the name of a sheet away',
    );
  const encoded = {
    encoding: encoding ?? found.encoding,
    mixedFrom: encoding === undefined && found.encoding === 'windows-1252' ? mixture(path) : null,
  };
  return {
    ...encoded,
    path,
    bytes: scanned.bytes,
    bom: found.bom,
    hasBlankLines: scanned.hasBlankLines || found.encoding.startsWith('utf-16'),
    workbook: null,
    shownLine: (line) => line,
    notices: [],
    head: await textOf(scanned.head.subarray(found.bom), encoded),
    isShort: scanned.bytes <= scanned.head.length,
  };
}

const isZip = (head: Buffer): boolean => startsWith(head, [0x50, 0x4b, 0x03, 0x04]);

/** The reader of workbooks is loaded for a workbook only. */
async function sheetInto(
  csv: string,
  workbook: { readonly name: string; readonly path: string; readonly bytes: number },
  sheet: string | undefined,
): Promise<SheetAsCsv> {
  const { workbookAsCsv } = await import('./workbook/workbook-as-csv.ts');
  const fd = openSync(csv, 'wx', 0o600);
  try {
    return await workbookAsCsv(workbook, sheet, (piece) => {
      try {
        writeFileSync(fd, piece);
      } catch (error) {
        throw noRoom(error);
      }
    });
  } finally {
    closeSync(fd);
  }
}

function statOf(name: string): Stats {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (stats) return stats;
  throw noSuchFile(name);
}

export const noSuchFile = (name: string): Fault =>
  usageFault(
    'no-such-file',
    `${name}: there is no such file`,
    'check the path; the shell completes it with Tab',
  );

/** A file that is gone was moved away, not written to. */
function isOther({ size, mtimeMs }: Stats, name: string): boolean {
  const now = statSync(name, { throwIfNoEntry: false });
  return now !== undefined && (now.size !== size || now.mtimeMs !== mtimeMs);
}

function openForReading(path: string, name: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new Fault(`${name} cannot be read (${code})`, {
      code: 'unreadable-file',
      hint: 'check that you may read it',
      cause: error,
    });
  }
}

interface Scan {
  readonly sha256: string;
  readonly bytes: number;
  readonly head: Buffer;
  readonly validUtf8: boolean;
  readonly hasBlankLines: boolean;
}

/** @param name for the words of a fault */
function scanFile(path: string, name: string): Scan {
  const fd = openForReading(path, name);
  try {
    return scan(fd);
  } finally {
    closeSync(fd);
  }
}

function scan(fd: number): Scan {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK);
  let head = Buffer.alloc(0);
  let bytes = 0;
  let validUtf8 = true;
  let kept = 0;
  let hasBlankLines = false;
  for (;;) {
    const count = readSync(fd, chunk, kept, CHUNK - kept, null);
    if (count === 0) break;
    const read = chunk.subarray(kept, kept + count);
    hash.update(read);
    // one that is cut by two reads begins the second
    hasBlankLines ||= startsBlank(read) || BLANK_LINES.some((ends) => read.includes(ends));
    if (head.length < HEAD)
      head = Buffer.concat([head, chunk.subarray(kept, kept + Math.min(count, HEAD - head.length))]);
    bytes += count;
    const filled = kept + count;
    if (!validUtf8) {
      kept = 0;
      continue;
    }
    const whole = wholeCharacters(chunk, filled);
    validUtf8 = isUtf8(chunk.subarray(0, whole));
    chunk.copyWithin(0, whole, filled);
    kept = filled - whole;
  }
  return { sha256: hash.digest('hex'), bytes, head, validUtf8: validUtf8 && kept === 0, hasBlankLines };
}

const BLANK_LINES = ['\n\n', '\r\n\r', '\r\r'].map((ends) => Buffer.from(ends));
const startsBlank = (bytes: Buffer): boolean => bytes[0] === 0x0a || bytes[0] === 0x0d;

/**
 * Files are put together from several exports. In a file that is not all UTF-8: the first line in the encoding that fewer lines
 * have, where some with letters beyond ASCII are UTF-8 and some are not; null where none is UTF-8.
 */
function mixture(path: string): number | null {
  const fd = openSync(path, 'r');
  try {
    return firstOfMixture(fd);
  } finally {
    closeSync(fd);
  }
}

function firstOfMixture(fd: number): number | null {
  const first: Record<'utf8' | 'other', number> = { utf8: 0, other: 0 };
  const count: Record<'utf8' | 'other', number> = { utf8: 0, other: 0 };
  let line = 0;
  for (const bytes of linesIn(fd)) {
    line++;
    if (isAscii(bytes)) continue;
    const kind = isUtf8(bytes) ? 'utf8' : 'other';
    if (count[kind]++ === 0) first[kind] = line;
  }
  if (count.utf8 === 0 || count.other === 0) return null;
  return count.utf8 < count.other ? first.utf8 : first.other;
}

function* linesIn(fd: number): Generator<Buffer> {
  const chunk = Buffer.allocUnsafe(CHUNK);
  let rest = Buffer.alloc(0);
  let position = 0;
  for (;;) {
    const count = readSync(fd, chunk, 0, CHUNK, position);
    if (count === 0) break;
    position += count;
    const bytes =
      rest.length === 0 ? chunk.subarray(0, count) : Buffer.concat([rest, chunk.subarray(0, count)]);
    let start = 0;
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = Buffer.from(bytes.subarray(start));
  }
  if (rest.length > 0) yield rest;
}

const LF = 0x0a;

/** How many of the first `length` bytes end on a UTF-8 character border. */
function wholeCharacters(bytes: Buffer, length: number): number {
  for (let back = 1; back <= Math.min(4, length); back++) {
    const byte = bytes[length - back] ?? 0;
    if (byte < 0x80) return length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? length - back : length;
    }
  }
  return length;
}

/** Mark first, then the NULs of unmarked UTF-16, then strict UTF-8; what is left is taken for Windows-1252. */
function detectEncoding({ head, validUtf8 }: Scan): { encoding: Encoding; bom: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  const sample = head.subarray(0, 4096);
  let odd = 0;
  let even = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 1 ? odd++ : even++;
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.1) return { encoding: 'utf-16le', bom: 0 };
  if (even > half * 0.4 && odd < half * 0.1) return { encoding: 'utf-16be', bom: 0 };
  return { encoding: validUtf8 ? 'utf-8' : 'windows-1252', bom: 0 };
}

const startsWith = (head: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

/** What a locked workbook is called inside. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

function refuseOtherFormats(name: string, head: Buffer, encoding: Encoding): void {
  const asCsv = 'open it and save or export it as CSV (UTF-8) or .xlsx, then import that file';
  const refuse = (what: string, hint = asCsv): Fault =>
    usageFault(
      'not-a-csv',
      `${name === '-' ? 'standard input' : basename(name)} is ${what}, not a CSV file`,
      hint,
    );
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (head.includes(ENCRYPTED) || /\.xls[xm]$/i.test(name))
      throw refuse(
        'an Excel workbook locked with a password',
        'open it, take the password off (File, Info, Protect Workbook) and save it again',
      );
    throw refuse('an old Excel workbook (.xls)');
  }
  if (startsWith(head, [0x1f, 0x8b]))
    throw refuse('a gzip archive', 'unpack it (gunzip) and import the file inside');
  if (head.subarray(0, 5).toString('latin1') === '%PDF-')
    throw refuse('a PDF', 'ask the DMS for the same report as CSV or tab-separated text');
  if (
    /^\s*(?:<!doctype|<html|<table|<head|<body|<\?xml|<div|<meta)/i.test(
      head.subarray(0, 512).toString('latin1'),
    )
  ) {
    throw refuse('an HTML or XML page');
  }
  if (
    startsWith(head, [0x7b, 0x0a]) ||
    /^\s*[[{]\s*(?:"|\{|\[)/.test(head.subarray(0, 64).toString('latin1'))
  ) {
    throw refuse('a JSON document', 'ask the DMS for the same data as CSV');
  }
  if (!encoding.startsWith('utf-16') && head.includes(0)) throw refuse('a binary file');
}
