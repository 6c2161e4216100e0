/** The facts the touch rules judge, read in a few statements for many customers at once. */

import type { Contact } from '../domain/contact.ts';
import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type {
  ClosedOrder,
  CustomerFacts,
  CustomerVisits,
  Giving,
  OtherOrder,
  PromiseEnd,
  SaleFacts,
  SalespersonFacts,
  TurnOff,
  Visit,
  WishFacts,
} from '../domain/facts.ts';
import type { FirstServiceFacts } from '../domain/first-service.ts';
import type { RecoveryCase } from '../domain/recovery-case.ts';
import type { Condition, DealType, SaleStatus } from '../domain/sale.ts';
import type { AppointmentFacts } from '../domain/visit.ts';
import { wishFactsReader } from './car-wishes.ts';
import { casesOf } from './cases.ts';
import { MAKER } from './contacts.ts';
import { emptyAmong, grouped } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { type FirstServicesAsked, firstServicesReader, type SaleDelivered } from './first-services.ts';
import { IS_LATER } from './later-sale.ts';
import { visitsAround } from './visits.ts';

/** Customers asked for in one statement. Of a whole store so few that their facts are gone before they count as old to the collector of garbage. */
const AT_ONCE = { few: 500, many: 100 };
/** From here on. */
const MANY = 5_000;

/** What became of any appointment. */
const ALWAYS = '0001-01-01' as Day;
const NEVER = '9999-12-31' as Day;

/**
 * Facts of these customers, in the order of `ids`. What stands against their numbers is not looked up here.
 * @param firstServices null = nobody asks for them
 * @param visitsFrom appointments of that day and later are read with what decides what became of them; null = none are
 */
export function* callFacts(
  db: Store,
  ids: readonly number[],
  firstServices: FirstServicesAsked | null = null,
  visitsFrom: Day | null = ALWAYS,
): Generator<CustomerFacts> {
  const read = factsReader(db, firstServices, visitsFrom);
  const atOnce = ids.length < MANY ? AT_ONCE.few : AT_ONCE.many;
  for (let at = 0; at < ids.length; at += atOnce) yield* read(ids.slice(at, at + atOnce));
}

/** Every salesperson, by id. */
export function salespeopleById(db: Store): Map<number, SalespersonFacts> {
  const rows = db
    .prepare<
      [],
      { id: number; code: string | null; name: string; email: string | null; left_on: Day | null }
    >('SELECT id, code, name, email, left_on FROM salesperson')
    .all();
  return new Map(
    rows.map(({ id, code, name, email, left_on }) => [id, { id, code, name, email, leftOn: left_on }]),
  );
}

type CustomerRow = readonly [
  id: number,
  firstName: string | null,
  lastName: string | null,
  businessName: string | null,
  birthday: Day | null,
  doNotCall: number,
  reachable: number,
];
type SaleRow = readonly [
  whose: number,
  id: number,
  buyerId: number,
  vehicleId: number,
  store: string,
  dealNumber: string | null,
  status: SaleStatus,
  soldOn: Day,
  anchorOn: Day,
  leaseEndOn: Day | null,
  leaseEndEstimated: number,
  loanEndOn: Day | null,
  loanEndEstimated: number,
  dealType: DealType | null,
  condition: Condition | null,
  hasVin: number,
  tradedOn: Day | null,
  resoldOn: Day | null,
  odometer: number | null,
];
type Credited = readonly [saleId: number, salespersonId: number];
type AppointmentRow = readonly [
  vehicleId: number,
  on: Day,
  customerId: number | null,
  namesSomebody: number,
  id: number,
];
type OrderRow = readonly [
  vehicleId: number,
  closedOn: Day | null,
  customerId: number | null,
  namesSomebody: number,
  openedOn: Day | null,
  odometer: number | null,
  isInternal: number,
];
type OwnAppointmentRow = readonly [customerId: number, on: Day, id: number, hasVin: number];
type DayRow = readonly [customerId: number, on: Day];
type PromiseEndRow = readonly [customerId: number, promise: number, on: Day];
type GivingRow = readonly [customerId: number, entry: number, on: Day, to: number | null, leftOn: Day | null];
type TurnOffRow = readonly [
  customerId: number,
  entry: number,
  touch: string | null,
  saleId: number | null,
  on: Day,
  why: string,
  carGone: number,
];
type ContactRow = readonly [
  customerId: number,
  id: number,
  on: Day,
  outcome: string,
  note: string | null,
  nextOn: Day | null,
  by: string | null,
  forWhom: string | null,
  salespersonId: number | null,
];

const CUSTOMERS = (reachable: string): string =>
  `SELECT c.id, c.first_name, c.last_name, c.business_name, c.birthday, c.do_not_call, ${reachable} AS reachable
  FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`;
const PHONES = ['home_phone', 'cell_phone', 'work_phone', 'other_phone'].map((column) => `c.${column}`);
/** An address that must not be written to is no way. */
const EMAIL = 'CASE WHEN c.do_not_email = 0 THEN c.email END';
const HAS_A_WAY = `coalesce(${PHONES.join(', ')}, ${EMAIL}) IS NOT NULL`;
/** Asked only in a store where some number or address is known to be wrong. */
const HAS_A_GOOD_WAY = [...PHONES, EMAIL]
  .map(
    (way) =>
      `(${way} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bad_contact b WHERE b.customer_id = c.id AND b.value = ${way}))`,
  )
  .join(' OR ');

/** Sales with the later sale that takes the car away: one that names its VIN as a trade-in, or sells it again. */
const SALES = (whose: 'customer_id' | 'co_buyer_id'): string =>
  `SELECT j.value, s.id, s.customer_id, s.vehicle_id, s.store, s.deal_number, s.status, s.sold_on, s.anchor_on,
  s.lease_end_on, s.lease_end_estimated, s.loan_end_on, s.loan_end_estimated,
  s.deal_type, s.condition, v.vin IS NOT NULL AS has_vin,
  (SELECT min(t.sold_on) FROM sale_trade x CROSS JOIN sale t ON t.id = x.sale_id
    WHERE x.vin = v.vin AND t.status = 'sold' AND ${IS_LATER('t')}) AS traded_on,
  (SELECT min(o.sold_on) FROM sale o WHERE o.vehicle_id = s.vehicle_id AND v.vin IS NOT NULL AND o.status = 'sold'
    AND ${IS_LATER('o')}) AS resold_on, s.odometer
  FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.${whose} = j.value CROSS JOIN vehicle v ON v.id = s.vehicle_id
  ORDER BY j.value, s.sold_on, s.id`;

const CREDITS = `SELECT p.sale_id, p.salesperson_id FROM ${eachOf('?', 'j')} CROSS JOIN sale_salesperson p ON p.sale_id = j.value
  ORDER BY p.sale_id, p.position`;
/** Orders that only the store itself paid for were about its own car. */
const IS_INTERNAL = `o.pay_types = '["internal"]'`;
const IS_OURS = `o.closed_on IS NOT NULL AND NOT ${IS_INTERNAL}`;
const ORDERS = `SELECT o.vehicle_id, o.closed_on, o.customer_id, o.names_somebody, o.opened_on, o.odometer, ${IS_INTERNAL}
  FROM ${eachOf('?', 'j')} CROSS JOIN repair_order o ON o.vehicle_id = j.value ORDER BY o.closed_on`;
const ORDERED = `SELECT o.customer_id, o.closed_on FROM ${eachOf('?', 'j')} CROSS JOIN repair_order o ON o.customer_id = j.value
  WHERE ${IS_OURS} ORDER BY o.closed_on`;
/** Not called off, by hand or by a file; what was said by hand goes before. */
const IS_ON = `coalesce((SELECT m.state FROM appointment_mark m WHERE m.appointment_id = o.id AND m.ended = 0 ORDER BY m.entry_id DESC LIMIT 1),
  o.file_state, '') <> 'cancelled'`;
const APPOINTMENTS = `SELECT o.vehicle_id, o.due_on, o.customer_id, o.names_somebody, o.id
  FROM ${eachOf('?', 'j')} CROSS JOIN appointment o ON o.vehicle_id = j.value
  WHERE ${IS_ON} ORDER BY o.due_on`;
const OWN_APPOINTMENTS = `SELECT o.customer_id, o.due_on, o.id, v.vin IS NOT NULL
  FROM ${eachOf('?', 'j')} CROSS JOIN appointment o ON o.customer_id = j.value
  LEFT JOIN vehicle v ON v.id = o.vehicle_id WHERE ${IS_ON} ORDER BY o.due_on`;
const PROMISE_ENDS = `SELECT o.customer_id, o.promise_id, o.ended_on
  FROM ${eachOf('?', 'j')} CROSS JOIN promise_end o ON o.customer_id = j.value ORDER BY o.ended_on, o.id`;
const GIVINGS = `SELECT o.customer_id, o.entry_id, o.given_on, o.salesperson_id, p.left_on
  FROM ${eachOf('?', 'j')} CROSS JOIN giving o ON o.customer_id = j.value LEFT JOIN salesperson p ON p.id = o.salesperson_id
  ORDER BY o.given_on, o.entry_id`;
const TURN_OFFS = `SELECT o.customer_id, o.id, o.touch, o.sale_id, o.off_on, o.why,
    o.sale_id IS NOT NULL AND EXISTS (SELECT 1 FROM contact k WHERE k.id = o.id AND k.outcome = 'sold-the-car')
  FROM ${eachOf('?', 'j')} CROSS JOIN turn_off o ON o.customer_id = j.value ORDER BY o.off_on, o.id`;
const CONTACTS = `SELECT k.customer_id, k.id, k.contact_on, k.outcome, k.note, k.next_on, ${MAKER}, k.salesperson_id
  FROM ${eachOf('?', 'j')} CROSS JOIN contact k ON k.customer_id = j.value LEFT JOIN salesperson p ON p.id = k.salesperson_id
  ORDER BY k.contact_on, k.id`;

/**
 * Reads the facts of some customers, in the order of the ids. Rows come as arrays: over a whole store that is
 * much faster than an object a row.
 */
export function factsReader(
  db: Store,
  firstServices: FirstServicesAsked | null = null,
  visitsFrom: Day | null = null,
): (ids: readonly number[]) => CustomerFacts[] {
  const empty = emptyAmong(db, [
    'bad_contact',
    'repair_order',
    'appointment',
    'contact',
    'turn_off',
    'promise_end',
    'giving',
    'wish',
    'recovery_case',
  ]);
  const customerRows = db
    .prepare<[string], CustomerRow>(CUSTOMERS(empty.has('bad_contact') ? HAS_A_WAY : HAS_A_GOOD_WAY))
    .raw();
  const saleRows = db.prepare<[string], SaleRow>(SALES('customer_id')).raw();
  const coSignedRows = db.prepare<[string], SaleRow>(SALES('co_buyer_id')).raw();
  const creditRows = db.prepare<[string], Credited>(CREDITS).raw();
  const reading = <T extends readonly [number, ...unknown[]], V>(
    table: 'repair_order' | 'appointment' | 'contact' | 'turn_off' | 'promise_end' | 'giving',
    sql: string,
    valueIn: (row: T) => V,
  ): ((ids: readonly number[]) => ReadonlyMap<number, V[]>) => {
    if (empty.has(table)) return () => new Map();
    const rows = db.prepare<[string], T>(sql).raw();
    return (ids) => grouped(rows.all(JSON.stringify(ids)), valueIn);
  };
  const ordersOf = reading<OrderRow, OrderRow>('repair_order', ORDERS, (row) => row);
  const orderedOnOf = reading<DayRow, Day>('repair_order', ORDERED, ([, on]) => on);
  const appointmentsOf = reading<AppointmentRow, AppointmentRow>('appointment', APPOINTMENTS, (row) => row);
  const ownAppointmentsOf = reading<OwnAppointmentRow, OwnAppointmentRow>(
    'appointment',
    OWN_APPOINTMENTS,
    (row) => row,
  );
  const contactsOf = reading<ContactRow, Contact>('contact', CONTACTS, contactOf);
  const promiseEndsOf = reading<PromiseEndRow, PromiseEnd>(
    'promise_end',
    PROMISE_ENDS,
    ([, promise, on]) => ({
      promise,
      on,
    }),
  );
  const givingsOf = reading<GivingRow, Giving>('giving', GIVINGS, ([, entry, on, to, leftOn]) => ({
    entry,
    on,
    to,
    leftOn,
  }));
  const wishesOf = empty.has('wish') ? () => NO_WISHES : wishFactsReader(db);
  const firstServicesOf = firstServices === null ? null : firstServicesReader(db, firstServices);
  const casesOfAll = empty.has('recovery_case')
    ? () => NO_CASES
    : (ids: readonly number[]) => casesOf(db, ids);
  const turnOffsOf = reading<TurnOffRow, TurnOff>(
    'turn_off',
    TURN_OFFS,
    ([, entry, touch, saleId, on, why, carGone]) => ({
      entry,
      touch,
      saleId,
      on,
      why,
      carGone: carGone === 1,
    }),
  );

  /** The sales of `rows` by whose they are. */
  const salesIn = (
    rows: readonly SaleRow[],
  ): { readonly sales: ReadonlyMap<number, SaleFacts[]>; readonly appointments: Appointments } => {
    if (rows.length === 0) return { sales: new Map(), appointments: new Map() };
    const credits = grouped(
      creditRows.all(JSON.stringify([...new Set(rows.map(([, id]) => id))])),
      ([, salespersonId]) => salespersonId,
    );
    const vehicles = [...new Set(rows.flatMap((row) => vehicleIn(row) ?? []))];
    const orders = ordersOf(vehicles);
    const appointments = appointmentsOf(vehicles);
    return { sales: grouped(rows, (row) => saleOf(row, credits, orders, appointments)), appointments };
  };
  const withFirstServices = (rows: readonly SaleRow[], sales: ReadonlyMap<number, SaleFacts[]>) => {
    const found = firstServicesOf?.(rows.map(deliveryOf)) ?? NO_FIRST_SERVICES;
    if (found.size === 0) return sales;
    return new Map(
      [...sales].map(([id, some]) => [
        id,
        some.map((sale) => {
          const firstService = found.get(sale.id);
          return firstService === undefined ? sale : { ...sale, firstService };
        }),
      ]),
    );
  };

  return (ids) => {
    const asked = JSON.stringify(ids);
    const bought = saleRows.all(asked);
    const { sales: known, appointments } = salesIn(bought);
    const sales = withFirstServices(bought, known);
    const coSigned = salesIn(coSignedRows.all(asked)).sales;
    const contacts = contactsOf(ids);
    const promiseEnds = promiseEndsOf(ids);
    const givings = givingsOf(ids);
    const wishes = wishesOf(ids);
    const cases = casesOfAll(ids);
    const turnOffs = turnOffsOf(ids);
    const orderedOn = orderedOnOf(ids);
    const ownAppointments = ownAppointmentsOf(ids);
    const visits = visitsRead(db, visitsFrom, sales, appointments, ownAppointments);
    return customerRows
      .all(asked)
      .map(([id, first_name, last_name, business_name, birthday, doNotCall, reachable]) => ({
        id,
        name: customerName({ first_name, last_name, business_name }),
        birthday,
        doNotCall: doNotCall === 1,
        refused: false,
        registered: false,
        reachable: reachable === 1,
        sales: sales.get(id) ?? [],
        coSigned: coSigned.get(id) ?? [],
        orderedOn: orderedOn.get(id) ?? [],
        appointmentsOn: (ownAppointments.get(id) ?? []).flatMap(([, on, , hasVin]) =>
          hasVin === 1 ? [] : on,
        ),
        visits: visits?.(id) ?? null,
        contacts: contacts.get(id) ?? [],
        promiseEnds: promiseEnds.get(id) ?? [],
        givings: givings.get(id) ?? [],
        wishes: wishes.get(id) ?? [],
        cases: cases.get(id) ?? [],
        turnOffs: turnOffs.get(id) ?? [],
      }));
  };
}

const NO_WISHES: ReadonlyMap<number, WishFacts[]> = new Map();
const NO_CASES: ReadonlyMap<number, RecoveryCase[]> = new Map();

const NO_FIRST_SERVICES: ReadonlyMap<number, FirstServiceFacts> = new Map();

const deliveryOf = (row: SaleRow): SaleDelivered => ({
  id: row[1],
  buyerId: row[2],
  vehicleId: vehicleIn(row),
  deliveredOn: row[8],
});
type Appointments = ReadonlyMap<number, readonly AppointmentRow[]>;

/**
 * What decides what became of the appointments of these customers, by customer; null where they have none from that day on.
 * @param byVehicle appointments for the cars of the sales
 * @param byCustomer appointments that name one of them
 */
function visitsRead(
  db: Store,
  from: Day | null,
  sales: ReadonlyMap<number, readonly SaleFacts[]>,
  byVehicle: Appointments,
  byCustomer: ReadonlyMap<number, readonly OwnAppointmentRow[]>,
): ((customerId: number) => CustomerVisits | null) | null {
  if (from === null) return null;
  const ids = new Set<number>();
  for (const rows of byVehicle.values()) for (const [, on, , , id] of rows) if (on >= from) ids.add(id);
  for (const rows of byCustomer.values()) for (const [, on, id] of rows) if (on >= from) ids.add(id);
  if (ids.size === 0) return null;
  const together = visitsAround(db, [...ids], NEVER);
  const found = new Map(together.appointments.map((one) => [one.id, one]));
  return (customerId) => {
    const own = new Map<number, AppointmentFacts>();
    const add = (id: number): void => {
      const one = ids.has(id) ? found.get(id) : undefined;
      if (one !== undefined) own.set(id, one);
    };
    for (const { vehicleId } of sales.get(customerId) ?? [])
      if (vehicleId !== null) for (const [, , , , id] of byVehicle.get(vehicleId) ?? []) add(id);
    for (const [, , id] of byCustomer.get(customerId) ?? []) add(id);
    return own.size === 0 ? null : { own: [...own.values()], together, until: null };
  };
}

const vehicleIn = (row: SaleRow): number | null => (row[15] === 1 ? row[3] : null);

function saleOf(
  row: SaleRow,
  credits: ReadonlyMap<number, number[]>,
  orders: ReadonlyMap<number, readonly OrderRow[]>,
  appointments: Appointments,
): SaleFacts {
  const [, id, buyerId, , store, dealNumber, status, soldOn, anchorOn] = row;
  const [, , , , , , , , , leaseEndOn, leaseEstimated, loanEndOn, loanEstimated, dealType, condition] = row;
  const [, , , , , , , , , , , , , , , , tradedOn, resoldOn, odometer] = row;
  const vehicleId = vehicleIn(row);
  const names = (customerId: number | null, namesSomebody: number): Visit['names'] =>
    namesSomebody === 0 ? 'nobody' : customerId === buyerId ? 'customer' : 'other';
  const closed: ClosedOrder[] = [];
  const otherOrders: OtherOrder[] = [];
  for (const order of (vehicleId === null ? undefined : orders.get(vehicleId)) ?? []) {
    const [, closedOn, customerId, namesSomebody, openedOn, read, isInternal] = order;
    if (closedOn === null || isInternal === 1)
      otherOrders.push({ openedOn, closedOn, odometer: read, isInternal: isInternal === 1 });
    else closed.push({ on: closedOn, names: names(customerId, namesSomebody), openedOn, odometer: read });
  }
  return {
    id,
    store,
    dealNumber,
    status,
    vehicleId,
    soldOn,
    anchorOn,
    leaseEndOn,
    leaseEndEstimated: leaseEstimated === 1,
    loanEndOn,
    loanEndEstimated: loanEstimated === 1,
    dealType,
    condition,
    goneOn: earlier(tradedOn, resoldOn),
    credits: credits.get(id) ?? [],
    odometer,
    orders: closed,
    otherOrders,
    appointments: ((vehicleId === null ? undefined : appointments.get(vehicleId)) ?? []).map(
      ([, on, customerId, namesSomebody]) => ({ on, names: names(customerId, namesSomebody) }),
    ),
  };
}

const contactOf = ([, id, on, outcome, note, nextOn, by, forWhom, salespersonId]: ContactRow): Contact => ({
  id,
  on,
  outcome,
  note,
  nextOn,
  by,
  ...(forWhom === null ? null : { for: forWhom }),
  salespersonId,
});

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a < b ? a : b);
