/** A 53-bit hash of a row's mapped cells: equal rows are recognised without comparing every value. */

import type { Row } from '../rows/row.ts';
import type { Asides } from './asides.ts';
import type { Mapping } from './mapping.ts';

/** Raised when rows are normalised differently, so that old rows are read again. */
const RULES_VERSION = 4;

/** A function from row to hash; the same values give the same hash whatever the order of the file's columns. */
/** @param constantsKey what is said of the row beside its cells, as `Cells` has it */
export function rowHasher(
  mapping: Mapping,
  asides: Asides,
  constantsKey: () => string,
): (row: Row) => number {
  const columns = [...mapping.columns]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([field, found]) =>
      found.flatMap((column) =>
        sourcesOf(column, mapping).map((from) => ({ column: from, seed: seedOf(field) })),
      ),
    );
  const start = RULES_VERSION ^ seedOf(contextOf(mapping));
  return ({ cells }) => {
    const said = constantsKey();
    let high = said === '' ? start : start ^ seedOf(said);
    let low = 0x9e3779b9;
    for (const { column, seed } of columns) {
      const cell = cells[column];
      if (cell === undefined || cell === '') continue;
      high = Math.imul(high ^ seed, 0x85ebca6b);
      for (let i = 0; i < cell.length; i++) {
        const unit = cell.charCodeAt(i);
        high = Math.imul(high ^ unit, 0x9e3779b1);
        low = Math.imul(low ^ unit, 0x5f356495);
      }
      low = Math.imul(low ^ (high >>> 13), 0xc2b2ae35);
    }
    for (const { party, channels, deal, reaches } of asides.find(cells)) {
      for (const channel of channels)
        high = Math.imul(high ^ seedOf(`${party}do_not_${channel}`), 0x85ebca6b);
      const more = `${deal?.saleClass ?? deal?.state ?? ''}${reaches?.text ?? ''}`;
      if (more !== '') high = Math.imul(high ^ seedOf(more), 0x85ebca6b);
    }
    high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
    low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
    return 4294967296 * (2097151 & low) + (high >>> 0);
  };
}

/** Of a column made of others, those. */
const sourcesOf = (column: number, { header, derived }: Mapping): readonly number[] =>
  column < header.length ? [column] : (derived[column - header.length]?.from ?? []);

/** What the rest of a file makes of its rows: read beside other rows, the same row may say something else. */
const contextOf = ({ speaksOfLeases, rules, dateOrders, decimalMarks }: Mapping): string =>
  JSON.stringify([speaksOfLeases, rules.nameOrder ?? null, entriesOf(dateOrders), entriesOf(decimalMarks)]);

const entriesOf = (map: ReadonlyMap<string, unknown>): readonly (readonly [string, unknown])[] =>
  [...map].filter(([, value]) => value !== null).sort(([a], [b]) => (a < b ? -1 : 1));

function seedOf(text: string): number {
  let seed = 0;
  for (let i = 0; i < text.length; i++) seed = Math.imul(seed ^ text.charCodeAt(i), 0x01000193);
  return seed;
}
