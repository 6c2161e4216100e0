/** The rows of a UTF-8 file that is formed as files should be, taken apart without a parser; at the first odd record it stops and says where. */

import { isAscii } from 'node:buffer';
import { open } from 'node:fs/promises';
import { linesOf, type Row } from './row.ts';

/** Where the parser has to go on. */
export interface Place {
  /** bytes from the beginning of the file */
  readonly offset: number;
  /** the physical line that begins there */
  readonly line: number;
}

export interface Form {
  readonly delimiter: string;
  readonly quoted: boolean;
}

/** Read at once: as much as is taken in within a tenth of a second, so that an interrupt is heard between two. */
const CHUNK = 256 << 10;
/** Whatever takes more is for the parser to judge: a quote that is never closed would be looked at again with each line. */
const LONGEST_RECORD = 1 << 20;
const MOST_LINES = 100;
const LF = 0x0a;
const QUOTE = '"';

/**
 * Yields batches of rows from line `preamble + 1` on, blank lines left out.
 * @returns the place of the first record that is not strictly formed: text behind a closing quote, a lone carriage return, a
 * quote that stays open, or a record too long; null at the end of the file
 */
export async function* strictRows(
  path: string,
  { start, preamble, batchSize, ...form }: Form & { start: number; preamble: number; batchSize: number },
): AsyncGenerator<Row[], Place | null> {
  const file = await open(path);
  try {
    let bytes: Buffer = Buffer.alloc(0);
    let offset = start;
    let line = 1;
    let batch: Row[] = [];
    for (let isLast = false; !isLast; ) {
      const { buffer, bytesRead } = await file.read(
        Buffer.allocUnsafe(CHUNK),
        0,
        CHUNK,
        offset + bytes.length,
      );
      isLast = bytesRead === 0;
      bytes = Buffer.concat([bytes, buffer.subarray(0, bytesRead)]);
      const encoding = isAscii(bytes) ? 'latin1' : 'utf8';
      let from = 0;
      while (from < bytes.length) {
        const record = recordAt(bytes, from, { encoding, isLast, ...form });
        if (record === 'unread' && bytes.length - from <= LONGEST_RECORD) break;
        if (record === 'odd' || record === 'unread') {
          if (batch.length > 0) yield batch;
          return { offset: offset + from, line };
        }
        if (line > preamble && !record.isBlank) batch.push({ line, cells: record.cells });
        line += record.lines;
        from = record.end;
        if (batch.length === batchSize) {
          yield batch;
          batch = [];
        }
      }
      bytes = bytes.subarray(from);
      offset += from;
    }
    if (batch.length > 0) yield batch;
    return null;
  } finally {
    await file.close();
  }
}

interface StrictRecord {
  readonly cells: string[];
  readonly isBlank: boolean;
  /** physical lines it takes */
  readonly lines: number;
  /** the first byte behind it and its line end */
  readonly end: number;
}

function recordAt(
  bytes: Buffer,
  from: number,
  { encoding, isLast, ...form }: Form & { encoding: BufferEncoding; isLast: boolean },
): StrictRecord | 'odd' | 'unread' {
  let end = from - 1;
  for (let breaks = 0; breaks < MOST_LINES; breaks++) {
    end = bytes.indexOf(LF, end + 1);
    if (end === -1) {
      if (!isLast) return 'unread';
      end = bytes.length;
    }
    const text = withoutReturn(bytes.toString(encoding, from, end));
    const cells = split(text, form);
    if (cells === 'odd') return 'odd';
    if (cells === 'open') {
      if (end === bytes.length) return 'odd';
      continue;
    }
    const lines = breaks > 0 || text.includes('\r') ? linesOf(cells) : 1;
    return { cells, isBlank: text === '', lines, end: end + 1 };
  }
  return 'odd';
}

/**
 * The first records of a text, blank ones too, at most `most`; null where one of them is oddly formed. What a quote holds open at
 * the end of the text is left out.
 */
export function strictRecords(text: string, form: Form, most: number): string[][] | null {
  const records: string[][] = [];
  let from = 0;
  while (from < text.length && records.length < most) {
    let end = from - 1;
    let cells: string[] | 'odd' | 'open' = 'open';
    for (let breaks = 0; cells === 'open'; breaks++) {
      if (breaks === MOST_LINES) return null;
      if (end === text.length) return records;
      end = text.indexOf('\n', end + 1);
      if (end === -1) end = text.length;
      cells = split(withoutReturn(text.slice(from, end)), form);
    }
    if (cells === 'odd') return null;
    records.push(cells);
    from = end + 1;
  }
  return records;
}

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

/** The cells of a record without its line end; `open` where a quote is not closed. */
function split(text: string, { delimiter, quoted }: Form): string[] | 'odd' | 'open' {
  const cells: string[] = [];
  let at = 0;
  // up to the last quote cell by cell, then all at once
  for (let quote = quoted ? text.indexOf(QUOTE) : -1; quote !== -1; quote = text.indexOf(QUOTE, at)) {
    if (!text.startsWith(QUOTE, at)) {
      // quotes inside a cell are data
      const end = text.indexOf(delimiter, at);
      if (end === -1) break;
      const cell = text.slice(at, end);
      if (cell.includes('\r')) return 'odd';
      cells.push(cell);
      at = end + delimiter.length;
      continue;
    }
    const close = closingQuote(text, at + 1);
    if (close === -1) return 'open';
    const cell = text.slice(at + 1, close);
    cells.push(cell.includes(QUOTE) ? cell.replaceAll('""', QUOTE) : cell);
    if (close + 1 === text.length) return cells;
    if (!text.startsWith(delimiter, close + 1)) return 'odd';
    at = close + 1 + delimiter.length;
  }
  const rest = text.slice(at);
  if (rest.includes('\r')) return 'odd';
  for (const cell of rest.split(delimiter)) cells.push(cell);
  return cells;
}

/** Where the quote ends; two in a row are one that belongs to the cell. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf(QUOTE, from);
  while (at !== -1 && text.startsWith(QUOTE, at + 1)) at = text.indexOf(QUOTE, at + 2);
  return at;
}
