/** Which files are copies of the do-not-call registry, and the number in each of their rows. */

import { basename, extname } from 'node:path';
import type { Problem } from '../domain/problem.ts';

export interface RegistryLayout {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** lines of column titles: 0 or 1 */
  readonly titles: number;
  /** column of the area code; null = the number has it */
  readonly areaCode: number | null;
  readonly number: number;
}

export interface NumberList {
  readonly layout: RegistryLayout;
  /** the titles say that it is the registry */
  readonly titleSaysSo: boolean;
  /** of the rows looked at, those that hold a number: more than none, up to 1 */
  readonly share: number;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LOOKED_AT = 500;
const MOST = 0.5;

/**
 * A file that holds numbers and nothing else: `614,5550101` in two columns, or ten digits in one, with or without titles.
 * Null for any other, and where not even half of the rows hold one.
 * @param head the first part of the file
 * @param isWhole false when `head` may end inside a line
 */
export function numberList(head: string, isWhole: boolean): NumberList | null {
  const lines = head
    .split(/\r\n|\r|\n/)
    .slice(0, isWhole ? undefined : -1)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const [first] = lines;
  if (first === undefined) return null;
  const delimiter = DELIMITERS.find((one) => first.includes(one)) ?? ',';
  const rows = lines.map((line) => line.split(delimiter).map((cell) => cell.replaceAll('"', '')));
  const [best] = layoutsFor(rows[0] ?? [], delimiter)
    .map((layout): NumberList => {
      const data = rows.slice(layout.titles);
      const right = data.filter((row) => registryNumber(layout, row) !== null).length;
      const titleSaysSo = layout.titles > 0 && layout.header.some(saysRegistry);
      return { layout, titleSaysSo, share: data.length === 0 ? 0 : right / data.length };
    })
    .sort((a, b) => b.share - a.share);
  return best !== undefined && best.share >= MOST ? best : null;
}

/** The forms a file with this first row may have; only its other rows tell which. A row with a digit holds no titles. */
function layoutsFor(first: readonly string[], delimiter: string): RegistryLayout[] {
  const titles = first.some((cell) => /\d/.test(cell)) ? 0 : 1;
  const header = titles === 1 ? first : first.map((_, i) => String(i + 1));
  const shared = { delimiter, header, titles };
  if (first.length === 1) return [{ ...shared, areaCode: null, number: 0 }];
  if (first.length !== 2) return [];
  return [
    { ...shared, areaCode: 0, number: 1 },
    { ...shared, areaCode: 1, number: 0 },
  ];
}

const DO_NOT_CALL = /\bdo ?not ?call\b|\bdon ?t ?call\b|\bdonotcall/;
const SHORT_NAME = /^(?:national|federal|us|ftc|n)?dnc|^lnnte$/;
/** `registry` alone says enough where nothing says that it is another one. */
const BESIDE_REGISTRY = new Set(
  'the a of our whole full complete national federal call calls number numbers phone phones telephone list copy area code codes ftc'.split(
    ' ',
  ),
);
/** Numbers off the registry, and lists of what has changed in it, are no copy of it. */
const NO_COPY =
  /^(?:not|non|off|ok|clean(?:ed)?|clear(?:ed)?|scrubbed|callable|without|minus|except|add(?:s|ed|itions?)?|new|remov(?:e|es|ed|als?)|delet(?:e|es|ed|ions?)|drop(?:s|ped)?|chang(?:e|es|ed)|changelist|updates?|delta|diff)$/;

/** Whether a title or a name says that this is the do-not-call registry: `DNC_614`, `Do Not Call Number`, `registry`. */
export function saysRegistry(text: string): boolean {
  const spaced = text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').toLowerCase();
  const words = (spaced.match(/\p{L}+/gu) ?? []).join(' ');
  const others = words
    .replace(DO_NOT_CALL, ' ')
    .split(' ')
    .filter((word) => word !== '');
  if (others.some((word) => NO_COPY.test(word))) return false;
  if (DO_NOT_CALL.test(words) || others.some((word) => SHORT_NAME.test(word))) return true;
  return (
    others.includes('registry') && others.every((word) => word === 'registry' || BESIDE_REGISTRY.has(word))
  );
}

/** The same of a path; only the file's own name counts. */
export const nameSaysRegistry = (path: string): boolean => saysRegistry(basename(path, extname(path)));

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

/** What is wrong with a row of which `registryNumber` gives nothing. */
export function notANumber(
  line: number,
  { header, number }: RegistryLayout,
  cells: readonly string[],
): Problem {
  return {
    line,
    column: header[number] ?? null,
    value: cells[number] ?? null,
    code: 'bad-phone',
    outcome: 'rejected',
    message: 'the row holds no North American number of ten digits',
  };
}
