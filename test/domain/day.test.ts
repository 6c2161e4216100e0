/** Calendar days: month ends, leap days, and agreement with a calendar library. */

import { UTCDate } from '@date-fns/utc';
import { addDays as libraryAddDays } from 'date-fns/addDays';
import { addMonths as libraryAddMonths } from 'date-fns/addMonths';
import { addWeeks as libraryAddWeeks } from 'date-fns/addWeeks';
import { addYears as libraryAddYears } from 'date-fns/addYears';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addOffset,
  type Day,
  type DayUnit,
  dayInZone,
  dayOf,
  daysBetween,
  parseDay,
  parseOffset,
  printOffset,
  yearsBetween,
} from '../../src/domain/day.ts';

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
};
const moved = (from: string, by: string): string => {
  const offset = parseOffset(by);
  if (offset === null) throw new Error(`${by} is no offset`);
  return addOffset(day(from), offset);
};

describe('a day moved by an offset', () => {
  test.each([
    ['2026-01-31', '1m', '2026-02-28'],
    ['2024-01-31', '1m', '2024-02-29'],
    ['2024-01-31', '13m', '2025-02-28'],
    ['2024-02-29', '1y', '2025-02-28'],
    ['2024-02-29', '4y', '2028-02-29'],
    ['2100-02-28', '1d', '2100-03-01'],
    ['2026-08-31', '30m', '2029-02-28'],
    ['2026-03-01', '-1d', '2026-02-28'],
    ['2026-01-01', '-1m', '2025-12-01'],
    ['2026-12-31', '2w', '2027-01-14'],
    ['2026-03-31', '-1m', '2026-02-28'],
  ])('%s + %s = %s', (from, by, to) => {
    expect(moved(from, by)).toBe(to);
  });
});

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const asLibrary = (text: Day): UTCDate => new UTCDate(`${text}T00:00:00Z`);
const LIBRARY: Readonly<Record<DayUnit, (date: UTCDate, count: number) => Date>> = {
  d: libraryAddDays,
  w: libraryAddWeeks,
  m: libraryAddMonths,
  y: libraryAddYears,
};

describe('for all days', () => {
  test('moving agrees with the calendar library', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -400, max: 400 }),
        fc.constantFrom<DayUnit>('d', 'w', 'm', 'y'),
        (from, count, unit) => {
          fc.pre(unit !== 'y' || Math.abs(count) < 200);
          const expected = LIBRARY[unit](asLibrary(from), count).toISOString().slice(0, 10);
          expect(addOffset(from, { count, unit })).toBe(expected);
        },
      ),
    );
  });
  test('the days between two days agree with the calendar library', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(daysBetween(from, to)).toBe(differenceInCalendarDays(asLibrary(to), asLibrary(from)));
      }),
    );
  });
  test('an offset prints as it is read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.constantFrom<DayUnit>('d', 'w', 'm', 'y'),
        (count, unit) => {
          expect(parseOffset(printOffset({ count, unit }))).toEqual({ count, unit });
        },
      ),
    );
  });
});

describe('what is no day', () => {
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '',
    '2026-04-31',
    '2026-01-01T00:00',
  ])('%j is not read', (text) => {
    expect(parseDay(text)).toBeNull();
  });
  test('the 29th of February is only made in a leap year', () => {
    expect([dayOf(2024, 2, 29), dayOf(2025, 2, 29), dayOf(1900, 2, 29), dayOf(2000, 2, 29)]).toEqual([
      '2024-02-29',
      null,
      null,
      '2000-02-29',
    ]);
  });
});

test.each([
  ['2026-05-13', '2026-11-21', 0],
  ['2025-11-22', '2026-11-21', 0],
  ['2025-11-21', '2026-11-21', 1],
  ['2024-02-29', '2025-02-28', 1],
  ['2024-02-29', '2028-02-28', 3],
  ['2026-11-22', '2026-11-21', -1],
])('from %s to %s it is %i whole years', (from, to, years) => {
  expect(yearsBetween(day(from), day(to))).toBe(years);
});

test('the day of an instant hangs on the zone', () => {
  const instant = new Date('2026-11-21T03:30:00Z');
  expect([dayInZone(instant, 'America/Chicago'), dayInZone(instant, 'Europe/London')]).toEqual([
    '2026-11-20',
    '2026-11-21',
  ]);
});
