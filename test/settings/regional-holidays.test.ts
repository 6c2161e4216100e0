/** Holidays of countries and regions: which are known, and on which days they are kept. */

import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { isBusinessDay, movedBy } from '../../src/domain/working-days.ts';
import { calendarOf } from '../../src/settings/calendar-settings.ts';
import { HOLIDAY_REGIONS } from '../../src/settings/holiday-regions.ts';
import { holidaysOfYear } from '../../src/settings/regional-holidays.ts';

test('the names that are taken are those the library has', () => {
  const all = new Holidays();
  const names = Object.keys(all.getCountries()).flatMap((country) => [
    country,
    ...Object.keys(all.getStates(country) ?? {}).flatMap((state) => [
      `${country}-${state}`,
      ...Object.keys(all.getRegions(country, state) ?? {}).map((region) => `${country}-${state}-${region}`),
    ]),
  ]);
  expect(HOLIDAY_REGIONS).toEqual(names);
});

test.each([
  ['US', '2026-11-26', 'Thanksgiving Day'],
  ['US-IL', '2026-02-12', "Lincoln's Birthday"],
  ['DE-BY', '2026-01-06', 'Epiphany'],
  ['CA-QC', '2026-06-24', 'National Holiday'],
  ['GB-SCT', '2026-11-30', 'St Andrew’s Day'],
])('%s keeps %s', (region, day, name) => {
  expect(holidaysOfYear(region, 2026).get(day as Day)).toBe(name);
});

test.each([
  ['another region', 'US', '2026-02-12'],
  ['a day that is free in the afternoon only', 'DE-BY', '2026-12-24'],
  ['a day nobody has off', 'US', '2026-02-14'],
])('%s is a working day: %s %s', (_, region, day) => {
  expect(holidaysOfYear(region, 2026).has(day as Day)).toBe(false);
});

test('a feast of several days closes each of them, and a year has only its own days', () => {
  const days = [...holidaysOfYear('SA', 2026).keys()];
  expect(days).toEqual(expect.arrayContaining(['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29']));
  for (const year of [2026, 2027, 2028])
    for (const day of holidaysOfYear('US', year).keys()) expect(day.slice(0, 4)).toBe(String(year));
  // New Year's Day of a Saturday is kept on the last day of the year before
  expect(holidaysOfYear('US', 2027).has('2027-12-31' as Day)).toBe(true);
});

const CALENDAR = calendarOf({
  holidays: ['US-IL', '2026-12-24'],
  open: ['2026-11-11', '2026-12-06'] as Day[],
});

test.each([
  ['2026-11-26', false, 'a holiday of the region'],
  ['2026-12-24', false, 'a day that is listed'],
  ['2026-11-11', true, 'a holiday on which the store is open'],
  ['2026-12-06', true, 'a Sunday on which the store is open'],
  ['2026-12-13', false, 'any other Sunday'],
  ['2026-12-22', true, 'any other day'],
])('%s works: %s, %s', (day, works) => {
  expect(isBusinessDay(CALENDAR, day as Day)).toBe(works);
});

test('business days counted in weeks come to what counting one by one comes to', () => {
  const oneByOne = (from: Day, count: number): Day => {
    let on = from;
    for (let left = Math.abs(count); left > 0; ) {
      on = movedBy(CALENDAR, on, { count: Math.sign(count), unit: 'd' });
      if (isBusinessDay(CALENDAR, on)) left -= 1;
    }
    return on;
  };
  for (const from of ['2026-10-30', '2026-11-11', '2026-12-06', '2026-12-24', '2026-12-31'] as Day[])
    for (const count of [1, 7, 13, 30, 45, 90, -1, -9, -30, -60])
      expect(movedBy(CALENDAR, from, { count, unit: 'b' }), `${from} ${count}b`).toBe(oneByOne(from, count));
});

test('without a region only the listed days are closed, and nothing is looked up', () => {
  const calendar = calendarOf({ holidays: ['2026-12-24'] });
  expect(calendar.regional).toBeUndefined();
  expect(isBusinessDay(calendar, '2026-11-26' as Day)).toBe(true);
  expect(isBusinessDay(calendar, '2026-12-24' as Day)).toBe(false);
});
