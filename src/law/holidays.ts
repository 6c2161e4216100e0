/** Legal holidays of a region by calendar arithmetic: the days on which some laws, and most stores, want no calls. */

import { addDays, type Day, dayOf, daysBetween } from '../domain/day.ts';

const A_MONDAY = '2001-01-01' as Day;
/** 0 = Monday … 6 = Sunday. */
export const weekdayOf = (day: Day): number => ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
const MONDAY = 0;
const TUESDAY = 1;
const THURSDAY = 3;
const SATURDAY = 5;

/** The day a holiday has in a year; null in a year without it. */
type Rule = (year: number) => Day | null;
/** Its name, and when it is. */
type Holiday = readonly [name: string, on: Rule];

const dated =
  (month: number, date: number) =>
  (year: number): Day =>
    dayOf(year, month, date) as Day;

/** The first such weekday on or after a day of the month: the third Monday is the first from the 15th on. */
const weekdayFrom =
  (month: number, date: number, weekday: number) =>
  (year: number): Day => {
    const day = dated(month, date)(year);
    return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
  };

const lastMonday = (month: number, length: number): Rule => weekdayFrom(month, length - 6, MONDAY);

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
  return dated(month, (h - m + r + month + 19) % 32)(year);
}

const afterEaster =
  (days: number): Rule =>
  (year) =>
    addDays(easterOf(year), days);
const GOOD_FRIDAY: Holiday = ['Good Friday', afterEaster(-2)];
const MARDI_GRAS: Holiday = ['Mardi Gras', afterEaster(-47)];
const FAMILY_DAY: readonly Holiday[] = [['Family Day', weekdayFrom(2, 15, MONDAY)]];

const NEW_YEAR = dated(1, 1);
const FOURTH_OF_JULY = dated(7, 4);
const JUNETEENTH = dated(6, 19);
const VETERANS_DAY = dated(11, 11);
const CHRISTMAS = dated(12, 25);
/** The Tuesday after the first Monday. */
const ELECTION_DAY = weekdayFrom(11, 2, TUESDAY);

/** Kept on the Monday where it falls on a Saturday, as well as on the Friday. */
const alsoOnMonday =
  (rule: (year: number) => Day): Rule =>
  (year) =>
    weekdayOf(rule(year)) === SATURDAY ? addDays(rule(year), 2) : null;

/** The Monday before, from Tuesday to Friday; the Monday after, on a weekend. */
const onMonday =
  (rule: (year: number) => Day): Rule =>
  (year) => {
    const weekday = weekdayOf(rule(year));
    return addDays(rule(year), weekday < SATURDAY ? -weekday : 7 - weekday);
  };

/**
 * Legal holidays of the two countries, and what a region keeps beyond its country: of the states only those whose law bans, or
 * banned, calls on them. Holidays of one county or parish count in the whole state. Where they are from stands in the law table.
 */
const CALENDARS: Readonly<Record<string, readonly Holiday[]>> = {
  US: [
    ['New Year’s Day', NEW_YEAR],
    ['Martin Luther King Jr. Day', weekdayFrom(1, 15, MONDAY)],
    ['Washington’s Birthday', weekdayFrom(2, 15, MONDAY)],
    ['Memorial Day', lastMonday(5, 31)],
    ['Juneteenth', JUNETEENTH],
    ['Independence Day', FOURTH_OF_JULY],
    ['Labor Day', weekdayFrom(9, 1, MONDAY)],
    ['Columbus Day', weekdayFrom(10, 8, MONDAY)],
    ['Veterans Day', VETERANS_DAY],
    ['Thanksgiving', weekdayFrom(11, 22, THURSDAY)],
    ['Christmas', CHRISTMAS],
  ],
  'US-AL': [
    MARDI_GRAS,
    ['Confederate Memorial Day', weekdayFrom(4, 22, MONDAY)],
    ['Jefferson Davis’ Birthday', weekdayFrom(6, 1, MONDAY)],
  ],
  'US-LA': [
    ['Battle of New Orleans', dated(1, 8)],
    MARDI_GRAS,
    GOOD_FRIDAY,
    ['Huey P. Long Day', dated(8, 30)],
    ['All Saints’ Day', dated(11, 1)],
  ],
  'US-MS': [['Confederate Memorial Day', lastMonday(4, 30)]],
  'US-PA': [GOOD_FRIDAY, ['Flag Day', dated(6, 14)], ['Election Day', ELECTION_DAY]],
  'US-RI': [
    ['New Year’s Day on Monday', alsoOnMonday(NEW_YEAR)],
    ['Rhode Island Independence Day', dated(5, 4)],
    ['Independence Day on Monday', alsoOnMonday(FOURTH_OF_JULY)],
    ['Victory Day', weekdayFrom(8, 8, MONDAY)],
    ['Election Day in even years', (year) => (year % 2 === 0 ? ELECTION_DAY(year) : null)],
    ['Veterans Day on Monday', alsoOnMonday(VETERANS_DAY)],
    ['Christmas on Monday', alsoOnMonday(CHRISTMAS)],
  ],
  'US-UT': [
    // a holiday there since May 2026
    ['Good Friday from 2027', (year) => (year < 2027 ? null : afterEaster(-2)(year))],
    ['Juneteenth on Monday', onMonday(JUNETEENTH)],
    ['Pioneer Day', dated(7, 24)],
  ],
  CA: [
    ['New Year’s Day', NEW_YEAR],
    GOOD_FRIDAY,
    ['Victoria Day', weekdayFrom(5, 18, MONDAY)],
    ['Canada Day', dated(7, 1)],
    ['Labour Day', weekdayFrom(9, 1, MONDAY)],
    ['Truth and Reconciliation', dated(9, 30)],
    ['Thanksgiving', weekdayFrom(10, 8, MONDAY)],
    ['Remembrance Day', dated(11, 11)],
    ['Christmas', CHRISTMAS],
    ['Boxing Day', dated(12, 26)],
  ],
  'CA-AB': FAMILY_DAY,
  'CA-BC': FAMILY_DAY,
  'CA-MB': FAMILY_DAY,
  'CA-NB': FAMILY_DAY,
  'CA-NS': FAMILY_DAY,
  'CA-ON': FAMILY_DAY,
  'CA-PE': FAMILY_DAY,
  'CA-QC': [['National Holiday', dated(6, 24)]],
  'CA-SK': FAMILY_DAY,
};

/** What a region keeps beyond its country, by name. */
export const holidayNames = (region: string): string[] => (CALENDARS[region] ?? []).map(([name]) => name);

/** The day itself, and the weekday on which it is kept when it falls on a weekend. */
function withKept(day: Day): Day[] {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY) return [day, addDays(day, -1)];
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
  const holidays = [...(CALENDARS[country] ?? []), ...(region === country ? [] : (CALENDARS[region] ?? []))];
  const years = year < 9999 ? [year, year + 1] : [year];
  return new Set(
    holidays.flatMap(([, on]) =>
      years.flatMap((one) => {
        const day = on(one);
        return day === null ? [] : withKept(day);
      }),
    ),
  );
}
