/** What a row says aside, in columns whose header says nothing of it: a refusal, that the deal was wholesale or undone, another address. */

import { readEmail } from '../values/email.ts';
import type { Channel } from '../values/flags.ts';
import { type Refused, saysNoContact, statedRefusal } from '../values/stated-refusal.ts';
import { readVin } from '../values/vin.ts';
import { isWrittenPhone } from './contact-columns.ts';
import type { LookedThrough } from './mapping.ts';
import { type StatedDeal, statedDeal } from './stated-deal.ts';

/** What one cell says aside; at least one of its parts is there. */
export interface Aside {
  readonly column: number;
  readonly party: '' | 'co_';
  /** channels refused */
  readonly channels: readonly Channel[];
  readonly deal: StatedDeal | null;
  /** words about a deal that the header makes mean something else */
  readonly unheard: boolean;
  /** what reaches the customer or names the car, should the columns for it have none */
  readonly reaches: { readonly as: 'email' | 'phone' | 'vin'; readonly text: string } | null;
}

/** Told by the columns of one file, asked row by row. */
export interface Asides {
  readonly find: (cells: readonly string[]) => readonly Aside[];
  /** columns in which any was heard so far, and what they told */
  readonly columns: ReadonlyMap<number, 'refusal_in_words' | 'deal_in_words' | 'email' | 'phone' | 'vin'>;
}

const NONE: readonly Aside[] = [];
const SHORTEST = 3;
const LONGEST = 80;
/** Columns of names or numbers hold too many values to remember. */
const VALUES_REMEMBERED = 2_000;
/** As under a header that says do not contact. */
const CONTACT: readonly Channel[] = ['call', 'email', 'mail'];
const NO_CHANNELS: readonly Channel[] = [];

/** Each different value of a column is read once; a row asked about twice in succession is remembered. */
export function asidesIn(lookedThrough: readonly LookedThrough[]): Asides {
  const places = lookedThrough.map((place) => ({ ...place, values: new Map<string, Aside | null>() }));
  const columns = new Map<number, 'refusal_in_words' | 'deal_in_words' | 'email' | 'phone' | 'vin'>();
  let last: readonly string[] | null = null;
  let found = NONE;
  const find = (cells: readonly string[]): readonly Aside[] => {
    if (cells === last) return found;
    last = cells;
    found = NONE;
    for (const place of places) {
      const cell = cells[place.column];
      if (cell === undefined || cell.length < SHORTEST || cell.length > LONGEST) continue;
      let aside = place.values.get(cell);
      if (aside === undefined) {
        aside = asideIn(cell, place);
        if (place.values.size < VALUES_REMEMBERED) place.values.set(cell, aside);
      }
      if (aside === null) continue;
      const told = toldBy(aside);
      if (told !== null) columns.set(place.column, told);
      found = [...found, aside];
    }
    return found;
  };
  return { find, columns };
}

function asideIn(cell: string, place: LookedThrough): Aside | null {
  const channels =
    place.isResult && saysNoContact(cell) ? NO_CHANNELS : channelsOf(statedRefusal(cell), place.about);
  const deal = place.ofDeal === null ? null : statedDeal(cell);
  const reaches = place.reaches ? reachedBy(cell) : null;
  if (channels.length === 0 && deal === null && reaches === null) return null;
  const { column, party } = place;
  return { column, party, channels, deal, unheard: place.ofDeal === 'another matter', reaches };
}

const toldBy = ({ channels, deal, unheard, reaches }: Aside) =>
  channels.length > 0
    ? 'refusal_in_words'
    : deal !== null && !unheard
      ? 'deal_in_words'
      : (reaches?.as ?? null);

/** Cheap looks first: nearly every cell is none of them. */
function reachedBy(cell: string): Aside['reaches'] {
  const text = cell.trim();
  if (text.includes('@'))
    return /\s/.test(text) || readEmail(text).value === null ? null : { as: 'email', text };
  if (text.length === VIN_LENGTH && /^[A-HJ-NPR-Z0-9]+$/i.test(text)) {
    const { value, problem } = readVin(text);
    return value?.vin != null && problem === null ? { as: 'vin', text } : null;
  }
  return isWrittenPhone(text) ? { as: 'phone', text } : null;
}

const VIN_LENGTH = 17;

/** The channels a refusal blocks; `about` is what it means where it names none, null = all of them. */
export function channelsOf(refused: Refused | null, about: LookedThrough['about']): readonly Channel[] {
  if (refused === null) return NO_CHANNELS;
  if (refused === 'unnamed') return about === null ? CONTACT : about === 'another matter' ? [] : [about];
  return refused === 'contact' ? CONTACT : refused;
}
