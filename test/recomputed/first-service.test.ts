/** First services over random stores: what the program says of each sale is what a second, slow reading of the rules says. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import { deliveryRecords } from '../../src/operations/first-services.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { openStore } from '../../src/store/engine/open-store.ts';
import { type NaiveStore, naiveDeliveries } from './naive-first-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'beback-first-services-'));
const db = openStore(join(folder, 'store.db'));
db.pragma('synchronous = OFF');
const settings = readSettings(join(folder, 'none.toml'), false);
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const START = '2026-03-01' as Day;
const aDay = fc.integer({ min: 0, max: 40 }).map((n) => addDays(START, n));
const perhaps = <T>(arbitrary: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq });
const aCustomer = fc.integer({ min: 1, max: 4 });
const aCar = fc.integer({ min: 1, max: 2 });
const aStore = fc.constantFrom('', '', 'north');
const aState = fc.constantFrom('kept' as const, 'missed' as const, 'cancelled' as const);
const whose = { customer: perhaps(aCustomer), namesSomebody: fc.constantFrom(false, false, true) };

const aNaiveStore: fc.Arbitrary<NaiveStore> = fc.record({
  sales: fc.array(
    fc.record({
      store: aStore,
      buyer: aCustomer,
      coBuyer: perhaps(aCustomer),
      car: aCar,
      status: fc.constantFrom('sold', 'sold', 'sold', 'unwound'),
      soldOn: fc.integer({ min: 0, max: 20 }).map((n) => addDays(START, n)),
      deliveredAfter: perhaps(fc.integer({ min: 0, max: 4 })),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  appointments: fc.array(
    fc.record({
      store: aStore,
      car: perhaps(aCar, 8),
      ...whose,
      on: aDay,
      time: perhaps(fc.constantFrom('08:30', '13:15')),
      mark: perhaps(aState, 4),
      fileState: perhaps(fc.oneof(aState, fc.constant('arrived' as const)), 4),
      learnedAfter: fc.integer({ min: 0, max: 5 }),
      order: perhaps(fc.integer({ min: 1, max: 5 }), 1),
    }),
    { minLength: 1, maxLength: 7 },
  ),
  orders: fc.array(
    fc.record({
      store: aStore,
      car: perhaps(aCar, 8),
      ...whose,
      openedOn: perhaps(aDay, 4),
      closedOn: perhaps(aDay, 4),
      internal: fc.constantFrom(false, false, true),
      deliveredOn: aDay,
    }),
    { maxLength: 5 },
  ),
  openOrders: fc.subarray(['', 'north']),
  words: fc.array(
    fc.record({
      sale: fc.integer({ min: 1, max: 3 }),
      on: aDay,
      takesBack: fc.constantFrom(false, false, false, true),
      introduced: fc.boolean(),
      advisor: perhaps(fc.constantFrom('Maria', 'Tom')),
      booked: perhaps(aDay, 3),
      time: perhaps(fc.constantFrom('08:30', '09:00')),
    }),
    { maxLength: 5 },
  ),
});

const fill = (given: NaiveStore): void => {
  for (const table of [
    ...['appointment_mark', 'delivery', 'entry', 'appointment', 'repair_order', 'service_day', 'open_orders'],
    ...['sale', 'vehicle', 'customer', 'import'],
  ])
    db.prepare(`DELETE FROM ${table}`).run();
  db.exec(`INSERT INTO import (id, file, sha256, bytes, kind, layout, encoding, delimiter, delivered_at, started_at, by)
    VALUES (1, 'a.csv', '', 0, 'sales', '', '', ',', '', '', '')`);
  for (let id = 1; id <= 5; id += 1)
    db.prepare(
      "INSERT INTO customer (id, store, kind, last_name, name_key, as_of) VALUES (?, '', 'person', 'Lee', 'lee', '')",
    ).run(id);
  for (let id = 1; id <= 3; id += 1)
    db.prepare("INSERT INTO vehicle (id, vin, as_of) VALUES (?, ?, '')").run(id, `VIN${id}`);
  given.sales.forEach((sale, i) => {
    const deliveredOn = sale.deliveredAfter === null ? null : addDays(sale.soldOn, sale.deliveredAfter);
    db.prepare(
      `INSERT INTO sale (id, store, status, customer_id, co_buyer_id, vehicle_id, sold_on, delivered_on, anchor_on, as_of, import_id, row_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1, 0)`,
    ).run(
      ...[i + 1, sale.store, sale.status, sale.buyer, sale.coBuyer, sale.car],
      ...[sale.soldOn, deliveredOn, deliveredOn ?? sale.soldOn],
    );
  });
  const deeds = given.words.filter(({ sale }) => sale <= given.sales.length);
  for (let id = 1; id <= 20; id += 1) db.prepare('INSERT INTO entry (id) VALUES (?)').run(id);
  deeds.forEach((word, i) => {
    db.prepare(
      `INSERT INTO delivery (id, sale_id, said_on, takes_back, introduced, advisor, booked_on, booked_time)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      ...[i + 1, word.sale, word.on, Number(word.takesBack), Number(word.introduced), word.advisor],
      ...[word.booked, word.booked === null ? null : word.time],
    );
  });
  given.appointments.forEach((one, i) => {
    db.prepare(
      `INSERT INTO appointment (id, store, number, customer_id, names_somebody, vehicle_id, due_on, due_time, file_state, learned_after,
       repair_order_number, as_of, import_id, row_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1, 0)`,
    ).run(
      ...[i + 1, one.store, `A${i + 1}`, one.customer, Number(one.customer !== null || one.namesSomebody)],
      ...[
        one.car,
        one.on,
        one.time,
        one.fileState,
        one.learnedAfter,
        one.order === null ? null : `R${one.order}`,
      ],
    );
    if (one.mark !== null)
      db.prepare('INSERT INTO appointment_mark (entry_id, appointment_id, state) VALUES (?, ?, ?)').run(
        ...[10 + i, i + 1, one.mark],
      );
  });
  given.orders.forEach((one, i) => {
    db.prepare(
      `INSERT INTO repair_order (id, store, number, customer_id, names_somebody, vehicle_id, opened_on, closed_on, pay_types, as_of, import_id, row_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1, 0)`,
    ).run(
      ...[i + 1, one.store, `R${i + 1}`, one.customer, Number(one.customer !== null || one.namesSomebody)],
      ...[one.car, one.openedOn, one.closedOn, one.internal ? '["internal"]' : '[]'],
    );
    for (const day of [one.openedOn, one.closedOn])
      if (day !== null)
        db.prepare(
          `INSERT INTO service_day (store, day, delivered_on) VALUES (?, ?, ?)
           ON CONFLICT (store, day) DO UPDATE SET delivered_on = max(delivered_on, excluded.delivered_on)`,
        ).run(one.store, day, one.deliveredOn);
  });
  for (const store of given.openOrders) db.prepare('INSERT INTO open_orders (store) VALUES (?)').run(store);
};

const RUNS = Number(process.env.RECOMPUTED_RUNS ?? 200);

test('each sale, on several days', () => {
  const states = new Set<string>();
  const ways = new Set<string | null>();
  fc.assert(
    fc.property(aNaiveStore, fc.uniqueArray(aDay, { minLength: 1, maxLength: 5 }), (given, days) => {
      db.transaction(() => fill(given))();
      for (const day of days) {
        const found = [...deliveryRecords({ store: db, settings, day })];
        expect(found).toEqual(naiveDeliveries(given, day));
        for (const { state, booked_by } of found) {
          states.add(state);
          ways.add(booked_by);
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect([...states].sort()).toEqual(['missed', 'none', 'set', 'showed', 'unknown']);
  expect(ways).toEqual(new Set(['hand', 'file', null]));
});
