import { expect, test } from 'vitest';
import { areHours, type Hours, sharedHours, shiftedHours } from '../../src/domain/hours.ts';

const span = (from: string, to: string): Hours => ({ from, to });

test.each([
  ['one inside the other', span('08:00', '21:00'), span('09:00', '20:00'), span('09:00', '20:00')],
  ['overlapping', span('08:00', '18:00'), span('10:00', '20:00'), span('10:00', '18:00')],
  ['touching', span('08:00', '10:00'), span('10:00', '20:00'), null],
  ['apart', span('08:00', '09:00'), span('10:00', '20:00'), null],
  ['with no time at all', span('08:00', '09:00'), null, null],
])('what two spans share: %s', (_, a, b, shared) => {
  expect([sharedHours(a, b), sharedHours(b, a)]).toEqual([shared, shared]);
});

test.each([
  [60, span('10:00', '21:00')],
  [-90, span('07:30', '18:30')],
  [-600, span('00:00', '10:00')],
  [300, span('14:00', '24:00')],
  [900, null],
  [-1200, null],
])('a span seen on a clock %i minutes ahead stays on its day', (minutes, seen) => {
  expect(shiftedHours(span('09:00', '20:00'), minutes)).toEqual(seen);
});

test.each([
  ['09:00', '20:00', true],
  ['00:00', '24:00', true],
  ['20:00', '09:00', false],
  ['09:00', '09:00', false],
  ['9:00', '20:00', false],
  ['09:60', '20:00', false],
  ['09:00', '25:00', false],
])('%s to %s are hours: %s', (from, to, are) => {
  expect(areHours({ from, to })).toBe(are);
});
