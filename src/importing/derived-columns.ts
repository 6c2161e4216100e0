/** Columns that a map makes of others: a part of a cell, the second of two with one title, the cell of a row with some role. */

import { headerKey } from '../rows/header-key.ts';
import { foldText } from '../values/fold-text.ts';
import { nameParts } from '../values/name-parts.ts';
import type { ColumnPart } from './mapping.ts';

/** Stands behind the columns of the file, as one of them. */
export interface DerivedColumn {
  readonly title: string;
  /** the columns it is read from */
  readonly from: readonly number[];
  /** @param at the text of a column */
  readonly read: (at: (column: number) => string) => string;
}

/** More of a cell is not looked at by a pattern: a map may come with one that is slow. */
const LONGEST = 500;

/** Where the columns of a header stand, by title: of one title, in their order. */
export type Places = ReadonlyMap<string, readonly number[]>;

export function placesOf(header: readonly string[]): Places {
  const places = new Map<string, number[]>();
  header.forEach((title, column) => {
    const key = headerKey(title);
    if (key !== '') places.set(key, [...(places.get(key) ?? []), column]);
  });
  return places;
}

/** The column a plain title or an occurrence of it means; undefined where the file has none. */
export const placeOf = (places: Places, spelling: string | ColumnPart): number | undefined => {
  const [title, occurrence] =
    typeof spelling === 'string' ? [spelling, 1] : [spelling.column, spelling.occurrence ?? 1];
  return places.get(headerKey(title))?.[occurrence - 1];
};

/** Whether the part needs more than the cell as it stands. */
export const isDerived = (spelling: string | ColumnPart): spelling is ColumnPart =>
  typeof spelling !== 'string' &&
  (spelling.part !== undefined || spelling.where !== undefined || spelling.nameOrder !== undefined);

/** Undefined where the file lacks one of its columns. */
export function derivedColumn(spelling: ColumnPart, places: Places): DerivedColumn | undefined {
  const column = placeOf(places, spelling);
  const { where, part, nameOrder, separator } = spelling;
  const asked = where === undefined ? undefined : placeOf(places, where.column);
  if (column === undefined || (where !== undefined && asked === undefined)) return undefined;
  const wanted = new Set((where?.is ?? []).map(foldText));
  const read: DerivedColumn['read'] = (at) => {
    if (asked !== undefined && !wanted.has(foldText(at(asked)))) return '';
    const cell = partOf(at(column), part, separator);
    return nameOrder === 'last-first' ? withComma(cell) : cell;
  };
  return { title: spelling.column, from: asked === undefined ? [column] : [column, asked], read };
}

function partOf(text: string, part: ColumnPart['part'], separator = ','): string {
  if (part === undefined) return text;
  if (typeof part === 'number') return (text.split(separator)[part - 1] ?? '').trim();
  const found = part.exec(text.slice(0, LONGEST));
  return (found?.[1] ?? found?.[0] ?? '').trim();
}

/** "Reyes Dana" as "Reyes, Dana", which is read one way only. */
function withComma(name: string): string {
  if (name.includes(',')) return name;
  const { family, given, suffix } = nameParts(name, 'last-first');
  return given === '' ? name : `${family}${suffix === null ? '' : ` ${suffix}`}, ${given}`;
}
