/** Which later entry, still standing, rests on one that is to be taken back. */

import type { Entry } from '../../domain/entry.ts';
import { usageFault } from '../../domain/fault.ts';
import type { Store } from '../engine/store.ts';

/** @throws Fault `later-entry` naming the first that rests on it */
export function refuseLater(db: Store, entry: Entry): void {
  const later = restingOn(db, entry);
  if (later === null) return;
  throw usageFault(
    'later-entry',
    `entry ${entry.id} cannot be taken back: entry ${later} rests on it`,
    `take that one back first: beback undo ${later}`,
  );
}

function restingOn(db: Store, { id, action }: Entry): number | null {
  const first = (sql: string): number | null =>
    db.prepare<{ id: number }, number | null>(sql).pluck().get({ id }) ?? null;
  switch (action) {
    case 'log':
    case 'promise':
      return first('SELECT min(id) FROM promise_end WHERE promise_id = :id');
    case 'give':
      return first(
        `SELECT min(g.entry_id) FROM giving mine CROSS JOIN giving g ON g.customer_id = mine.customer_id AND g.entry_id > mine.entry_id
         WHERE mine.entry_id = :id`,
      );
    default:
      return null;
  }
}
