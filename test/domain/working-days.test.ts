/** Which days are worked, and how many were missed before one. */

import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import {
  daysMissed,
  isBusinessDay,
  isFirstOfWeek,
  type WorkingDays,
  weekdayOf,
} from '../../src/domain/working-days.ts';

const day = (text: string): Day => text as Day;
const store: WorkingDays = {
  businessDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  holidays: [day('2026-12-25'), day('2026-12-26')],
};

test.each([
  ['2026-11-21', 'sat', true],
  ['2026-11-22', 'sun', false],
  ['2026-12-25', 'fri', false],
  ['2026-12-28', 'mon', true],
  ['2000-02-29', 'tue', true],
] as const)('%s is a %s, worked: %s', (on, weekday, worked) => {
  expect([weekdayOf(day(on)), isBusinessDay(store, day(on))]).toEqual([weekday, worked]);
});

describe('missed before', () => {
  test.each([
    ['a Saturday: nothing', '2026-11-21', [], 0],
    ['a Monday: the Sunday', '2026-11-23', [], 1],
    ['the Monday after Christmas: Friday to Sunday', '2026-12-28', [], 3],
    ['the first day back from a holiday of one’s own', '2026-11-20', ['2026-11-18', '2026-11-19'], 2],
    ['a Monday after a Saturday off', '2026-11-23', ['2026-11-21'], 2],
  ])('%s', (_, on, off, missed) => {
    expect(daysMissed(store, off.map(day), day(on))).toBe(missed);
  });

  test('a store that is never open: a month, and no more', () => {
    expect(daysMissed({ businessDays: [], holidays: [] }, [], day('2026-11-23'))).toBe(31);
  });
});

test.each([
  ['2026-11-23', store.holidays, true],
  ['2026-11-24', store.holidays, false],
  ['2026-11-28', store.holidays, false],
  ['2026-11-24', [day('2026-11-23')], true],
  ['2026-11-25', [day('2026-11-23')], false],
] as const)('%s with %s closed is the first business day of its week: %s', (on, holidays, first) => {
  expect(isFirstOfWeek({ ...store, holidays }, day(on))).toBe(first);
});
