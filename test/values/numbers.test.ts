import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/domain/problem.ts';
import {
  readModelYear,
  readMoney,
  readOdometer,
  readRate,
  readShare,
  readTerm,
} from '../../src/values/numbers.ts';

/** The value, or the code of the problem. */
const outcome = <T>({ value, problem }: Reading<T>): T | string | null => problem?.code ?? value;

test.each([
  ['34,118.20', 3411820],
  ['$1,204.55', 120455],
  ['US$ 1,204', 120400],
  ['(215.40)', -21540],
  ['($1,215.40)', -121540],
  ['-215.40', -21540],
  ['215.40-', -21540],
  ['1.204,55', 120455],
  ['1 204,55 €', 120455],
  ["1'204.55", 120455],
  ['1.204.550', 120455000],
  ['1,204', 120400],
  ['34118.2000', 3411820],
  ['1.005', 101],
  ['0.00', 0],
  ['-0.00', 0],
  ['.5', 50],
  ['', null],
  ['N/A', null],
  ['-', null],
  ['abc', 'bad-money'],
  ['1,2,3', 'bad-money'],
  ['1.2E+05', 'bad-money'],
  ['99999999999999999', 'bad-money'],
])('%j is %s cents', (text, cents) => {
  expect(outcome(readMoney(text))).toBe(cents);
});

test('any amount printed with grouped thousands is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.constantFrom('en-US', 'de-DE'),
      (cents, locale) => {
        const printed = (cents / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
        expect(readMoney(printed)).toEqual({ value: cents === 0 ? 0 : cents, problem: null });
      },
    ),
  );
});

test.each([
  ['12', 12],
  ['0', 0],
  ['12,345', 12345],
  ['12.345', 12345],
  ['12345.0', 12345],
  ['7,711 mi', 7711],
  ['48110 miles', 48110],
  ['90 km', 90],
  ['', null],
  ['999999', 'bad-odometer'],
  ['2147483647', 'bad-odometer'],
  ['-5', 'bad-odometer'],
  ['exempt', 'bad-odometer'],
])('the odometer %j reads %s', (text, distance) => {
  expect(outcome(readOdometer(text))).toBe(distance);
});

test.each([
  ['2026', 2026],
  ['2027.0', 2027],
  ['26', 2026],
  ['27', 2027],
  ['28', 1928],
  ['99', 1999],
  ['00', 2000],
  ["'98", 1998],
  ['0', null],
  ['0000', null],
  ['', null],
  ['2028', 'bad-model-year'],
  ['1899', 'bad-model-year'],
  ['5', 'bad-model-year'],
  ['Civic', 'bad-model-year'],
])('the model year %j is %s when 2027 is the latest', (text, year) => {
  expect(outcome(readModelYear(text, 2027))).toBe(year);
});

test.each<[string, string | undefined, number | string | null]>([
  ['72', undefined, 72],
  ['72.0', '', 72],
  ['72 mo', undefined, 72],
  ['72 months', 'W', 72],
  ['60M', undefined, 60],
  ['6 yrs', undefined, 72],
  ['36', 'M', 36],
  ['156', 'W', 36],
  ['78', 'B', 36],
  ['78', 'Bi-Weekly', 36],
  ['72', 'Semi-monthly', 36],
  ['72', 'S', 36],
  ['12', 'Q', 36],
  ['3', 'A', 36],
  ['78', '26', 36],
  ['60', '12', 60],
  ['60', '0', 60],
  ['1', undefined, 1],
  ['180', undefined, 180],
  ['240', undefined, 240],
  ['36/10', undefined, 36],
  ['36/10k', undefined, 36],
  ['39 / 12,000', undefined, 39],
  ['36 months / 12k miles', undefined, 36],
  ['48 Monate', undefined, 48],
  ['36 mois', undefined, 36],
  ['104', 'Weekly', 24],
  ['52', 'Every 2 Weeks', 24],
  ['104 payments', 'Weekly', 24],
  ['0', undefined, null],
  ['', undefined, null],
  ['CASH', undefined, null],
  ['241', undefined, 'bad-term'],
  ['72/84', undefined, 'bad-term'],
  ['104 payments', undefined, 'bad-term'],
  ['1', 'W', 'bad-term'],
  ['60', 'L', 'bad-term'],
  ['60', '999', 'bad-term'],
  ['-60', undefined, 'bad-term'],
  ['60.5', undefined, 'bad-term'],
  ['60 apples', undefined, 'bad-term'],
])('the term %j paid %s is %s months', (text, frequency, months) => {
  expect(outcome(readTerm(text, frequency))).toBe(months);
});

describe('a share', () => {
  test.each([
    ['1000.0', 1000, 1],
    ['500.0', 1000, 0.5],
    ['250', 1000, 0.25],
    ['0.0', 1000, 0],
    ['100', 100, 1],
    ['60', 60, 0.6],
    ['1', 1, 1],
    ['0.5', 1, 0.5],
    ['0,5', 1, 0.5],
    ['50%', 1, 0.5],
    ['', 100, null],
    ['150%', 100, 'bad-share'],
    ['-5', 100, 'bad-share'],
    ['half', 1, 'bad-share'],
  ])('%j in a column up to %d is %s', (text, columnMax, share) => {
    expect(outcome(readShare(text, columnMax))).toBe(share);
  });
});

test.each([
  ['4.99', 4.99],
  ['4,99', 4.99],
  ['4.99 %', 4.99],
  ['0.0000', 0],
  ['', null],
  ['-1', 'bad-rate'],
  ['499', 'bad-rate'],
  ['prime', 'bad-rate'],
])('the rate %j is %s percent', (text, rate) => {
  expect(outcome(readRate(text))).toBe(rate);
});
