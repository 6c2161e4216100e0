/** Which files are copies of the do-not-call registry, and the number in each of their rows. */

import { headerKey } from './fields.ts';

export interface RegistryLayout {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** lines of column titles: 0 or 1 */
  readonly titles: number;
  /** column of the area code; null = the number has it */
  readonly areaCode: number | null;
  readonly number: number;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const AREA_CODE_TITLES = new Set(['areacode', 'area', 'npa']);
const NUMBER_TITLES = new Set([
  'phone',
  'phonenumber',
  'phoneno',
  'telephone',
  'telephonenumber',
  'telephoneno',
  'tel',
]);
/** Beside an area code these say enough, alone they do not. */
const LOCAL_TITLES = new Set([...NUMBER_TITLES, 'number', 'localnumber']);
const LOOKED_AT = 500;

/**
 * Such a file holds numbers and nothing else: `614,5550101` in two columns, or ten digits in one, with or without
 * titles. Null for any other.
 * @param head the first part of the file
 * @param isWhole false when `head` may end inside a line
 * @param asked the person said what it is, so half the rows being right is enough; else nine in ten must be
 */
export function registryLayout(head: string, isWhole: boolean, asked: boolean): RegistryLayout | null {
  const lines = head
    .split(/\r\n|\r|\n/)
    .slice(0, isWhole ? undefined : -1)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const [first] = lines;
  if (first === undefined) return null;
  const delimiter = DELIMITERS.find((one) => first.includes(one)) ?? ',';
  const cellsOf = (line: string): string[] => line.split(delimiter).map((cell) => cell.replaceAll('"', ''));
  const layout = layoutOf(cellsOf(first), delimiter);
  if (layout === null) return null;
  const rows = lines.slice(layout.titles).map(cellsOf);
  const right = rows.filter((row) => registryNumber(layout, row) !== null).length;
  return right > 0 && right >= rows.length * (asked ? 0.5 : 0.9) ? layout : null;
}

function layoutOf(first: readonly string[], delimiter: string): RegistryLayout | null {
  if (first.length > 2) return null;
  const untitled: RegistryLayout = {
    delimiter,
    header: first.map((_, i) => String(i + 1)),
    titles: 0,
    ...(first.length === 2 ? { areaCode: 0, number: 1 } : { areaCode: null, number: 0 }),
  };
  if (registryNumber(untitled, first) !== null) return untitled;
  const keys = first.map(headerKey);
  if (keys.length === 1) {
    return NUMBER_TITLES.has(keys[0] ?? '') ? { ...untitled, header: first, titles: 1 } : null;
  }
  const areaCode = keys.findIndex((key) => AREA_CODE_TITLES.has(key));
  const number = keys.findIndex((key) => LOCAL_TITLES.has(key));
  if (areaCode < 0 || number < 0) return null;
  return { delimiter, header: first, titles: 1, areaCode, number };
}

/** Ten digits, as `6145550101`, `(614) 555-0101` or `+1 614 555 0101`, each part in its own column or all in one. */
const WHOLE = /^(?:\+?1[\s.-]?)?\(?([2-9]\d{2})\)?[\s.-]?(\d{3})[\s.-]?(\d{4})$/;

/** The ten digits of a row as a number; null when it holds none, or more cells than there are columns. */
export function registryNumber(
  { header, areaCode, number }: RegistryLayout,
  cells: readonly string[],
): number | null {
  if (cells.length !== header.length) return null;
  const local = cells[number]?.trim() ?? '';
  const parts =
    areaCode === null
      ? WHOLE.exec(local)
      : /^([2-9]\d{2}) (\d{3})-?(\d{4})$/.exec(`${cells[areaCode]?.trim()} ${local}`);
  return parts === null ? null : Number(`${parts[1]}${parts[2]}${parts[3]}`);
}
