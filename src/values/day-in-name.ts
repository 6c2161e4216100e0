/** The day that stands in the name of a file. */

import { type Day, dayOf } from '../domain/day.ts';

/** A day, perhaps with a time, as systems put it into file names: `_20261101_0615_`, `2026-11-01`. */
const DAY_IN_NAME =
  /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:[-_T .]?([01]\d|2[0-3])[-_.h:]?([0-5]\d)(?:[-_.:]?[0-5]\d)?)?(?!\d)/g;

export interface NamedMoment {
  readonly day: Day;
  /** `HH:MM`; null where the name has none */
  readonly time: string | null;
}

/** The latest day in a file name; null when there is none. */
export function momentInName(name: string): NamedMoment | null {
  const found = [...name.matchAll(DAY_IN_NAME)].flatMap(([, year, month, date, hour, minute]) => {
    const day = dayOf(Number(year), Number(month), Number(date));
    return day === null ? [] : [{ day, time: hour === undefined ? null : `${hour}:${minute}` }];
  });
  const order = ({ day, time }: NamedMoment): string => `${day} ${time ?? ''}`;
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1)).at(-1) ?? null;
}

/** The same as an instant, as if its clock were UTC: to put files in their order. */
export function dayInName(name: string): string | null {
  const named = momentInName(name);
  return named === null ? null : `${named.day}T${named.time ?? '00:00'}:00.000Z`;
}
