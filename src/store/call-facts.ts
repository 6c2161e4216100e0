/** The facts the touch rules judge, read in a few statements for many customers at once. */

import type { Contact } from '../domain/contact.ts';
import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts, SalespersonFacts, TurnOff } from '../domain/facts.ts';
import type { Condition, DealType, SaleStatus } from '../domain/sale.ts';
import { addTo, emptyAmong, grouped } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

/** Customers asked for in one statement. */
const AT_ONCE = 500;

/** Facts of these customers, in the order of `ids`. What stands against their numbers is not looked up here. */
export function* callFacts(db: Store, ids: readonly number[]): Generator<CustomerFacts> {
  const read = factsReader(db);
  for (let at = 0; at < ids.length; at += AT_ONCE) yield* read(ids.slice(at, at + AT_ONCE));
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
  id: number,
  customerId: number,
  vehicleId: number,
  status: SaleStatus,
  soldOn: Day,
  anchorOn: Day,
  leaseEndOn: Day | null,
  loanEndOn: Day | null,
  dealType: DealType | null,
  condition: Condition | null,
  hasVin: number,
  tradedOn: Day | null,
  resoldOn: Day | null,
];
type Credited = readonly [saleId: number, salespersonId: number];
type Visit = readonly [vehicleId: number, day: Day];
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
];

const CUSTOMERS = (reachable: string): string =>
  `SELECT c.id, c.first_name, c.last_name, c.business_name, c.birthday, c.do_not_call, ${reachable} AS reachable
  FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`;
const WAYS = ['home_phone', 'cell_phone', 'work_phone', 'other_phone', 'email'].map(
  (column) => `c.${column}`,
);
const HAS_A_WAY = `coalesce(${WAYS.join(', ')}) IS NOT NULL`;
/** Asked only in a store where some number or address is known to be wrong. */
const HAS_A_GOOD_WAY = WAYS.map(
  (way) =>
    `(${way} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bad_contact b WHERE b.customer_id = c.id AND b.value = ${way}))`,
).join(' OR ');

/** A later sale that takes the car away: one that names its VIN as a trade-in, or sells it to somebody else. */
const SALES = `SELECT s.id, s.customer_id, s.vehicle_id, s.status, s.sold_on, s.anchor_on, s.lease_end_on, s.loan_end_on,
  s.deal_type, s.condition, v.vin IS NOT NULL AS has_vin,
  (SELECT min(t.sold_on) FROM sale_trade x CROSS JOIN sale t ON t.id = x.sale_id
    WHERE x.vin = v.vin AND t.status = 'sold' AND (t.sold_on, t.id) > (s.sold_on, s.id)) AS traded_on,
  (SELECT min(o.sold_on) FROM sale o WHERE o.vehicle_id = s.vehicle_id AND v.vin IS NOT NULL AND o.status = 'sold'
    AND o.customer_id <> s.customer_id AND (o.sold_on, o.id) > (s.sold_on, s.id)) AS resold_on
  FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.customer_id = j.value CROSS JOIN vehicle v ON v.id = s.vehicle_id
  ORDER BY s.customer_id, s.sold_on, s.id`;

const CREDITS = `SELECT p.sale_id, p.salesperson_id FROM ${eachOf('?', 'j')} CROSS JOIN sale_salesperson p ON p.sale_id = j.value
  ORDER BY p.sale_id, p.position`;
const SERVICES = `SELECT o.vehicle_id, o.closed_on FROM ${eachOf('?', 'j')} CROSS JOIN repair_order o ON o.vehicle_id = j.value
  WHERE o.closed_on IS NOT NULL ORDER BY o.closed_on`;
const APPOINTMENTS = `SELECT o.vehicle_id, o.due_on FROM ${eachOf('?', 'j')} CROSS JOIN appointment o ON o.vehicle_id = j.value
  ORDER BY o.due_on`;
const TURN_OFFS = `SELECT o.customer_id, o.id, o.touch, o.sale_id, o.off_on, o.why,
    o.sale_id IS NOT NULL AND EXISTS (SELECT 1 FROM contact k WHERE k.id = o.id AND k.outcome = 'sold-the-car')
  FROM ${eachOf('?', 'j')} CROSS JOIN turn_off o ON o.customer_id = j.value ORDER BY o.off_on, o.id`;
const CONTACTS = `SELECT k.customer_id, k.id, k.contact_on, k.outcome, k.note, k.next_on, coalesce(p.name, k.by) AS by
  FROM ${eachOf('?', 'j')} CROSS JOIN contact k ON k.customer_id = j.value LEFT JOIN salesperson p ON p.id = k.salesperson_id
  ORDER BY k.contact_on, k.id`;

/**
 * Reads the facts of up to 500 customers, in the order of the ids. Rows come as arrays: over a whole store that is
 * much faster than an object a row.
 */
export function factsReader(db: Store): (ids: readonly number[]) => CustomerFacts[] {
  const empty = emptyAmong(db, ['bad_contact', 'repair_order', 'appointment', 'contact', 'turn_off']);
  const customerRows = db
    .prepare<[string], CustomerRow>(CUSTOMERS(empty.has('bad_contact') ? HAS_A_WAY : HAS_A_GOOD_WAY))
    .raw();
  const saleRows = db.prepare<[string], SaleRow>(SALES).raw();
  const creditRows = db.prepare<[string], Credited>(CREDITS).raw();
  const reading = <T extends readonly [number, ...unknown[]], V>(
    table: 'repair_order' | 'appointment' | 'contact' | 'turn_off',
    sql: string,
    valueIn: (row: T) => V,
  ): ((ids: readonly number[]) => ReadonlyMap<number, V[]>) => {
    if (empty.has(table)) return () => new Map();
    const rows = db.prepare<[string], T>(sql).raw();
    return (ids) => grouped(rows.all(JSON.stringify(ids)), valueIn);
  };
  const servicesOf = reading<Visit, Day>('repair_order', SERVICES, ([, day]) => day);
  const appointmentsOf = reading<Visit, Day>('appointment', APPOINTMENTS, ([, day]) => day);
  const contactsOf = reading<ContactRow, Contact>('contact', CONTACTS, contactOf);
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

  return (ids) => {
    const asked = JSON.stringify(ids);
    const sold = saleRows.all(asked);
    const credits = grouped(
      creditRows.all(JSON.stringify(sold.map(([id]) => id))),
      ([, salespersonId]) => salespersonId,
    );
    const vehicles = [
      ...new Set(sold.flatMap(([, , vehicleId, , , , , , , , hasVin]) => (hasVin ? vehicleId : []))),
    ];
    const services = servicesOf(vehicles);
    const appointments = appointmentsOf(vehicles);
    const contacts = contactsOf(ids);
    const turnOffs = turnOffsOf(ids);
    const sales = new Map<number, SaleFacts[]>();
    for (const row of sold) {
      const [
        id,
        customerId,
        vehicleId,
        status,
        soldOn,
        anchorOn,
        leaseEndOn,
        loanEndOn,
        dealType,
        condition,
      ] = row;
      const [, , , , , , , , , , , tradedOn, resoldOn] = row;
      addTo(sales, customerId, {
        id,
        status,
        soldOn,
        anchorOn,
        leaseEndOn,
        loanEndOn,
        dealType,
        condition,
        goneOn: earlier(tradedOn, resoldOn),
        credits: credits.get(id) ?? [],
        servicedOn: services.get(vehicleId) ?? [],
        appointmentsOn: appointments.get(vehicleId) ?? [],
      });
    }
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
        contacts: contacts.get(id) ?? [],
        turnOffs: turnOffs.get(id) ?? [],
      }));
  };
}

const contactOf = ([, id, on, outcome, note, nextOn, by]: ContactRow): Contact => ({
  id,
  on,
  outcome,
  note,
  nextOn,
  by,
});

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a < b ? a : b);
