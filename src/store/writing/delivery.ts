/** When a file was delivered, which decides between an older and a newer file. */

import { dayOf } from '../../domain/day.ts';
import type { Store } from '../engine/open-store.ts';

/** A day, perhaps with a time, as systems put it into file names: `_20261101_0615_`, `2026-11-01`. */
const DAY_IN_NAME =
  /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:[-_T .]?([01]\d|2[0-3])[-_.h:]?([0-5]\d)(?:[-_.:]?[0-5]\d)?)?(?!\d)/g;

/**
 * The UTC instant a file counts as delivered at. A file seen before keeps the instant of its first import;
 * a day in its name is taken next; else it is delivered now.
 */
export function deliveredAt(db: Store, sha256: string, name: string, now: string): string {
  const before = db
    .prepare<[string], string>('SELECT delivered_at FROM import WHERE sha256 = ? ORDER BY id LIMIT 1')
    .pluck();
  const named = dayInName(name);
  // a day still to come is no delivery, and would shut out everything that follows
  const delivered = named !== null && named.slice(0, 10) <= dayAfter(now) ? named : now;
  return before.get(sha256) ?? delivered;
}

const dayAfter = (instant: string): string =>
  new Date(Date.parse(instant) + 86_400_000).toISOString().slice(0, 10);

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
