/** The stock of cars ends the same whatever order its lists come in. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../../../src/domain/day.ts';
import type { StockRecord } from '../../../src/domain/records.ts';
import { emptyStore } from '../../../src/store/engine/open-store.ts';
import { stockOnFile } from '../../../src/store/stock.ts';
import { type StockTaken, takeStock } from '../../../src/store/writing/stock-writer.ts';

interface List {
  readonly on: string;
  /** stock number, then price */
  readonly cars: readonly (readonly [string, number])[];
}

const car = ([stockNumber, priceCents]: readonly [string, number]): StockRecord => ({
  store: '',
  stockNumber,
  vin: null,
  year: null,
  make: 'Honda',
  model: null,
  trim: null,
  condition: null,
  odometer: null,
  priceCents,
});

/** What is on file when the lists have come in one after the other, and what each came to. */
function after(lists: readonly List[]) {
  const db = emptyStore();
  try {
    const taken = lists.map(
      ({ on, cars }): StockTaken =>
        takeStock(db, { delivery: `${on}T00:00:00.000Z`, deliveredOn: on as Day }, cars.map(car)),
    );
    const stock = stockOnFile(db)
      .map(({ stock_number, price_cents, first_seen_on, last_seen_on, gone_on }) => ({
        number: stock_number,
        price: price_cents,
        first: first_seen_on as string,
        last: last_seen_on as string,
        gone: gone_on as string | null,
      }))
      .sort((a, b) => (a.number < b.number ? -1 : 1));
    return { stock, taken };
  } finally {
    db.close();
  }
}

/** The same thought about one car after the other, with all lists at hand. */
function naive(lists: readonly List[]) {
  const ordered = lists
    .filter(({ cars }) => cars.length > 0)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const numbers = [...new Set(lists.flatMap(({ cars }) => cars.map(([number]) => number)))].sort();
  return numbers.map((number) => {
    const having = ordered.filter(({ cars }) => cars.some(([one]) => one === number));
    const last = having.at(-1);
    return {
      number,
      price: last?.cars.findLast(([one]) => one === number)?.[1],
      first: having[0]?.on,
      last: last?.on,
      gone: ordered.find(({ on }) => last !== undefined && on > last.on)?.on ?? null,
    };
  });
}

const lists = fc.uniqueArray(
  fc.record({
    on: fc.integer({ min: 10, max: 19 }).map((day) => `2026-11-${day}`),
    cars: fc.array(fc.tuple(fc.constantFrom('A1', 'A2', 'A3', 'A4'), fc.integer({ min: 1, max: 3 })), {
      maxLength: 5,
    }),
  }),
  { selector: ({ on }) => on, maxLength: 5 },
);

test('in any order, also twice, the lists come to what all of them say together', () => {
  fc.assert(
    fc.property(
      lists.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.shuffledSubarray(all),
        ),
      ),
      ([all, shuffled, again]) => {
        expect(after([...shuffled, ...again]).stock).toEqual(naive(all));
      },
    ),
    { numRuns: 200 },
  );
});

test('a list that came before changes nothing', () => {
  fc.assert(
    fc.property(lists, (all) => {
      const { taken } = after([...all, ...all]);
      expect(taken.slice(all.length).flatMap(({ outcomes, stores }) => [outcomes, stores])).toEqual(
        all.flatMap(({ cars }, i) => [
          cars.map(() => 'same'),
          (taken[all.length + i]?.stores ?? []).map((one) => ({ ...one, gone: 0 })),
        ]),
      );
    }),
    { numRuns: 200 },
  );
});
