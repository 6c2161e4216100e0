/** What is on file of first services, for many sales at once. */

import type { Day } from '../domain/day.ts';
import type { DeliveryWord, FirstServiceFacts, HouseholdTies } from '../domain/first-service.ts';
import { emptyAmong, grouped } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { householdTies } from './households.ts';
import { newerDataOn, visitsAround } from './visits.ts';

/** Which first services somebody wants to know of. */
export interface FirstServicesAsked {
  /** sales for which nothing is booked on this day or later are left out; null = none is */
  readonly from: Day | null;
  /** as the settings have it */
  readonly missedAfter: number;
}

export interface SaleDelivered {
  readonly id: number;
  readonly buyerId: number;
  /** null = the car has no VIN */
  readonly vehicleId: number | null;
  readonly deliveredOn: Day;
}

type WordRow = readonly [
  saleId: number,
  entry: number,
  on: Day,
  takesBack: number,
  introduced: number,
  advisor: string | null,
  bookedOn: Day | null,
  bookedTime: string | null,
  newerDataOn: Day | null,
];
type AppointmentRow = readonly [
  vehicleId: number,
  id: number,
  on: Day,
  customerId: number | null,
  namesSomebody: number,
  learnedAfter: number,
];
type OrderRow = readonly [vehicleId: number, on: Day, customerId: number | null, namesSomebody: number];

const WORDS = `SELECT d.sale_id, d.id, d.said_on, d.takes_back, d.introduced, d.advisor, d.booked_on, d.booked_time,
  CASE WHEN d.booked_on IS NOT NULL THEN ${newerDataOn('s.store', 'd.booked_on')} END
  FROM ${eachOf('?', 'j')} CROSS JOIN delivery d ON d.sale_id = j.value CROSS JOIN sale s ON s.id = d.sale_id ORDER BY d.id`;
const AWAITED = `SELECT DISTINCT a.vehicle_id FROM ${eachOf(':vehicles', 'j')}
  CROSS JOIN appointment a ON a.vehicle_id = j.value AND a.due_on >= :from`;
const APPOINTMENTS = `SELECT a.vehicle_id, a.id, a.due_on, a.customer_id, a.names_somebody, a.learned_after
  FROM ${eachOf('?', 'j')} CROSS JOIN appointment a ON a.vehicle_id = j.value ORDER BY a.id`;
const ORDERS = `SELECT o.vehicle_id, coalesce(o.opened_on, o.closed_on) AS order_day, o.customer_id, o.names_somebody
  FROM ${eachOf('?', 'j')} CROSS JOIN repair_order o ON o.vehicle_id = j.value
  WHERE o.pay_types <> '["internal"]' AND coalesce(o.opened_on, o.closed_on) IS NOT NULL ORDER BY order_day`;

/** Orders of days to come are read too: which of them are known is decided on the day asked for. */
const NO_END = '9999-12-31' as Day;

/** Reads what is known of these sales, by their ids; of what nothing was said or booked, nothing is given. */
export function firstServicesReader(
  db: Store,
  { from, missedAfter }: FirstServicesAsked,
): (sales: readonly SaleDelivered[]) => ReadonlyMap<number, FirstServiceFacts> {
  const empty = emptyAmong(db, ['delivery', 'appointment', 'repair_order']);
  if (empty.has('delivery') && empty.has('appointment') && (from !== null || empty.has('repair_order')))
    return () => NOTHING;
  return (sales) => {
    const said = empty.has('delivery') ? NO_WORDS : wordsOf(db, sales);
    const awaited = empty.has('appointment') || from === null ? null : awaitedFrom(db, sales, from);
    const asked = sales.filter(
      ({ id, vehicleId }) =>
        said.has(id) || (vehicleId !== null && (from === null || awaited?.has(vehicleId) === true)),
    );
    if (asked.length === 0) return NOTHING;
    const vehicles = JSON.stringify([...new Set(asked.flatMap(({ vehicleId }) => vehicleId ?? []))]);
    const appointments = empty.has('appointment')
      ? NO_APPOINTMENTS
      : grouped(db.prepare<[string], AppointmentRow>(APPOINTMENTS).raw().all(vehicles), (row) => row);
    const orders = empty.has('repair_order')
      ? NO_ORDERS
      : grouped(db.prepare<[string], OrderRow>(ORDERS).raw().all(vehicles), (row) => row);
    const visits = asked.map((sale) => ({ sale, ...visitsOf(sale, appointments, orders) }));
    const together = visitsAround(
      db,
      [...new Set(visits.flatMap((one) => one.appointments.map(({ id }) => id)))],
      NO_END,
    );
    const ties = tiesOf(db, visits);
    return new Map(
      visits.map(({ sale: { id, buyerId }, ...ofCar }): [number, FirstServiceFacts] => [
        id,
        { buyerId, said: said.get(id) ?? [], ...ofCar, together, ties, missedAfter },
      ]),
    );
  };
}

const NOTHING: ReadonlyMap<number, FirstServiceFacts> = new Map();
const NO_WORDS: ReadonlyMap<number, DeliveryWord[]> = new Map();
const NO_APPOINTMENTS: ReadonlyMap<number, AppointmentRow[]> = new Map();
const NO_ORDERS: ReadonlyMap<number, OrderRow[]> = new Map();

const wordsOf = (db: Store, sales: readonly SaleDelivered[]): Map<number, DeliveryWord[]> =>
  grouped(
    db
      .prepare<[string], WordRow>(WORDS)
      .raw()
      .all(JSON.stringify(sales.map(({ id }) => id))),
    ([, entry, on, takesBack, introduced, advisor, bookedOn, time, newer]): DeliveryWord => ({
      entry,
      on,
      takesBack: takesBack === 1,
      introduced: introduced === 1,
      advisor,
      booked: bookedOn === null ? null : { on: bookedOn, time, newerDataOn: newer },
    }),
  );

/** Those of their cars that are booked for the day or a later one. */
const awaitedFrom = (db: Store, sales: readonly SaleDelivered[], from: Day): ReadonlySet<number> =>
  new Set(
    db
      .prepare<{ vehicles: string; from: Day }, number>(AWAITED)
      .pluck()
      .all({
        vehicles: JSON.stringify([...new Set(sales.flatMap(({ vehicleId }) => vehicleId ?? []))]),
        from,
      }),
  );

type VisitsOfCar = Pick<FirstServiceFacts, 'appointments' | 'orders'>;

function visitsOf(
  { vehicleId, deliveredOn }: SaleDelivered,
  appointments: ReadonlyMap<number, AppointmentRow[]>,
  orders: ReadonlyMap<number, OrderRow[]>,
): VisitsOfCar {
  if (vehicleId === null) return { appointments: [], orders: [] };
  return {
    appointments: (appointments.get(vehicleId) ?? []).flatMap(
      ([, id, on, customerId, names, learnedAfter]) =>
        on > deliveredOn ? { id, customerId, namesSomebody: names === 1, learnedAfter } : [],
    ),
    orders: (orders.get(vehicleId) ?? []).flatMap(([, on, customerId, names]) =>
      on > deliveredOn ? { on, customerId, namesSomebody: names === 1 } : [],
    ),
  };
}

/** Asked only where somebody else than the buyer came. */
function tiesOf(
  db: Store,
  visits: readonly (VisitsOfCar & { readonly sale: SaleDelivered })[],
): HouseholdTies {
  const buyers = visits
    .filter(({ sale, appointments, orders }) =>
      [...appointments, ...orders].some(
        ({ customerId }) => customerId !== null && customerId !== sale.buyerId,
      ),
    )
    .map(({ sale }) => sale.buyerId);
  return buyers.length === 0 ? new Map() : householdTies(db, buyers);
}
