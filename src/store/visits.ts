/** Appointments with all the visits that may have to do with them. */

import { addDays, type Day } from '../domain/day.ts';
import { numberKey } from '../domain/number-key.ts';
import {
  type AppointmentFacts,
  OPEN_AT_MOST_DAYS,
  type OrderFacts,
  type VisitsTogether,
} from '../domain/visit.ts';
import { eachOf, fieldOf, withoutZeros } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

type AppointmentRow = Omit<AppointmentFacts, 'namesSomebody' | 'inLatest' | 'hasOpenOrders'> & {
  readonly namesSomebody: number;
  readonly inLatest: number;
  readonly hasOpenOrders: number;
};

/** The newest schedule of its store that was delivered on its day or before. */
const NEWEST = `(SELECT s.import_id FROM schedule s WHERE s.store = a.store AND s.delivered_on <= a.due_on
  ORDER BY s.said_at DESC, s.import_id DESC LIMIT 1)`;

/** The first day on which the data of a store's workshop reached beyond a day, in files delivered after it. */
export const newerDataOn = (store: string, day: string): string =>
  `(SELECT min(d.day) FROM service_day d WHERE d.store = ${store} AND d.day > ${day} AND d.delivered_on > ${day})`;

const APPOINTMENT = `a.id, a.store, a.number, a.due_on AS "on", a.due_time AS time, v.id AS vehicleId, a.customer_id AS customerId,
  a.names_somebody AS namesSomebody,
  a.repair_order_number AS repairOrderNumber, a.file_state AS fileState,
  (SELECT m.state FROM appointment_mark m WHERE m.appointment_id = a.id AND m.ended = 0 ORDER BY m.entry_id DESC LIMIT 1) AS mark,
  NOT EXISTS (SELECT 1 FROM schedule_row r WHERE r.store = a.store AND r.due_on = a.due_on AND r.cancelled = 0
    AND r.number <> ${withoutZeros('a.number')} AND r.import_id = ${NEWEST})
    OR EXISTS (SELECT 1 FROM schedule_row r WHERE r.import_id = ${NEWEST} AND r.store = a.store AND r.number = ${withoutZeros('a.number')})
    AS inLatest,
  ${newerDataOn('a.store', 'a.due_on')} AS newerDataOn,
  EXISTS (SELECT 1 FROM open_orders p WHERE p.store = a.store) AS hasOpenOrders`;
const WITH_VIN = (visit: string): string =>
  `LEFT JOIN vehicle v ON v.id = ${visit}.vehicle_id AND v.vin IS NOT NULL`;

const ORDER = `o.id, o.store, o.number, o.appointment_number AS appointmentNumber, v.id AS vehicleId, o.customer_id AS customerId,
  coalesce(o.opened_on, o.closed_on) AS "on", o.closed_on AS closedOn`;
const IS_VISIT = `o.pay_types <> '["internal"]' AND coalesce(o.opened_on, o.closed_on) <= :day`;

/**
 * These appointments and every appointment and order that could belong with one of them, or with one of those: what is paired is
 * decided among all of them. Orders after `day` are not known yet.
 */
export function visitsAround(db: Store, ids: readonly number[], day: Day): VisitsTogether {
  const appointments = new Map<number, AppointmentFacts>();
  const orders = new Map<number, OrderFacts>();
  let asked = [...ids];
  while (asked.length > 0) {
    const added = readAppointments(db, asked);
    for (const one of added) appointments.set(one.id, one);
    const found = ordersBeside(db, added, day).filter(({ id }) => !orders.has(id));
    for (const one of found) orders.set(one.id, one);
    asked = appointmentsBeside(db, found).filter((id) => !appointments.has(id));
  }
  return { appointments: [...appointments.values()], orders: [...orders.values()] };
}

/** Every appointment of the day, every order that may be in the workshop on it, and all that could belong with one of these. */
export function visitsOfDay(db: Store, day: Day): VisitsTogether {
  const orders = ordersAbout(db, day);
  const ofDay = db.prepare<[Day], number>('SELECT id FROM appointment WHERE due_on = ?').pluck().all(day);
  const around = visitsAround(db, [...new Set([...ofDay, ...appointmentsBeside(db, orders)])], day);
  return {
    appointments: around.appointments,
    orders: [...new Map([...around.orders, ...orders].map((order) => [order.id, order])).values()],
  };
}

/** Those opened lately and not closed before the day, and those closed on it. */
const ordersAbout = (db: Store, day: Day): OrderFacts[] =>
  db
    .prepare<{ since: Day; day: Day }, OrderFacts>(
      `SELECT ${ORDER} FROM repair_order o ${WITH_VIN('o')}
       WHERE coalesce(o.opened_on, o.closed_on) BETWEEN :since AND :day AND (o.closed_on IS NULL OR o.closed_on >= :day) AND ${IS_VISIT}
       UNION SELECT ${ORDER} FROM repair_order o ${WITH_VIN('o')} WHERE o.closed_on = :day AND ${IS_VISIT}`,
    )
    .all({ since: addDays(day, -OPEN_AT_MOST_DAYS), day });

function readAppointments(db: Store, ids: readonly number[]): AppointmentFacts[] {
  return db
    .prepare<[string], AppointmentRow>(
      `SELECT ${APPOINTMENT} FROM ${eachOf('?', 'j')} CROSS JOIN appointment a ON a.id = j.value ${WITH_VIN('a')}`,
    )
    .all(JSON.stringify(ids))
    .map((row) => ({
      ...row,
      namesSomebody: row.namesSomebody === 1,
      inLatest: row.inLatest === 1,
      hasOpenOrders: row.hasOpenOrders === 1,
    }));
}

function ordersBeside(db: Store, appointments: readonly AppointmentFacts[], day: Day): OrderFacts[] {
  const read = (among: readonly unknown[], joined: string): OrderFacts[] =>
    among.length === 0
      ? []
      : db
          .prepare<{ among: string; day: Day }, OrderFacts>(
            `SELECT ${ORDER} FROM ${eachOf(':among', 'j')} CROSS JOIN repair_order o ON ${joined} ${WITH_VIN('o')} WHERE ${IS_VISIT}`,
          )
          .all({ among: JSON.stringify(among), day });
  const found = [
    ...read(
      appointments.flatMap(({ store, repairOrderNumber }) =>
        repairOrderNumber === null ? [] : [[store, numberKey(repairOrderNumber)]],
      ),
      `o.store = ${fieldOf('j', 0)} AND ${withoutZeros('o.number')} = ${fieldOf('j', 1)}`,
    ),
    ...read(
      appointments.map(({ store, number }) => [store, numberKey(number)]),
      `o.store = ${fieldOf('j', 0)} AND ${withoutZeros('o.appointment_number')} = ${fieldOf('j', 1)} AND o.appointment_number IS NOT NULL`,
    ),
    ...read(unique(appointments.map(({ vehicleId }) => vehicleId)), 'o.vehicle_id = j.value'),
    ...read(
      unique(appointments.map(({ vehicleId, customerId }) => (vehicleId === null ? customerId : null))),
      'o.customer_id = j.value AND o.customer_id IS NOT NULL',
    ),
  ];
  return [...new Map(found.map((order) => [order.id, order])).values()];
}

function appointmentsBeside(db: Store, orders: readonly OrderFacts[]): number[] {
  const read = (among: readonly unknown[], joined: string): number[] =>
    among.length === 0
      ? []
      : db
          .prepare<[string], number>(
            `SELECT a.id FROM ${eachOf('?', 'j')} CROSS JOIN appointment a ON ${joined}`,
          )
          .pluck()
          .all(JSON.stringify(among));
  return [
    ...new Set([
      ...read(
        orders.map(({ store, number }) => [store, numberKey(number)]),
        `a.store = ${fieldOf('j', 0)} AND ${withoutZeros('a.repair_order_number')} = ${fieldOf('j', 1)} AND a.repair_order_number IS NOT NULL`,
      ),
      ...read(
        orders.flatMap(({ store, appointmentNumber }) =>
          appointmentNumber === null ? [] : [[store, numberKey(appointmentNumber)]],
        ),
        `a.store = ${fieldOf('j', 0)} AND ${withoutZeros('a.number')} = ${fieldOf('j', 1)}`,
      ),
      ...read(unique(orders.map(({ vehicleId }) => vehicleId)), 'a.vehicle_id = j.value'),
      ...read(
        unique(orders.map(({ customerId }) => customerId)),
        'a.customer_id = j.value AND a.customer_id IS NOT NULL',
      ),
    ]),
  ];
}

const unique = (ids: readonly (number | null)[]): number[] => [...new Set(ids.filter((id) => id !== null))];
