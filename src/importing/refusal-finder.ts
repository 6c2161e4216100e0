/** Refusals in words, found in columns whose header says nothing of them. */

import type { Channel } from '../values/flags.ts';
import { type Refused, saysNoContact, statedRefusal } from '../values/stated-refusal.ts';
import type { LookedThrough } from './mapping.ts';

export interface FoundRefusal {
  readonly column: number;
  readonly party: '' | 'co_';
  readonly channels: readonly Channel[];
}

/** Told by the columns of one file, asked row by row. */
export interface RefusalFinder {
  readonly find: (cells: readonly string[]) => readonly FoundRefusal[];
  /** columns in which any was found so far */
  readonly columns: ReadonlySet<number>;
}

const NONE: readonly FoundRefusal[] = [];
const SHORTEST = 3;
const LONGEST = 80;
/** Columns of names or numbers hold too many values to remember. */
const VALUES_REMEMBERED = 2_000;
/** As under a header that says do not contact. */
const CONTACT: readonly Channel[] = ['call', 'email', 'mail'];

/** Each different value of a column is read once; a row asked about twice in succession is remembered. */
export function refusalFinder(lookedThrough: readonly LookedThrough[]): RefusalFinder {
  const known = lookedThrough.map((place) => ({
    ...place,
    values: new Map<string, FoundRefusal | null>(),
  }));
  const columns = new Set<number>();
  let last: readonly string[] | null = null;
  let found = NONE;
  const find = (cells: readonly string[]): readonly FoundRefusal[] => {
    if (cells === last) return found;
    last = cells;
    found = NONE;
    for (const place of known) {
      const cell = cells[place.column];
      if (cell === undefined || cell.length < SHORTEST || cell.length > LONGEST) continue;
      let refusal = place.values.get(cell);
      if (refusal === undefined) {
        refusal = refusalIn(cell, place);
        if (place.values.size < VALUES_REMEMBERED) place.values.set(cell, refusal);
      }
      if (refusal === null) continue;
      columns.add(place.column);
      found = [...found, refusal];
    }
    return found;
  };
  return { find, columns };
}

function refusalIn(cell: string, { column, party, about, isResult }: LookedThrough): FoundRefusal | null {
  if (isResult && saysNoContact(cell)) return null;
  const channels = channelsOf(statedRefusal(cell), about);
  return channels.length > 0 ? { column, party, channels } : null;
}

/** The channels a refusal blocks; `about` is what it means where it names none, null = all of them. */
export function channelsOf(refused: Refused | null, about: LookedThrough['about']): readonly Channel[] {
  if (refused === null) return [];
  if (refused === 'unnamed') return about === null ? CONTACT : about === 'another matter' ? [] : [about];
  return refused === 'contact' ? CONTACT : refused;
}
