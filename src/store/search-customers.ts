/** Finding customers by whatever a person has at hand: id, phone, VIN or its end, e-mail, deal, stock number, plate, name. */

import { customerName } from '../domain/customer.ts';
import { FOUND_BY, type FoundBy, type MatchedBy } from '../domain/found-customer.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { byPartOfName, byWholeName } from './search-by-name.ts';
import {
  byDeal,
  byEmail,
  byEmailStart,
  byId,
  byPhone,
  byPlate,
  byStock,
  byVin,
  byWholeVin,
} from './search-by-number.ts';

export interface Match {
  readonly id: number;
  readonly name: string;
  readonly matched_by: MatchedBy;
  /** false for a piece of a name or an address, which others may share; true for a whole name or a number */
  readonly sure: boolean;
}

/** Ids, at most so many, best first. */
export type Search = (db: Store, text: string, most: number) => number[];

interface Step {
  readonly by: MatchedBy;
  readonly sure: boolean;
  readonly search: Search;
}

/** No name, number or address is longer. */
const LONGEST = 254;
const HAS_DIGIT = /\d/;

const withDigit =
  (search: Search): Search =>
  (db, text, most) =>
    HAS_DIGIT.test(text) ? search(db, text, most) : [];
const withoutDigit =
  (search: Search): Search =>
  (db, text, most) =>
    HAS_DIGIT.test(text) ? [] : search(db, text, most);

/** Best first. A number without a digit (the plate SMITH) is as doubtful as a piece of a name. */
const STEPS: readonly Step[] = [
  { by: 'id', sure: true, search: byId },
  { by: 'phone', sure: true, search: byPhone },
  { by: 'deal', sure: true, search: withDigit(byDeal) },
  { by: 'vin', sure: true, search: byVin },
  { by: 'email', sure: true, search: byEmail },
  { by: 'stock', sure: true, search: withDigit(byStock) },
  { by: 'plate', sure: true, search: withDigit(byPlate) },
  { by: 'name', sure: true, search: byWholeName },
  { by: 'name', sure: false, search: byPartOfName },
  { by: 'email', sure: false, search: byEmailStart },
  { by: 'deal', sure: false, search: withoutDigit(byDeal) },
  { by: 'stock', sure: false, search: withoutDigit(byStock) },
  { by: 'plate', sure: false, search: withoutDigit(byPlate) },
];

/**
 * The customers that `text` may mean, co-buyers too, best first: each once, by the strongest thing that fits.
 * @param limit the most to be found; of thousands of one name, the newest customers
 */
export function searchCustomers(db: Store, text: string, { limit }: { readonly limit: number }): Match[] {
  const wanted = text.trim();
  if (wanted === '' || wanted.length > LONGEST) return [];
  const found = new Map<number, Step>();
  for (const step of STEPS) {
    if (found.size >= limit) break;
    for (const id of step.search(db, wanted, limit)) if (!found.has(id)) found.set(id, step);
  }
  const names = namesOf(db, [...found.keys()]);
  return [...found]
    .slice(0, limit)
    .map(([id, { by, sure }]) => ({ id, name: names.get(id) ?? '', matched_by: by, sure }));
}

/**
 * Everybody whom `text` may mean, each with the first in the order of `FOUND_BY` that fits, in no order.
 * @param most of each kind of number or name, the newest customers
 */
export function customersMeant(db: Store, text: string, most: number): Map<number, FoundBy> {
  const wanted = text.trim();
  const found = new Map<number, FoundBy>();
  if (wanted === '' || wanted.length > LONGEST) return found;
  const add = (by: FoundBy, ids: readonly number[]): void => {
    for (const id of ids) {
      const before = found.get(id);
      if (before === undefined || FOUND_BY.indexOf(by) < FOUND_BY.indexOf(before)) found.set(id, by);
    }
  };
  add('vin', byWholeVin(db, wanted, most));
  for (const { by, search } of STEPS) add(by === 'vin' ? 'vin-tail' : by, search(db, wanted, most));
  return found;
}

export function namesOf(db: Store, ids: readonly number[]): Map<number, string> {
  interface Row {
    readonly id: number;
    readonly first_name: string | null;
    readonly last_name: string | null;
    readonly business_name: string | null;
  }
  const rows = db.prepare<[string], Row>(
    `SELECT c.id, c.first_name, c.last_name, c.business_name
     FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`,
  );
  return new Map(rows.all(JSON.stringify(ids)).map((row) => [row.id, customerName(row)]));
}
