/** Which days are worked, and how many were missed before one. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, parsePlanOffset } from '../../src/domain/day.ts';
import {
  daysMissed,
  earliestTo,
  isBusinessDay,
  isFirstOfWeek,
  latestTo,
  movedBy,
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

// 2026-11-21 is a Saturday, Sundays are closed, and so are 25 and 26 December
test.each([
  ['2026-11-20', '1b', '2026-11-21'],
  ['2026-11-21', '1b', '2026-11-23'],
  ['2026-11-22', '1b', '2026-11-23'],
  ['2026-11-22', '0b', '2026-11-23'],
  ['2026-11-23', '0b', '2026-11-23'],
  ['2026-11-23', '-1b', '2026-11-21'],
  ['2026-11-22', '-1b', '2026-11-21'],
  ['2026-11-23', '6b', '2026-11-30'],
  ['2026-12-24', '1b', '2026-12-28'],
  ['2026-12-25', '0b', '2026-12-28'],
  ['2026-12-28', '-2b', '2026-12-23'],
  ['2026-12-01', '24b', '2026-12-31'],
  ['2026-12-01', '-30b', '2026-10-27'],
  ['2026-12-24', '3d', '2026-12-27'],
] as const)('%s moved by %s is %s', (from, by, to) => {
  const offset = parsePlanOffset(by);
  expect(offset && movedBy(store, day(from), offset)).toBe(to);
});

const aCalendar: fc.Arbitrary<WorkingDays> = fc.record({
  businessDays: fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, { minLength: 1 }),
  holidays: fc.array(fc.integer({ min: 0, max: 90 }).map((n) => addDays(day('2026-01-01'), n))),
});
const aDay = fc.integer({ min: -60, max: 150 }).map((n) => addDays(day('2026-01-01'), n));

test('by business days one counts one by one, both ways', () => {
  fc.assert(
    fc.property(aCalendar, aDay, fc.integer({ min: 1, max: 60 }), fc.boolean(), (working, from, k, back) => {
      let on = from;
      for (let left = k; left > 0; ) {
        on = addDays(on, back ? -1 : 1);
        if (isBusinessDay(working, on)) left -= 1;
      }
      expect(movedBy(working, from, { count: back ? -k : k, unit: 'b' })).toBe(on);
    }),
    { numRuns: 1000 },
  );
});

test('the earliest and latest day that come to a day are the first and last of those that do', () => {
  fc.assert(
    fc.property(aCalendar, aDay, fc.integer({ min: -9, max: 9 }), (working, on, count) => {
      const offset = { count, unit: 'b' } as const;
      const moved = (from: Day): Day => movedBy(working, from, offset);
      const [first, last] = [earliestTo(working, on, offset), latestTo(working, on, offset)];
      expect([moved(first) >= on, moved(addDays(first, -1)) < on]).toEqual([true, true]);
      expect([moved(last) <= on, moved(addDays(last, 1)) > on]).toEqual([true, true]);
    }),
    { numRuns: 1000 },
  );
});
