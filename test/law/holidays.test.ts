import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import { easterOf, isHoliday } from '../../src/law/holidays.ts';

const on = (text: string): Day => text as Day;

function holidaysOf(region: string, year: number): string[] {
  const found: string[] = [];
  for (let day = on(`${year}-01-01`); day.startsWith(`${year}`); day = addDays(day, 1)) {
    if (isHoliday(region, day)) found.push(day.slice(5));
  }
  return found;
}

test('Easter falls on the days of the almanac', () => {
  expect([1961, 2000, 2024, 2025, 2026, 2027, 2038].map(easterOf)).toEqual([
    '1961-04-02',
    '2000-04-23',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ]);
});

test('federal holidays of the United States, with the weekday on which a Saturday is kept', () => {
  expect(holidaysOf('US', 2026).join(' ')).toBe(
    '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25',
  );
});

test('New Year on a Saturday is kept on 31 December', () => {
  expect(isHoliday('US', on('2027-12-31'))).toBe(true);
  expect(isHoliday('US', on('2026-12-31'))).toBe(false);
});

test('general holidays of Canada, and what provinces add', () => {
  expect(holidaysOf('CA', 2025).join(' ')).toBe(
    '01-01 04-18 05-19 07-01 09-01 09-30 10-13 11-11 12-25 12-26',
  );
  expect(isHoliday('CA-ON', on('2026-02-16'))).toBe(true);
  expect(isHoliday('CA-QC', on('2026-02-16'))).toBe(false);
  expect(isHoliday('CA-QC', on('2026-06-24'))).toBe(true);
});

test('a state adds its own where the law bans calls on legal holidays', () => {
  expect(isHoliday('US-LA', on('2026-02-17'))).toBe(true);
  expect(isHoliday('US-LA', on('2026-04-03'))).toBe(true);
  expect(isHoliday('US-UT', on('2026-07-24'))).toBe(true);
  expect(isHoliday('US-OH', on('2026-07-24'))).toBe(false);
});

test('where we know of none there are none', () => {
  expect(holidaysOf('GB', 2026)).toEqual([]);
});
