/** A map of a person's own on one file: what it names goes before what is guessed, and the rest is guessed. */

import { usageFault } from '../domain/fault.ts';
import { type DerivedColumn, derivedColumn, isDerived, placeOf, placesOf } from './derived-columns.ts';
import type { Field } from './fields.ts';
import { guessedColumns } from './guess-columns.ts';
import { forKind, missingFields } from './kinds.ts';
import type { ColumnPart, Layout, Recognised } from './mapping.ts';

/**
 * Puts the map's columns to this header's positions, and guesses the others.
 * @throws Fault `column-missing` for a column of the map that the file does not have, or when nothing of what the kind needs is found
 */
export function applyMap(
  map: Layout,
  header: readonly string[],
  samples: readonly (readonly string[])[],
): Recognised {
  const places = placesOf(header);
  const own = new Map<Field, number[]>();
  const derived: DerivedColumn[] = [];
  const named = new Set<number>();
  for (const [field, spellings] of Object.entries(map.columns)) {
    const found: number[] = [];
    for (const spelling of [spellings ?? []].flat()) {
      const column = placeOf(places, spelling);
      if (column === undefined) continue;
      named.add(column);
      if (!isDerived(spelling)) found.push(column);
      else {
        const made = derivedColumn(spelling, places);
        if (made !== undefined) found.push(header.length + derived.push(made) - 1);
      }
    }
    if (found.length === 0) throw noSuchColumn(map, [spellings ?? []].flat());
    own.set(field as Field, found);
  }
  const ignored = (map.ignored ?? []).flatMap((title) => placeOf(places, title) ?? []);
  const { columns: rest, splitDates } = guessedColumns(header, samples, new Set([...named, ...ignored]));
  const guessed = new Map([...forKind(map.kind, rest)].filter(([field]) => !own.has(field)));
  const columns = new Map<Field, readonly number[]>([...guessed, ...own]);
  const fields = new Map([
    ...columns,
    ...[...(map.constants?.keys() ?? [])].map((field) => [field, []] as const),
  ]);
  const missing = missingFields(map.kind, fields);
  if (missing.length > 0) {
    throw usageFault(
      'column-missing',
      `layout ${map.name} does not fit this file: it has no column for ${missing.join(', ')}`,
      'name it in the map; `beback import --draft-map FILE` prints what each column is taken for',
    );
  }
  return {
    layout: map.name,
    kind: map.kind,
    rules: map,
    columns,
    derived,
    splitDates,
    guessed: guessed.size > 0,
    headerless: false,
  };
}

function noSuchColumn({ name }: Layout, spellings: readonly (string | ColumnPart)[]): unknown {
  const titles = spellings.map((one) => JSON.stringify(typeof one === 'string' ? one : one.column));
  return usageFault(
    'column-missing',
    `map ${name} names ${titles.join(' or ')}, and the file has no such column`,
    'put the title into the map as the file has it; `beback import --draft-map FILE` prints all of them',
  );
}
