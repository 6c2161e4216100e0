/** Legal holidays of a region by calendar arithmetic: the days on which some laws, and most stores, want no calls. */

import { addDays, type Day, dayOf, daysBetween } from '../domain/day.ts';

const A_MONDAY = '2001-01-01' as Day;
/** 0 = Monday … 6 = Sunday. */
export const weekdayOf = (day: Day): number => ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
const MONDAY = 0;
const THURSDAY = 3;

const fixed = (year: number, month: number, date: number): Day => dayOf(year, month, date) as Day;

/** The first such weekday on or after a day of the month: the third Monday is the first from the 15th on. */
function weekdayFrom(year: number, month: number, date: number, weekday: number): Day {
  const day = fixed(year, month, date);
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

const lastMonday = (year: number, month: number, length: number): Day =>
  weekdayFrom(year, month, length - 6, MONDAY);

/** Gregorian Easter (the anonymous algorithm, as in Meeus, Astronomical Algorithms, ch. 8). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const m = Math.floor((a + 11 * h) / 319);
  const r = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7;
  const month = Math.floor((h - m + r + 90) / 25);
  return fixed(year, month, (h - m + r + month + 19) % 32);
}

/** Federal legal holidays (5 U.S.C. 6103). */
const US = (year: number): Day[] => [
  fixed(year, 1, 1),
  weekdayFrom(year, 1, 15, MONDAY),
  weekdayFrom(year, 2, 15, MONDAY),
  lastMonday(year, 5, 31),
  fixed(year, 6, 19),
  fixed(year, 7, 4),
  weekdayFrom(year, 9, 1, MONDAY),
  weekdayFrom(year, 10, 8, MONDAY),
  fixed(year, 11, 11),
  weekdayFrom(year, 11, 22, THURSDAY),
  fixed(year, 12, 25),
];

/** General holidays of the Canada Labour Code, s. 166. */
const CA = (year: number): Day[] => [
  fixed(year, 1, 1),
  addDays(easterOf(year), -2),
  weekdayFrom(year, 5, 18, MONDAY),
  fixed(year, 7, 1),
  weekdayFrom(year, 9, 1, MONDAY),
  fixed(year, 9, 30),
  weekdayFrom(year, 10, 8, MONDAY),
  fixed(year, 11, 11),
  fixed(year, 12, 25),
  fixed(year, 12, 26),
];

const goodFriday = (year: number): Day => addDays(easterOf(year), -2);
const mardiGras = (year: number): Day => addDays(easterOf(year), -47);
const familyDay = (year: number): Day[] => [weekdayFrom(year, 2, 15, MONDAY)];

/** What a region keeps beyond its country; for the states only where the law bans calls on legal holidays. */
const MORE: Readonly<Record<string, (year: number) => Day[]>> = {
  US,
  CA,
  'US-AL': (year) => [mardiGras(year), weekdayFrom(year, 4, 22, MONDAY), weekdayFrom(year, 6, 1, MONDAY)],
  'US-LA': (year) => [mardiGras(year), goodFriday(year)],
  'US-MS': (year) => [lastMonday(year, 4, 30)],
  'US-RI': (year) => [weekdayFrom(year, 8, 8, MONDAY)],
  'US-UT': (year) => [fixed(year, 7, 24)],
  'CA-AB': familyDay,
  'CA-BC': familyDay,
  'CA-MB': familyDay,
  'CA-NB': familyDay,
  'CA-NS': familyDay,
  'CA-ON': familyDay,
  'CA-PE': familyDay,
  'CA-SK': familyDay,
  'CA-QC': (year) => [fixed(year, 6, 24)],
};

/** The day itself, and the weekday on which it is kept when it falls on a weekend. */
function withKept(day: Day): Day[] {
  const weekday = weekdayOf(day);
  if (weekday === 5) return [day, addDays(day, -1)];
  return weekday === 6 ? [day, addDays(day, 1)] : [day];
}

const known = new Map<string, ReadonlySet<Day>>();

/** Whether `day` is a legal holiday in a region (`US-LA`), its country's included; false where we know no holidays. */
export function isHoliday(region: string, day: Day): boolean {
  const year = Number(day.slice(0, 4));
  const key = `${region} ${year}`;
  let days = known.get(key);
  if (days === undefined) {
    days = holidaysOf(region, year);
    known.set(key, days);
  }
  return days.has(day);
}

/** 1 January of the next year may be kept on 31 December. */
function holidaysOf(region: string, year: number): ReadonlySet<Day> {
  const country = region.slice(0, 2);
  const calendars = [MORE[country], region === country ? undefined : MORE[region]];
  const years = year < 9999 ? [year, year + 1] : [year];
  return new Set(
    calendars.flatMap((calendar) =>
      calendar === undefined ? [] : years.flatMap((one) => calendar(one).flatMap(withKept)),
    ),
  );
}
