/** Lists of the cars in the lot as they come in: each is the whole stock of its store on the day it was delivered. */

import type { Day } from '../../domain/day.ts';
import { numberKey } from '../../domain/number-key.ts';
import type { StockRecord } from '../../domain/records.ts';
import type { Store } from '../engine/store.ts';
import type { RowOutcome } from './sale-writer.ts';

export interface StockList {
  /** sorts lists by their delivery; the same for the same file */
  readonly delivery: string;
  readonly deliveredOn: Day;
}

/** What names a car in the lot. */
export type StockName = Pick<StockRecord, 'store' | 'stockNumber'>;

/** What a list came to. */
export interface StockTaken {
  /** one for each car, in their order */
  readonly outcomes: readonly RowOutcome[];
  /** for each car the place of the last one with its number, where that is another */
  readonly overruledBy: readonly (number | null)[];
  readonly stores: readonly StoreChange[];
}

export interface StoreChange {
  readonly store: string;
  /** cars that stood there before */
  readonly before: number;
  /** those of them the list lacks, though it is newer than what was known of them */
  readonly gone: number;
}

const VALUES = ['vin', 'year', 'make', 'model', 'trim', 'condition', 'odometer', 'price_cents'] as const;

interface Row extends Record<(typeof VALUES)[number], string | number | null> {
  readonly id: number | null;
  readonly store: string;
  readonly stock_number: string;
  readonly number_key: string;
  readonly first_seen_on: string;
  readonly last_seen_on: string;
  readonly gone_on: string | null;
  readonly as_of: string;
}

/**
 * Inside a transaction: takes the list in. Whatever order lists come in, the stock ends the same.
 * @param named cars the list names and says nothing of that could be used: where they are known, they are there
 */
export function takeStock(
  db: Store,
  list: StockList,
  cars: readonly StockRecord[],
  named: readonly StockName[] = [],
): StockTaken {
  const last = new Map(cars.map((car, place) => [placeOf(car), place]));
  const overruledBy = cars.map((car, place) => {
    const counts = last.get(placeOf(car));
    return counts === undefined || counts === place ? null : counts;
  });
  const outcomes: RowOutcome[] = new Array(cars.length).fill('same');
  const stores = [...new Set(cars.map(({ store }) => store))].map((store): StoreChange => {
    const on = enterList(db, store, list);
    const known = stockOf(db, store);
    const first = new Map(known);
    const before = [...known.values()].filter(({ gone_on }) => gone_on === null);
    const listed = new Set<string>();
    for (const [place, car] of cars.entries()) {
      if (car.store !== store) continue;
      const key = keyOf(car);
      listed.add(key);
      const stored = known.get(key);
      // what an earlier reading of this file has settled already
      if (overruledBy[place] !== null && stored !== undefined && stored.as_of >= list.delivery) continue;
      const next = merged(stored, car, on, list.delivery);
      outcomes[place] = stored === undefined ? 'new' : tellsMore(stored, next) ? 'changed' : 'same';
      known.set(key, next);
    }
    for (const car of named) {
      const stored = known.get(keyOf(car));
      if (car.store !== store || stored === undefined || listed.has(stored.number_key)) continue;
      listed.add(stored.number_key);
      known.set(stored.number_key, seenAgain(stored, on, list.delivery));
    }
    for (const key of listed) write(db, known.get(key));
    sortOutGone(db, store);
    // whether a car is back is known only now: a later list may lack it
    const settled = stockOf(db, store);
    for (const [place, car] of cars.entries()) {
      const [was, is] = [first.get(keyOf(car)), settled.get(keyOf(car))];
      if (car.store !== store || overruledBy[place] !== null || was === undefined || is === undefined)
        continue;
      if (was.gone_on !== is.gone_on) outcomes[place] = 'changed';
    }
    const gone = before.filter(({ number_key, as_of }) => !listed.has(number_key) && as_of < list.delivery);
    return { store, before: before.length, gone: gone.length };
  });
  return { outcomes, overruledBy, stores };
}

const keyOf = ({ stockNumber }: StockName): string => numberKey(stockNumber).toUpperCase();
const placeOf = (car: StockName): string => JSON.stringify([car.store, keyOf(car)]);

/** The day of the list, by the file's first reading. */
function enterList(db: Store, store: string, { delivery, deliveredOn }: StockList): string {
  db.prepare(
    'INSERT INTO stock_list (store, delivered_at, delivered_on) VALUES (:store, :delivery, :deliveredOn) ON CONFLICT DO NOTHING',
  ).run({ store, delivery, deliveredOn });
  return (
    db
      .prepare<[string, string], string>(
        'SELECT delivered_on FROM stock_list WHERE store = ? AND delivered_at = ?',
      )
      .pluck()
      .get(store, delivery) ?? deliveredOn
  );
}

const stockOf = (db: Store, store: string): Map<string, Row> =>
  new Map(
    db
      .prepare<[string], Row>('SELECT * FROM stock WHERE store = ?')
      .all(store)
      .map((row) => [row.number_key, row]),
  );

/** The newest list says what the car is like; an older one only that it was there. */
function merged(stored: Row | undefined, car: StockRecord, on: string, delivery: string): Row {
  const said = {
    stock_number: car.stockNumber,
    vin: car.vin,
    year: car.year,
    make: car.make,
    model: car.model,
    trim: car.trim,
    condition: car.condition,
    odometer: car.odometer,
    price_cents: car.priceCents,
  };
  if (stored === undefined)
    return {
      id: null,
      store: car.store,
      number_key: keyOf(car),
      ...said,
      first_seen_on: on,
      last_seen_on: on,
      gone_on: null,
      as_of: delivery,
    };
  return { ...seenAgain(stored, on, delivery), ...(delivery < stored.as_of ? {} : said) };
}

function seenAgain(stored: Row, on: string, delivery: string): Row {
  const first_seen_on = on < stored.first_seen_on ? on : stored.first_seen_on;
  if (delivery < stored.as_of) return { ...stored, first_seen_on };
  return { ...stored, first_seen_on, last_seen_on: on, gone_on: null, as_of: delivery };
}

const tellsMore = (stored: Row, next: Row): boolean =>
  VALUES.some((column) => stored[column] !== next[column]) || stored.first_seen_on !== next.first_seen_on;

const COLUMNS = [
  'store',
  'stock_number',
  'number_key',
  ...VALUES,
  'first_seen_on',
  'last_seen_on',
  'gone_on',
  'as_of',
] as const;

function write(db: Store, row: Row | undefined): void {
  if (row === undefined) return;
  const values = COLUMNS.map((column) => row[column]);
  db.prepare(
    `INSERT INTO stock (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT (store, number_key) DO UPDATE SET ${COLUMNS.map((one) => `${one} = excluded.${one}`).join(', ')}`,
  ).run(values);
}

/** Gone is a car since the first list behind the last one that has it. */
const sortOutGone = (db: Store, store: string): void =>
  void db
    .prepare(
      `UPDATE stock SET gone_on = (SELECT l.delivered_on FROM stock_list l
       WHERE l.store = stock.store AND l.delivered_at > stock.as_of ORDER BY l.delivered_at LIMIT 1) WHERE store = ?`,
    )
    .run(store);

/** What tells one delivery from the next; the same file again is the same delivery. @param deliveredAt UTC instant */
export function deliveryOf(db: Store, sha256: string, deliveredAt: string): string {
  const first = db
    .prepare<[string], number | null>('SELECT min(id) FROM import WHERE sha256 = ?')
    .pluck()
    .get(sha256);
  return `${deliveredAt} ${String(first ?? 0).padStart(9, '0')}`;
}
