/** How the cells of a file are separated, and which line holds the header. */

import { parse } from 'csv-parse/sync';
import { usageFault } from '../domain/fault.ts';
import { headerKey } from './header-key.ts';
import { linesOf } from './row.ts';
import { strictRecords } from './strict-rows.ts';

export const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

export interface Dialect {
  readonly delimiter: string;
  /** false: quote characters are data (files that quote nothing) */
  readonly quoted: boolean;
  /** how many physical lines stand above the header (or above the first row of a file without one) */
  readonly preamble: number;
  readonly header: readonly string[];
  /** fields of the commonest row, when it is longer than the header by empty ones; else the header's */
  readonly width: number;
  /** records of the head below the header, for a first look at the values */
  readonly samples: readonly (readonly string[])[];
}

const HEADER_WITHIN = 40;
const SAMPLES = 500;

interface Look {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly records: readonly (readonly string[])[];
  readonly headerAt: number;
  readonly score: number;
}

/** What the title of a column names; undefined for nothing that is known. */
type FieldOf = (title: string) => string | undefined;

/**
 * Finds delimiter, quoting and header line from the first part of the file.
 * @throws Fault `no-columns` when nothing like a table is found
 */
export function findDialect(
  head: string,
  options: {
    delimiter?: string;
    fieldOf: FieldOf;
    headerless?: boolean;
    name: string;
    /** of a workbook, where nobody has to look for what separates the cells */
    sheet?: string;
  },
): Dialect {
  const text = wholeLines(head);
  const separator = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const candidates = options.delimiter
    ? [options.delimiter]
    : separator
      ? [separator]
      : Object.keys(DELIMITERS);
  const looks = candidates.map((delimiter) =>
    lookAt(text, delimiter, options.fieldOf, options.sheet !== undefined),
  );
  const best = looks.reduce((a, b) => (b.score > a.score ? b : a));
  const header = best.records[best.headerAt] ?? [];
  if (header.length < 2 && options.sheet !== undefined) {
    throw usageFault(
      'no-columns',
      `${options.name} does not hold a table: its sheet "${options.sheet}" has one column only`,
      'if the table is in another sheet, name that',
    );
  }
  if (header.length < 2) {
    throw usageFault(
      'no-columns',
      `${options.name} does not look like a table: no comma, semicolon, tab or pipe separates columns`,
      'name the separator with --delimiter, or check that this is the export file',
    );
  }
  if (options.headerless) {
    return {
      ...best,
      preamble: 0,
      header: header.map((_, i) => String(i + 1)),
      width: header.length,
      samples: best.records.slice(0, SAMPLES),
    };
  }
  const below = best.records.slice(best.headerAt + 1, best.headerAt + 1 + SAMPLES);
  return {
    delimiter: best.delimiter,
    quoted: best.quoted,
    preamble: best.records.slice(0, best.headerAt).reduce((lines, record) => lines + linesOf(record), 0),
    header: header.map((cell) => cell.replace(/^\uFEFF/, '').trim()),
    width: widthOf(header.length, below),
    samples: below,
  };
}

/** Some systems end every row, but not the header, with a separator. */
function widthOf(header: number, rows: readonly (readonly string[])[]): number {
  const common = commonestWidth(rows);
  const surplusIsEmpty = rows.every(
    (row) => row.length !== common || row.slice(header).every((cell) => cell.trim() === ''),
  );
  return common > header && surplusIsEmpty ? common : header;
}

/** As much as a look needs, cut behind a line. */
const LOOK = 96_000;

const wholeLines = (head: string): string => {
  if (head.length <= LOOK) return head;
  const last = Math.max(head.lastIndexOf('\n', LOOK), head.lastIndexOf('\r', LOOK));
  return last < 0 ? head : head.slice(0, last);
};

/** @param isSheet its rows end with their last cell, which may be any but that of a title */
function lookAt(text: string, delimiter: string, fieldOf: FieldOf, isSheet: boolean): Look {
  const quoted = quotesCells(text, delimiter);
  const records = firstRecords(text, delimiter, quoted);
  let headerAt = 0;
  let score = -1;
  records.slice(0, HEADER_WITHIN).forEach((record, i) => {
    const understood = headerScore(record, fieldOf);
    if (understood > score) {
      score = understood;
      headerAt = i;
    }
  });
  if (score < 2) {
    // nothing is recognised: the first line of the commonest width is the best guess
    const width = commonestWidth(records);
    headerAt = Math.max(
      0,
      records.findIndex((record) =>
        isSheet ? record.length >= Math.max(2, width) : record.length === width,
      ),
    );
    score = width >= 2 ? Math.min(1.5, steadiness(records, width) + width / 1000) : -1;
  }
  return { delimiter, quoted, records, headerAt, score };
}

function headerScore(record: readonly string[], fieldOf: FieldOf): number {
  const seen = new Set<string>();
  for (const cell of record) {
    if (cell.length > 60) continue;
    const key = headerKey(cell);
    if (key === '' || /^\d+$/.test(key)) continue;
    const field = fieldOf(cell);
    if (field) seen.add(field);
  }
  return seen.size;
}

function commonestWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const record of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0] as [number, number])[0];
}

const steadiness = (records: readonly (readonly string[])[], width: number): number =>
  records.filter((record) => record.length === width).length / Math.max(1, records.length);

/**
 * Whether cells of this file are quoted. Comma and semicolon files are by rule; tab and pipe files only
 * when quotes come in pairs around whole cells, for many such files quote nothing and have stray quotes as data.
 */
function quotesCells(text: string, delimiter: string): boolean {
  if (delimiter === ',' || delimiter === ';') return true;
  let whole = 0;
  let opened = 0;
  let closed = 0;
  for (const cell of text.split(/\r\n|\r|\n/).flatMap((line) => line.split(delimiter))) {
    const starts = cell.startsWith('"');
    const ends = cell.length > 1 && cell.endsWith('"');
    if (starts && ends) whole++;
    else if (starts) opened++;
    else if (ends) closed++;
  }
  return opened === closed && whole + opened > 0;
}

function firstRecords(text: string, delimiter: string, quoted: boolean): string[][] {
  const strict = strictRecords(text, { delimiter, quoted }, SAMPLES + HEADER_WITHIN);
  if (strict !== null) return strict;
  const records: string[][] = [];
  try {
    parse(text, {
      delimiter,
      quote: quoted ? '"' : null,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: false,
      to: SAMPLES + HEADER_WITHIN,
      on_record: (record: string[]) => {
        records.push(record);
        return null;
      },
    });
  } catch {
    // a quote left open at the cut end of the head: what was read before it is enough for a look
  }
  return records;
}
