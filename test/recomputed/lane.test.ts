/** The lane of random stores, held against a second reading of the rules. */

import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { laneOfDay } from '../../src/operations/lane/lane-of-day.ts';
import { readSettings } from '../../src/settings/settings.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { addEntry } from '../../src/store/writing/entry-log.ts';
import { acting } from '../acting-in.ts';
import { aDayOfStore, aSmallStore, CUSTOMERS, StoreForMany } from '../small-store.ts';
import { type NaiveVisit, naiveLane } from './naive-lane.ts';

const store = new StoreForMany();
afterAll(() => store.remove());
const settings = readSettings(join(store.folder, 'none.toml'), false);

const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);
const who = perhaps(fc.integer({ min: 1, max: CUSTOMERS }));
const car = perhaps(fc.integer({ min: 1, max: 4 }));
const SIX_DAYS = 6;
/** Near the day asked for, so that much of it meets. */
const near = fc.integer({ min: -SIX_DAYS, max: SIX_DAYS });
const anAppointment = fc.record({
  who,
  car,
  in: fc.oneof(fc.constant(0), near),
  time: perhaps(fc.constantFrom('08:00', '09:30')),
  order: perhaps(fc.constantFrom('O0', 'O1')),
  file: perhaps(fc.constantFrom('kept', 'missed', 'cancelled', 'arrived')),
  mark: fc.option(fc.constantFrom('kept', 'missed', 'cancelled'), { freq: 4 }),
  isNamed: fc.boolean(),
});
const anOrder = fc.record({
  who,
  car,
  opened: perhaps(fc.oneof(near, fc.integer({ min: -40, max: -25 }))),
  closed: perhaps(near),
  appointment: perhaps(fc.constantFrom('A0', 'A1')),
  internal: fc.option(fc.constant(true), { freq: 5 }),
  isNamed: fc.boolean(),
});
const aPitch = fc.record({
  who: fc.integer({ min: 1, max: CUSTOMERS }),
  ago: fc.constantFrom(-1, 0, 5, 299, 300),
});
const aDrive = fc.record({
  appointments: fc.array(anAppointment, { maxLength: 5 }),
  orders: fc.array(anOrder, { maxLength: 5 }),
  pitches: fc.array(aPitch, { maxLength: 3 }),
  newer: perhaps(near),
  sendsOpen: fc.boolean(),
});
type Drive = typeof aDrive extends fc.Arbitrary<infer T> ? T : never;

const ACTING = acting('Pat Boss', '2026-11-02T15:00:00.000Z');
const shift = (day: string, days: number | null): string | null =>
  days === null ? null : new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

function drive(db: Store, day: string, { appointments, orders, pitches, newer, sendsOpen }: Drive): void {
  for (const [i, one] of appointments.entries()) {
    const id = Number(
      db
        .prepare(
          `INSERT INTO appointment (store, number, customer_id, vehicle_id, due_on, due_time, repair_order_number, file_state, as_of, import_id, row_hash, names_somebody)
           VALUES ('', ?, ?, ?, ?, ?, ?, ?, '', 1, 0, ?)`,
        )
        .run(
          ...[`A${i}`, one.who, one.car, shift(day, one.in), one.time, one.order, one.file],
          one.who !== null || one.isNamed ? 1 : 0,
        ).lastInsertRowid,
    );
    if (one.mark === null) continue;
    const entry = addEntry(db, ACTING, { customerId: 1, action: 'note', details: {} });
    db.prepare('INSERT INTO appointment_mark (entry_id, appointment_id, state) VALUES (?, ?, ?)').run(
      ...[entry, id, one.mark],
    );
  }
  for (const [i, one] of orders.entries())
    db.prepare(
      `INSERT INTO repair_order (store, number, customer_id, vehicle_id, opened_on, closed_on, appointment_number, pay_types, as_of, import_id, row_hash, names_somebody)
       VALUES ('', ?, ?, ?, ?, ?, ?, ?, '', 1, 0, ?)`,
    ).run(
      ...[`O${i}`, one.who, one.car, shift(day, one.opened), shift(day, one.closed), one.appointment],
      ...[one.internal === null ? '[]' : '["internal"]', one.who !== null || one.isNamed ? 1 : 0],
    );
  for (const { who: customer, ago } of pitches) {
    const id = addEntry(db, ACTING, { customerId: customer, action: 'log', details: {} });
    db.prepare(
      "INSERT INTO contact (id, customer_id, contact_on, outcome, pitched) VALUES (?, ?, ?, 'hello', 1)",
    ).run(id, customer, shift(day, -ago));
  }
  if (newer !== null)
    db.prepare("INSERT INTO service_day (store, day, delivered_on) VALUES ('', :day, :day)").run({
      day: shift(day, newer),
    });
  if (sendsOpen) db.prepare("INSERT INTO open_orders (store) VALUES ('')").run();
}

const keyOf = (one: NaiveVisit): string => `${one.appointment_id ?? ''} ${one.repair_order_id ?? ''}`;
const sorted = (some: readonly NaiveVisit[]): NaiveVisit[] =>
  some.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

test('visits, who comes, with which sale, in which state, and whether to pitch: as a plain reading of the rules has it', () => {
  fc.assert(
    fc.property(aSmallStore, aDrive, aDayOfStore, (small, one, day) => {
      store.with(small, (db) => {
        drive(db, day, one);
        const { visits, counts } = laneOfDay({ store: db, settings, day }, { scope: { of: 'all' } });
        const naive = naiveLane(db, day, settings.lane.pitchRest, settings.service.missedAfter);
        const told = visits.map(
          ({
            appointment_id,
            repair_order_id,
            number,
            time,
            state,
            customer,
            sale_id,
            hands,
            pitch,
            pitch_why,
          }) => ({
            ...{ appointment_id, repair_order_id, number, time, state },
            ...{ customer: customer?.id ?? null, sale_id, hands, pitch, pitch_why },
          }),
        );
        expect(sorted(told)).toEqual(sorted(naive.visits));
        const { greeted: _, ...counted } = counts;
        expect(counted).toEqual(naive.counts);
      });
    }),
    { numRuns: Number(process.env.RUNS ?? 60) },
  );
}, 120_000);
