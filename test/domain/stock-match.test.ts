/** Which cars fit a wish, and which of them are named. */

import { describe, expect, test } from 'vitest';
import type { WishTerms } from '../../src/domain/car-wish.ts';
import type { Day } from '../../src/domain/day.ts';
import type { StockCar } from '../../src/domain/stock-car.ts';
import { bestMatches, fitting, isSureOfKind } from '../../src/domain/stock-match.ts';

const car = (changes: Partial<StockCar> = {}): StockCar => ({
  store: '',
  stock_number: 'P1',
  vin: null,
  year: 2023,
  make: 'Honda',
  model: 'CR-V',
  trim: null,
  condition: 'used',
  odometer: 30_000,
  price_cents: 2_500_000,
  first_seen_on: '2026-11-10' as Day,
  last_seen_on: '2026-11-12' as Day,
  gone_on: null,
  ...changes,
});
const terms = (changes: Partial<WishTerms>): WishTerms => ({
  make: null,
  model: null,
  year_from: null,
  year_to: null,
  price_cents: null,
  odometer: null,
  condition: null,
  ...changes,
});

describe('a car fits', () => {
  test.each<[string, Partial<WishTerms>, Partial<StockCar>, readonly string[] | null]>([
    ['by make, whatever its letters', { make: 'HONDA' }, {}, []],
    [
      'by make and model without their blanks',
      { make: 'Land Rover', model: 'CR -V' },
      { make: 'LandRover' },
      [],
    ],
    ['not by another model', { model: 'CRV' }, {}, null],
    ['on the first of the years', { year_from: 2023, year_to: 2024 }, {}, []],
    ['on the last of the years', { year_from: 2020, year_to: 2023 }, {}, []],
    ['not before the years', { year_from: 2024 }, {}, null],
    ['not after the years', { year_to: 2022 }, {}, null],
    ['at exactly the price', { price_cents: 2_500_000 }, {}, []],
    ['not a cent above', { price_cents: 2_499_999 }, {}, null],
    ['at exactly the reading', { odometer: 30_000 }, {}, []],
    ['not a mile above', { odometer: 29_999 }, {}, null],
    ['as used where it is certified', { condition: 'used' }, { condition: 'certified' }, []],
    ['as used where it is a demo', { condition: 'used' }, { condition: 'demo' }, []],
    ['not as new where it is a demo', { condition: 'new' }, { condition: 'demo' }, null],
    ['where something is unknown', { make: 'Honda', price_cents: 1 }, { price_cents: null }, ['price']],
    ['not where all that was asked is unknown', { price_cents: 1 }, { price_cents: null }, null],
    ['not where nothing was asked', {}, {}, null],
    [
      'with all that is unknown named in order',
      { make: 'Honda', model: 'x', year_from: 1, odometer: 1, condition: 'new' },
      { model: null, year: null, odometer: null, condition: null },
      ['model', 'year', 'odometer', 'condition'],
    ],
  ])('%s', (_, asked, known, unknown) => {
    expect(fitting(terms(asked), car(known))?.unknown ?? null).toEqual(unknown);
  });
});

test.each<[Partial<WishTerms>, Partial<StockCar>, boolean]>([
  [{ make: 'Honda', year_from: 2020 }, { make: null }, false],
  [{ model: 'CR-V', year_from: 2020 }, { model: null }, false],
  [{ make: 'Honda', model: 'CR-V' }, { model: null }, true],
  [{ year_from: 2020 }, { make: null, model: null }, true],
])('worth a call: %j of %j is %j', (asked, known, expected) => {
  const found = fitting(terms(asked), car(known));
  expect(found !== null && isSureOfKind(terms(asked), found)).toBe(expected);
});

test('at most three: least unknown, lowest price, newest in the lot, stock number', () => {
  const best = (stock: readonly StockCar[]): string[] =>
    bestMatches(terms({ make: 'Honda', year_from: 2020 }), stock, '2026-11-20' as Day).map(
      ({ stock_number }) => stock_number,
    );
  const one = (stock_number: string, changes: Partial<StockCar> = {}): StockCar =>
    car({ stock_number, ...changes });
  expect(best([one('B', { year: null, price_cents: 1 }), one('A')])).toEqual(['A', 'B']);
  expect(
    best([one('A', { price_cents: null }), one('B', { price_cents: 9 }), one('C', { price_cents: 8 })]),
  ).toEqual(['C', 'B', 'A']);
  expect(best([one('A'), one('B', { first_seen_on: '2026-11-11' as Day })])).toEqual(['B', 'A']);
  expect(best([one('D'), one('C'), one('B'), one('A')])).toEqual(['A', 'B', 'C']);
  expect(
    best([one('A', { gone_on: '2026-11-20' as Day }), one('B', { gone_on: '2026-11-21' as Day })]),
  ).toEqual(['B']);
});
