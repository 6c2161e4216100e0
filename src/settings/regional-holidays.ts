/** The public and bank holidays of countries and regions, year by year, by the library that keeps them. */

import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { addDays, type Day, parseDay } from '../domain/day.ts';

type HolidaysOf = typeof Holidays;

let loaded: HolidaysOf | undefined;

/** Loaded only where a region stands in the settings and a day is asked for. It is bundled beside the program; run from its source, the program takes the library itself. */
function library(): HolidaysOf {
  const file = import.meta.url.endsWith('.ts') ? 'date-holidays' : './date-holidays.cjs';
  loaded ??= createRequire(import.meta.url)(file) as HolidaysOf;
  return loaded;
}

const HOUR_MS = 3_600_000;
const NOON = 12;

/**
 * The days of a year on which the region keeps a holiday, with the names of it, ascending. A holiday that begins in the evening
 * is kept on the next day; a day that is free in the afternoon only is none.
 * @param region `US`, `US-IL`, `DE-BY`
 */
export function holidaysOfYear(region: string, year: number): ReadonlyMap<Day, string> {
  const [country = '', state = '', part = ''] = region.split('-');
  const calendar = new (library())(country, state, part, { types: ['public', 'bank'], languages: ['en'] });
  const days = new Map<Day, string>();
  // one that begins on the last evening of a year is kept in the next
  for (const asked of [year - 1, year])
    for (const { date, start, end, name } of calendar.getHolidays(asked)) {
      const first = parseDay(date.slice(0, 10));
      if (first === null) throw new Error(`no day: ${date}`);
      const beginsAt = Number(date.slice(11, 13));
      const endsAt = beginsAt + (end.getTime() - start.getTime()) / HOUR_MS;
      for (let at = 0; 24 * at < endsAt; at++) {
        const hours = Math.min(endsAt, 24 * (at + 1)) - Math.max(beginsAt, 24 * at);
        const day = addDays(first, at);
        if (hours >= NOON && day.startsWith(`${year}-`) && !days.has(day)) days.set(day, name);
      }
    }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

const years = new Map<string, ReadonlyMap<Day, string>>();

/** The days of several regions, each year worked out once; of a day of two, the name in the first. */
export function holidaysOfRegions(regions: readonly string[]): (year: number) => ReadonlyMap<Day, string> {
  return (year) => {
    const key = `${regions.join(' ')} ${year}`;
    const known = years.get(key);
    if (known !== undefined) return known;
    const found = new Map(regions.toReversed().flatMap((region) => [...holidaysOfYear(region, year)]));
    years.set(key, found);
    return found;
  };
}
