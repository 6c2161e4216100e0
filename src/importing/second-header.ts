/** A header line further down: reports are put together from several, and each may have its columns in its own order. */

import { type Fault, usageFault } from '../domain/fault.ts';
import { headerKey } from '../rows/header-key.ts';
import type { Row } from '../rows/row.ts';
import type { Field } from './fields.ts';
import { fieldOfHeader } from './header-field.ts';

const FEWEST = 3;
/** Of the filled cells that are titles of columns. */
const MOSTLY = 0.75;
/** Where a row of data has digits. */
const GUARDS: readonly Field[] = [
  'sold_on',
  'closed_on',
  'opened_on',
  'appointment_on',
  'deal_number',
  'vin',
];

/**
 * Puts the cells of the rows under such a line into the order of the first header, and leaves the line out.
 * @param header of the file
 * @throws Fault `second-header` for one with other columns: what stands under it would be read as something else
 */
export function inOrderOf(
  name: string,
  header: readonly string[],
  columns: ReadonlyMap<Field, readonly number[]>,
): (rows: readonly Row[]) => Row[] {
  const keys = header.map(headerKey);
  const guards = GUARDS.flatMap((field) => columns.get(field) ?? []);
  const isTitles = titlesTest(keys);
  let places: readonly number[] | null = null;
  return (rows) =>
    rows.flatMap((row) => {
      if (!guards.some((column) => /\d/.test(row.cells[column] ?? '')) && isTitles(row.cells)) {
        places = placesIn(name, row, keys);
        return [];
      }
      if (places === null) return [row];
      return [{ line: row.line, cells: places.map((place) => row.cells[place] ?? '') }];
    });
}

/** The rows in front of a second header: a look at the values must not take the one for the other. */
export function inFirstTable<R extends readonly string[]>(
  header: readonly string[],
  rows: readonly R[],
): readonly R[] {
  const isTitles = titlesTest(header.map(headerKey));
  const end = rows.findIndex(isTitles);
  return end === -1 ? rows : rows.slice(0, end);
}

const LONGEST_TITLE = 40;

/** Whether a row holds titles of columns, some of them those of the header. */
function titlesTest(keys: readonly string[]): (cells: readonly string[]) => boolean {
  const own = new Set(keys.filter((key) => key !== ''));
  return (cells) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length < FEWEST || filled.some((cell) => cell.length > LONGEST_TITLE)) return false;
    if (!filled.some((cell) => own.has(headerKey(cell)))) return false;
    const titles = filled.filter((cell) => own.has(headerKey(cell)) || fieldOfHeader(cell) !== null);
    return titles.length >= FEWEST && titles.length >= MOSTLY * filled.length;
  };
}

/** Where each column of the first header stands from this line on; null where nothing has moved. */
function placesIn(name: string, { line, cells }: Row, keys: readonly string[]): readonly number[] | null {
  const own = cells.map(headerKey);
  const places = keys.map((key, i) => (own[i] === key ? i : own.indexOf(key)));
  const isWhole = keys.every((key, i) => key === '' || (places[i] ?? -1) >= 0);
  if (!isWhole || own.some((key) => key !== '' && !keys.includes(key))) throw otherColumns(name, line);
  return places.every((place, i) => place === i || keys[i] === '') ? null : places;
}

const otherColumns = (name: string, line: number): Fault =>
  usageFault(
    'second-header',
    `${name}, line ${line}: another header begins here, with other columns than the first`,
    'put the rows from there on into a file of their own, header first, and import both',
  );
