/** When a file was delivered, which decides between an older and a newer file. */

import { dayInName } from '../../values/day-in-name.ts';
import type { Store } from '../engine/store.ts';

/**
 * The UTC instant a file counts as delivered at. A file seen before keeps the instant of its first import;
 * a day in its name is taken next; else it is delivered now.
 */
export function deliveredAt(db: Store, sha256: string, name: string, now: string): string {
  const before = db
    .prepare<[string], string>('SELECT delivered_at FROM import WHERE sha256 = ? ORDER BY id LIMIT 1')
    .pluck();
  return before.get(sha256) ?? dayNamed(name, now) ?? now;
}

/** The same for a list of everything there is, of which another day's may read like an earlier one: the day in its name goes first. */
export const listDeliveredAt = (db: Store, sha256: string, name: string, now: string): string =>
  dayNamed(name, now) ?? deliveredAt(db, sha256, name, now);

/** Null for none; a day still to come is no delivery, and would shut out everything that follows. */
function dayNamed(name: string, now: string): string | null {
  const named = dayInName(name);
  return named !== null && named.slice(0, 10) <= dayAfter(now) ? named : null;
}

const dayAfter = (instant: string): string =>
  new Date(Date.parse(instant) + 86_400_000).toISOString().slice(0, 10);
