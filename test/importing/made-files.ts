/** Exports of three sales with columns to be tried out, and what these were taken for. */

import type { FileReport } from '../../src/operations/import/prepared-file.ts';

const SALE = 'Deal #|Sold Date|Customer Name|VIN';
const ROWS = [
  '1|3/15/2026|Ann Lee|1HGCY1F32TA030100',
  '2|3/16/2026|Marcus Bell|1HGCY1F34TA030101',
  '3|3/17/2026|Lynn Cho|1HGCY1F36TA030102',
];

/** An export of three sales with more columns, each with the three cells below its header. */
export const salesWith = (columns: Readonly<Record<string, readonly string[]>>): string[] => [
  [SALE, ...Object.keys(columns)].join('|'),
  ...ROWS.map((row, i) => [row, ...Object.values(columns).map((cells) => cells[i] ?? '')].join('|')),
];

/** What each column was taken for, by its header. */
export const takenFor = (report: FileReport): Record<string, string | null> =>
  Object.fromEntries((report.columns ?? []).map(({ column, field }) => [column, field]));
