/** Calendar days: month ends, leap days, and agreement with plain counting. */

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
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
/** Days since 1 March of the year 0, by the civil calendar: a second way to count them, without any date of JavaScript. */
function plainNumber(text: Day): number {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    date -
    1
  );
}

const plainDay = (year: number, month: number, date: number): Day | null => dayOf(year, month, date);

/** One day after the other. */
function plainlyMoved(from: Day, count: number, unit: DayUnit): string {
  if (unit === 'd' || unit === 'w') {
    const target = plainNumber(from) + count * (unit === 'w' ? 7 : 1);
    const near = Number(from.slice(0, 4)) + Math.trunc((target - plainNumber(from)) / 365.2425);
    for (const year of [near, near - 1, near + 1])
      for (let month = 1; month <= 12; month++)
        for (let date = 1; date <= 31; date++) {
          const found = plainDay(year, month, date);
          if (found !== null && plainNumber(found) === target) return found;
        }
    return 'none';
  }
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
  const months = year * 12 + month - 1 + count * (unit === 'y' ? 12 : 1);
  for (let last = date; last > 0; last--) {
    const found = plainDay(Math.floor(months / 12), (months % 12) + 1, last);
    if (found !== null) return found;
  }
  return 'none';
}

/** Where clocks change at midnight, or a day is missing from the calendar. */
const ZONES = ['America/Havana', 'Africa/Cairo', 'Pacific/Apia', 'UTC'];
const before = process.env.TZ;
afterAll(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

describe('for all days', () => {
  test.each(ZONES)('moving agrees with plain counting, by the clocks of %s', (zone) => {
    process.env.TZ = zone;
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -400, max: 400 }),
        fc.constantFrom<DayUnit>('d', 'w', 'm', 'y'),
        (from, count, unit) => {
          fc.pre(unit !== 'y' || Math.abs(count) < 200);
          expect(addOffset(from, { count, unit })).toBe(plainlyMoved(from, count, unit));
        },
      ),
    );
  });
  test.each(ZONES)('every day of 2011 to 2014 has the next one behind it, by the clocks of %s', (zone) => {
    process.env.TZ = zone;
    const last = '2014-12-31' as Day;
    for (let on = '2011-01-01' as Day; on < last; ) {
      const next = addOffset(on, { count: 1, unit: 'd' });
      expect([next, daysBetween(on, next), plainNumber(next) - plainNumber(on)]).toEqual([next, 1, 1]);
      on = next;
    }
  });
  test('the days between two days agree with plain counting', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(daysBetween(from, to)).toBe(plainNumber(to) - plainNumber(from));
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
