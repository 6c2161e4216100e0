/** Small random stores, written straight into the tables: few people, cars and days, so that much meets. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { addDays, type Day } from '../src/domain/day.ts';
import { openStore } from '../src/store/engine/open-store.ts';
import type { Store } from '../src/store/engine/store.ts';
import { addEntry } from '../src/store/writing/entry-log.ts';
import { acting } from './acting-in.ts';
import { on } from './touches/small-worlds.ts';

export const CUSTOMERS = 6;
export const PEOPLE = ['Dana Reyes', 'Max Orr', 'Lou Tan', 'Émile Roy'] as const;
const CARS = 4;
const START = on('2026-03-01');
/** The last day of all that happens. */
export const END = addDays(START, 40);

/** So that nothing is known of the days to come. */
export const aDayOfStore: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 40 })
  .map((days) => addDays(START, days));
const aCustomerId = fc.integer({ min: 1, max: CUSTOMERS });
const aPersonId = fc.integer({ min: 1, max: PEOPLE.length });
const perhaps = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);

const aSale = fc.record({
  store: fc.constantFrom('', 'north'),
  deal: perhaps(fc.constantFrom('9', '10', 'A1', '009')),
  status: fc.constantFrom('sold', 'sold', 'sold', 'unwound'),
  buyer: aCustomerId,
  coBuyer: perhaps(aCustomerId),
  car: fc.integer({ min: 1, max: CARS }),
  on: aDayOfStore,
  leaseEnd: perhaps(aDayOfStore.map((day) => addDays(day, -60))),
  isLease: fc.boolean(),
  credits: fc.uniqueArray(aPersonId, { maxLength: 3 }),
  trade: perhaps(fc.integer({ min: 1, max: CARS })),
});
const anOrder = fc.record({
  customer: perhaps(aCustomerId),
  car: fc.integer({ min: 1, max: CARS }),
  on: perhaps(aDayOfStore),
  internal: fc.boolean(),
});
const aContact = fc.record({
  customer: aCustomerId,
  on: aDayOfStore,
  outcome: fc.constantFrom('talked', 'voicemail', 'promised'),
  next: perhaps(aDayOfStore),
  by: perhaps(aPersonId),
});
const aGiving = fc.record({ customer: aCustomerId, on: aDayOfStore, to: perhaps(aPersonId) });

export const aSmallStore = fc.record({
  left: fc.tuple(...PEOPLE.map(() => fc.option(aDayOfStore, { freq: 2 }))),
  sales: fc.array(aSale, { maxLength: 8 }),
  orders: fc.array(anOrder, { maxLength: 3 }),
  contacts: fc.array(aContact, { maxLength: 5 }),
  givings: fc.array(aGiving, { maxLength: 3 }),
});
export type SmallStore = typeof aSmallStore extends fc.Arbitrary<infer T> ? T : never;

const ACTING = acting('Pat Boss', '2026-11-02T15:00:00.000Z');

/** @param db empty, or within what is taken back */
function fill(db: Store, { left, sales, orders, contacts, givings }: SmallStore): void {
  db.exec(`INSERT INTO import (id, file, sha256, bytes, kind, layout, encoding, delimiter, delivered_at, started_at, by)
    VALUES (1, 'a.csv', '', 0, 'sales', '', '', ',', '', '', '')`);
  for (const [i, name] of PEOPLE.entries())
    db.prepare('INSERT INTO salesperson (id, code, name, left_on) VALUES (?, ?, ?, ?)').run(
      i + 1,
      `10${i}`,
      name,
      left[i] ?? null,
    );
  for (let id = 1; id <= CUSTOMERS; id += 1)
    db.prepare(
      `INSERT INTO customer (id, store, kind, first_name, last_name, name_key, cell_phone, as_of)
       VALUES (:id, '', 'person', 'Ann', :last, 'lee', :phone, '')`,
    ).run({ id, last: `Lee ${id}`, phone: `+1614555010${id}` });
  // the last car has no VIN
  for (let id = 1; id <= CARS; id += 1)
    db.prepare("INSERT INTO vehicle (id, vin, make, as_of) VALUES (?, ?, 'Honda', '')").run(
      id,
      id === CARS ? null : `VIN${id}`,
    );
  for (const [i, sale] of sales.entries()) {
    db.prepare(
      `INSERT INTO sale (id, store, deal_number, status, customer_id, co_buyer_id, vehicle_id, sold_on, anchor_on, lease_end_on,
         deal_type, as_of, import_id, row_hash)
       VALUES (:id, :store, :deal, :status, :buyer, :coBuyer, :car, :on, :on, :leaseEnd, :type, '', 1, 0)`,
    ).run({
      id: i + 1,
      store: sale.store,
      deal: sale.deal,
      status: sale.status,
      buyer: sale.buyer,
      coBuyer: sale.coBuyer,
      car: sale.car,
      on: sale.on,
      leaseEnd: sale.leaseEnd,
      type: sale.isLease ? 'lease' : 'cash',
    });
    for (const [position, id] of sale.credits.entries())
      db.prepare('INSERT INTO sale_salesperson (sale_id, position, salesperson_id) VALUES (?, ?, ?)').run(
        i + 1,
        position,
        id,
      );
    if (sale.trade !== null)
      db.prepare('INSERT INTO sale_trade (sale_id, position, vin) VALUES (?, 0, ?)').run(
        i + 1,
        `VIN${sale.trade}`,
      );
  }
  for (const [i, { customer, car, on: closed, internal }] of orders.entries())
    db.prepare(
      `INSERT INTO repair_order (store, number, customer_id, vehicle_id, closed_on, pay_types, as_of, import_id, row_hash, names_somebody)
       VALUES ('', ?, ?, ?, ?, ?, '', 1, 0, ?)`,
    ).run(`R${i}`, customer, car, closed, internal ? '["internal"]' : '[]', customer === null ? 0 : 1);
  for (const { customer, on: day, outcome, next, by } of contacts) {
    const id = addEntry(db, ACTING, { customerId: customer, action: 'log', details: { outcome, on: day } });
    db.prepare(
      'INSERT INTO contact (id, customer_id, contact_on, outcome, next_on, salesperson_id) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(id, customer, day, outcome, next, by);
  }
  for (const { customer, on: day, to } of givings) {
    const id = addEntry(db, ACTING, { customerId: customer, action: 'note', details: {} });
    db.prepare(
      'INSERT INTO giving (entry_id, customer_id, salesperson_id, given_on) VALUES (?, ?, ?, ?)',
    ).run(id, customer, to, day);
  }
}

/** One database for many small stores, each gone after its test. */
export class StoreForMany {
  readonly folder = mkdtempSync(join(tmpdir(), 'beback-small-'));
  readonly #db = openStore(join(this.folder, 'store.db'));

  /** What `run` says of the store. */
  with<T>(small: SmallStore, run: (db: Store) => T): T {
    this.#db.exec('BEGIN');
    try {
      fill(this.#db, small);
      return run(this.#db);
    } finally {
      this.#db.exec('ROLLBACK');
    }
  }

  remove(): void {
    this.#db.close();
    rmSync(this.folder, { recursive: true });
  }
}
