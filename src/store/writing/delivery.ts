/** When a file was delivered, which decides between an older and a newer file. */

import type { Day } from '../../domain/day.ts';
import { momentInName } from '../../values/day-in-name.ts';
import { instantAt } from '../../values/instant.ts';
import type { Store } from '../engine/store.ts';

export interface FileArrived {
  readonly sha256: string;
  readonly name: string;
  readonly kind: string;
  /** UTC instant */
  readonly now: string;
  /** the store's day by its clock */
  readonly today: Day;
  /** IANA; null = the machine's */
  readonly timezone: string | null;
}

/**
 * The UTC instant a file counts as delivered at. A file seen before keeps the instant of its first import; a day in its name, by
 * the store's clock, is taken next; else it is delivered now. A schedule tells how things stand: it is delivered whenever it is
 * taken in, unless its name says that it is of a day gone by.
 */
export function deliveredAt(db: Store, { sha256, name, kind, now, today, timezone }: FileArrived): string {
  const named = momentInName(name);
  if (kind === 'appointments')
    return named !== null && named.day < today
      ? instantAt(named.day, named.time ?? END_OF_DAY, timezone)
      : now;
  const inName = (): string | null =>
    // a day still to come is no delivery, and would shut out everything that follows
    named !== null && named.day <= today ? instantAt(named.day, named.time ?? '00:00', timezone) : null;
  // of a list of everything there is, another day's may read like an earlier one: the day in its name goes first
  const listed = kind === 'inventory' ? inName() : null;
  if (listed !== null) return listed;
  const before = db
    .prepare<[string], string>('SELECT delivered_at FROM import WHERE sha256 = ? ORDER BY id LIMIT 1')
    .pluck()
    .get(sha256);
  if (before !== undefined) return before;
  return inName() ?? now;
}

const END_OF_DAY = '23:59:59.999';

/** Whether the name of a schedule, not the moment of its import, says when it was delivered. */
export function isDatedByName(name: string, today: Day): boolean {
  const named = momentInName(name);
  return named !== null && named.day < today;
}
