/** The day that stands in the name of a file. */

import { dayOf } from '../domain/day.ts';

/** A day, perhaps with a time, as systems put it into file names: `_20261101_0615_`, `2026-11-01`. */
const DAY_IN_NAME =
  /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:[-_T .]?([01]\d|2[0-3])[-_.h:]?([0-5]\d)(?:[-_.:]?[0-5]\d)?)?(?!\d)/g;

/** The latest day in a file name, as an instant; null when there is none. */
export function dayInName(name: string): string | null {
  const found = [...name.matchAll(DAY_IN_NAME)].flatMap(
    ([, year, month, day, hour = '00', minute = '00']) => {
      const on = dayOf(Number(year), Number(month), Number(day));
      return on === null ? [] : [`${on}T${hour}:${minute}:00.000Z`];
    },
  );
  return found.sort().at(-1) ?? null;
}
