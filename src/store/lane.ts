/** What the lane shows of visits beyond what decides them, and what was said to whoever came. */

import type { Day } from '../domain/day.ts';
import type { Vehicle } from '../domain/sale.ts';
import { addTo } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

export interface VisitDetails {
  readonly namesSomebody: boolean;
  readonly advisor: string | null;
  /** none of an order */
  readonly services: readonly string[];
  readonly transport: string | null;
  readonly waiting: boolean | null;
  /** null = the row describes no car */
  readonly vehicle: Vehicle | null;
}

type Row = Omit<Vehicle, 'stock_number'> & {
  readonly id: number;
  readonly names_somebody: number;
  readonly advisor: string | null;
  readonly services: string;
  readonly transport: string | null;
  readonly waiting: number | null;
  readonly has_vehicle: number;
};

const VEHICLE = 'v.id IS NOT NULL AS has_vehicle, v.vin, v.year, v.make, v.model, v.trim';

/** By id, those that exist. */
export const appointmentDetails = (db: Store, ids: readonly number[]): Map<number, VisitDetails> =>
  detailsOf(
    db,
    `SELECT a.id, a.names_somebody, a.advisor, a.services, a.transport, a.waiting, ${VEHICLE}
     FROM ${eachOf('?', 'j')} CROSS JOIN appointment a ON a.id = j.value LEFT JOIN vehicle v ON v.id = a.vehicle_id`,
    ids,
  );

/** By id, those that exist. */
export const orderDetails = (db: Store, ids: readonly number[]): Map<number, VisitDetails> =>
  detailsOf(
    db,
    `SELECT o.id, o.names_somebody, o.advisor, '[]' AS services, NULL AS transport, NULL AS waiting, ${VEHICLE}
     FROM ${eachOf('?', 'j')} CROSS JOIN repair_order o ON o.id = j.value LEFT JOIN vehicle v ON v.id = o.vehicle_id`,
    ids,
  );

const detailsOf = (db: Store, sql: string, ids: readonly number[]): Map<number, VisitDetails> =>
  new Map(
    db
      .prepare<[string], Row>(sql)
      .all(JSON.stringify(ids))
      .map(({ id, names_somebody, advisor, services, transport, waiting, has_vehicle, ...vehicle }) => [
        id,
        {
          namesSomebody: names_somebody === 1,
          advisor,
          services: JSON.parse(services) as string[],
          transport,
          waiting: waiting === null ? null : waiting === 1,
          vehicle: has_vehicle === 1 ? { ...vehicle, stock_number: null } : null,
        },
      ]),
  );

export interface SaleSigned {
  readonly id: number;
  readonly buyerId: number;
  readonly coBuyerId: number | null;
}

/** The sales of these cars up to a day, not unwound, by vehicle. */
export function salesOfCars(db: Store, vehicleIds: readonly number[], day: Day): Map<number, SaleSigned[]> {
  const rows = db
    .prepare<[string, Day], SaleSigned & { vehicleId: number }>(
      `SELECT s.vehicle_id AS vehicleId, s.id, s.customer_id AS buyerId, s.co_buyer_id AS coBuyerId
       FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.vehicle_id = j.value WHERE s.status = 'sold' AND s.sold_on <= ?`,
    )
    .all(JSON.stringify(vehicleIds), day);
  const found = new Map<number, SaleSigned[]>();
  for (const { vehicleId, ...sale } of rows) addTo(found, vehicleId, sale);
  return found;
}

/** Those of the customers who bought after `after` and up to `day`. */
export const boughtBetween = (db: Store, ids: readonly number[], after: Day, day: Day): Set<number> =>
  new Set(
    db
      .prepare<[string, Day, Day], number>(
        `SELECT s.customer_id FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.customer_id = j.value
         WHERE s.status = 'sold' AND s.sold_on > ? AND s.sold_on <= ?`,
      )
      .pluck()
      .all(JSON.stringify(ids), after, day),
  );

/** Those of the customers who were asked about their next car after `after` and up to `day`. */
export const pitchedBetween = (db: Store, ids: readonly number[], after: Day, day: Day): Set<number> =>
  new Set(
    db
      .prepare<[string, Day, Day], number>(
        `SELECT k.customer_id FROM ${eachOf('?', 'j')} CROSS JOIN contact k ON k.customer_id = j.value
         WHERE k.contact_on > ? AND k.contact_on <= ? AND k.pitched = 1`,
      )
      .pluck()
      .all(JSON.stringify(ids), after, day),
  );

export interface ScheduleDelivered {
  /** UTC instant */
  readonly at: string;
  /** the store's day */
  readonly on: Day;
}

/** The schedule delivered last, of whatever store; null = there was none. */
export const newestSchedule = (db: Store): ScheduleDelivered | null =>
  db
    .prepare<[], ScheduleDelivered>(
      `SELECT i.delivered_at AS at, s.delivered_on AS "on" FROM schedule s JOIN import i ON i.id = s.import_id
       ORDER BY i.delivered_at DESC, s.import_id DESC LIMIT 1`,
    )
    .get() ?? null;

/** Whether any schedule has a row of the day, be it called off. */
export const isDayScheduled = (db: Store, day: Day): boolean =>
  db
    .prepare<{ day: Day }, number>(
      `SELECT EXISTS (SELECT 1 FROM appointment WHERE due_on = :day)
         OR EXISTS (SELECT 1 FROM schedule_row WHERE store IN (SELECT DISTINCT store FROM schedule) AND due_on = :day)`,
    )
    .pluck()
    .get({ day }) === 1;
