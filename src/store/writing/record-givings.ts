/** Customers given to somebody by hand: the deed and the facts it makes. */

import type { Acting } from '../../domain/acting.ts';
import type { Day } from '../../domain/day.ts';
import type { Entry } from '../../domain/entry.ts';
import type { Store } from '../engine/store.ts';
import { addEntry } from './entry-log.ts';

export interface NewGiving {
  readonly customerId: number;
  /** id of a salesperson; null = the house */
  readonly to: number | null;
}

export interface GivingsDeed {
  readonly action: 'give' | 'handover';
  readonly on: Day;
  readonly given: readonly NewGiving[];
  readonly details: object;
}

/** Inside a transaction. Gives the entry. */
export function recordGivings(
  db: Store,
  acting: Acting,
  { action, on, given, details }: GivingsDeed,
): number {
  const [first] = given;
  const only = action === 'give' && given.length === 1 ? first : undefined;
  const entry = addEntry(db, acting, {
    customerId: only?.customerId ?? null,
    customers: only === undefined ? given.map(({ customerId }) => customerId) : [],
    action,
    on,
    details,
  });
  const add = db.prepare(
    'INSERT INTO giving (entry_id, customer_id, salesperson_id, given_on) VALUES (:entry, :customerId, :to, :on)',
  );
  for (const { customerId, to } of given) add.run({ entry, customerId, to, on });
  return entry;
}

/** What the entry of a handover says of the leaving day it set. */
export interface LeavingDay {
  readonly before: Day | null;
  readonly after: Day;
}

/** Inside a transaction: the person is gone from the day on. */
export const setLeavingDay = (db: Store, id: number, { after }: LeavingDay): void =>
  void db.prepare('UPDATE salesperson SET left_on = ? WHERE id = ?').run(after, id);

export interface KeptCustomer {
  readonly customer_id: number;
  /** the last that gave them again */
  readonly entry: number;
}

/** Customers of the entry whom a later one, still standing, gave again; ascending by id. */
export const givenAgain = (db: Store, entry: number): KeptCustomer[] =>
  db
    .prepare<[number], KeptCustomer>(
      `SELECT g.customer_id, max(g.entry_id) AS entry FROM giving mine
       CROSS JOIN giving g ON g.customer_id = mine.customer_id AND g.entry_id > mine.entry_id
       WHERE mine.entry_id = ? GROUP BY g.customer_id ORDER BY g.customer_id`,
    )
    .all(entry);

/** Inside a transaction: the leaving day a handover set is as before, unless it was changed once more. Its givings go by themselves. */
export function undoHandover(db: Store, { details }: Entry): void {
  const { person, left } = details as { readonly person: number; readonly left: LeavingDay | null };
  if (left === null) return;
  db.prepare('UPDATE salesperson SET left_on = :before WHERE id = :person AND left_on IS :after').run({
    ...left,
    person,
  });
}
