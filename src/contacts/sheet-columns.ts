/** The columns of a call list that comes back, found by their names. */

import { usageFault } from '../domain/fault.ts';
import { headerKey } from '../rows/header-key.ts';

/** What is read of a sheet; whatever else it holds is left alone. */
export const SHEET_COLUMNS = [
  'customer_id',
  'outcome',
  'note',
  'next',
  'on',
  'salesperson_code',
  'salesperson',
  'customer',
  'sold_on',
  'due_on',
  'closes_on',
  'last_contact',
  'visit',
  'pitched',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

const REQUIRED: readonly SheetColumn[] = ['customer_id', 'outcome', 'note', 'next'];

/** Where each column stands; one that is missing is in no cell. */
export type SheetColumns = ReadonlyMap<SheetColumn, number>;

/** How our headers are compared, for whoever looks for the header line. */
export const SHEET_HEADER_KEYS: ReadonlySet<string> = new Set(SHEET_COLUMNS.map(headerKey));

/**
 * In any order, letter case and spelling of blanks.
 * @param file as the person named it
 * @throws Fault `not-a-sheet` naming the columns that are missing
 */
export function findSheetColumns(header: readonly string[], file: string): SheetColumns {
  const keys = header.map(headerKey);
  const columns = new Map(
    SHEET_COLUMNS.flatMap((column) => {
      const at = keys.indexOf(headerKey(column));
      return at === -1 ? [] : [[column, at] as const];
    }),
  );
  const missing = REQUIRED.filter((column) => !columns.has(column));
  if (missing.length === 0) return columns;
  const name = file === '-' ? 'standard input' : file;
  throw usageFault(
    'not-a-sheet',
    `${name} is not a call list: its header line has no ${missing.join(', no ')}; nothing was logged`,
    'fill in outcome, note and next in the file that `beback today --format csv` or `beback lane --format csv` wrote, and leave its first line as it is',
  );
}
