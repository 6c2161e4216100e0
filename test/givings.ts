/** Customers given by hand, and covers, as they stand in a store: for tests of whatever reads them. */

import { openStore } from '../src/store/engine/open-store.ts';
import type { Store } from '../src/store/engine/store.ts';
import { findSalesperson } from '../src/store/salespeople.ts';
import { addEntry } from '../src/store/writing/entry-log.ts';
import { acting } from './acting-in.ts';

export interface GivingMade {
  readonly customer: number;
  /** null = the house */
  readonly to: string | null;
  readonly on: string;
}
export interface CoverMade {
  readonly of: string;
  readonly by: string;
  readonly from: string;
  readonly to: string;
}

function inStore(file: string, run: (db: Store) => void): void {
  const db = openStore(file);
  try {
    run(db);
  } finally {
    db.close();
  }
}

const entryOf = (db: Store, customerId: number): number =>
  addEntry(db, acting('Pat Boss', '2026-11-02T15:00:00.000Z'), { customerId, action: 'note', details: {} });

/** @param file the database */
export const givings = (file: string, made: readonly GivingMade[]): void =>
  inStore(file, (db) => {
    for (const { customer, to, on } of made)
      db.prepare(
        'INSERT INTO giving (entry_id, customer_id, salesperson_id, given_on) VALUES (?, ?, ?, ?)',
      ).run(entryOf(db, customer), customer, to === null ? null : findSalesperson(db, to).id, on);
  });

/** @param file the database */
export const covers = (file: string, made: readonly CoverMade[]): void =>
  inStore(file, (db) => {
    for (const { of, by, from, to } of made)
      db.prepare('INSERT INTO cover (entry_id, of_id, by_id, from_on, to_on) VALUES (?, ?, ?, ?, ?)').run(
        entryOf(db, 1),
        findSalesperson(db, of).id,
        findSalesperson(db, by).id,
        from,
        to,
      );
  });
