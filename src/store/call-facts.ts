/** The facts the touch rules judge, read in a few statements for many customers at once. */

import type { Contact } from '../domain/contact.ts';
import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { Condition, DealType, SaleStatus } from '../domain/sale.ts';
import type { CustomerFacts, SaleFacts, SalespersonFacts } from '../touches/facts.ts';
import type { Store } from './open-store.ts';

/** Customers asked for in one statement. */
const AT_ONCE = 500;

/** Facts of these customers, in the order of `ids`. */
export function* callFacts(db: Store, ids: readonly number[]): Generator<CustomerFacts> {
  for (let at = 0; at < ids.length; at += AT_ONCE) yield* factsOf(db, ids.slice(at, at + AT_ONCE));
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

interface CustomerRow {
  readonly id: number;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
  readonly birthday: Day | null;
  readonly do_not_call: number;
  readonly reachable: number;
}
interface SaleRow {
  readonly id: number;
  readonly customer_id: number;
  readonly vehicle_id: number;
  readonly status: SaleStatus;
  readonly sold_on: Day;
  readonly anchor_on: Day;
  readonly lease_end_on: Day | null;
  readonly loan_end_on: Day | null;
  readonly deal_type: DealType | null;
  readonly condition: Condition | null;
  readonly has_vin: number;
  readonly traded_on: Day | null;
  readonly resold_on: Day | null;
}

const CUSTOMERS = `SELECT c.id, c.first_name, c.last_name, c.business_name, c.birthday, c.do_not_call,
  coalesce(c.home_phone, c.cell_phone, c.work_phone, c.other_phone, c.email) IS NOT NULL AS reachable
  FROM json_each(?) j CROSS JOIN customer c ON c.id = j.value`;

/** A later sale that takes the car away: one that names its VIN as a trade-in, or sells it to somebody else. */
const SALES = `SELECT s.id, s.customer_id, s.vehicle_id, s.status, s.sold_on, s.anchor_on, s.lease_end_on, s.loan_end_on,
  s.deal_type, s.condition, v.vin IS NOT NULL AS has_vin,
  (SELECT min(t.sold_on) FROM sale_trade x CROSS JOIN sale t ON t.id = x.sale_id
    WHERE x.vin = v.vin AND t.status = 'sold' AND (t.sold_on, t.id) > (s.sold_on, s.id)) AS traded_on,
  (SELECT min(o.sold_on) FROM sale o WHERE o.vehicle_id = s.vehicle_id AND v.vin IS NOT NULL AND o.status = 'sold'
    AND o.customer_id <> s.customer_id AND (o.sold_on, o.id) > (s.sold_on, s.id)) AS resold_on
  FROM json_each(?) j CROSS JOIN sale s ON s.customer_id = j.value CROSS JOIN vehicle v ON v.id = s.vehicle_id
  ORDER BY s.customer_id, s.sold_on, s.id`;

const CREDITS = `SELECT p.sale_id, p.salesperson_id FROM json_each(?) j CROSS JOIN sale_salesperson p ON p.sale_id = j.value
  ORDER BY p.sale_id, p.position`;
const SERVICES = `SELECT o.vehicle_id, o.closed_on AS day FROM json_each(?) j CROSS JOIN repair_order o ON o.vehicle_id = j.value
  WHERE o.closed_on IS NOT NULL ORDER BY o.closed_on`;
const APPOINTMENTS = `SELECT o.vehicle_id, o.due_on AS day FROM json_each(?) j CROSS JOIN appointment o ON o.vehicle_id = j.value
  ORDER BY o.due_on`;
const CONTACTS = `SELECT k.customer_id, k.id, k.contact_on, k.outcome, k.note, k.next_on, coalesce(p.name, k.by) AS by
  FROM json_each(?) j CROSS JOIN contact k ON k.customer_id = j.value LEFT JOIN salesperson p ON p.id = k.salesperson_id
  ORDER BY k.contact_on, k.id`;

function* factsOf(db: Store, ids: readonly number[]): Generator<CustomerFacts> {
  const asked = JSON.stringify(ids);
  const sales = db.prepare<[string], SaleRow>(SALES).all(asked);
  const salesOf = grouped(sales, (sale) => sale.customer_id);
  const credits = grouped(
    db
      .prepare<[string], { sale_id: number; salesperson_id: number }>(CREDITS)
      .all(JSON.stringify(sales.map(({ id }) => id))),
    (credit) => credit.sale_id,
  );
  const vehicles = JSON.stringify([
    ...new Set(sales.filter((sale) => sale.has_vin).map((sale) => sale.vehicle_id)),
  ]);
  const services = grouped(db.prepare<[string], Visit>(SERVICES).all(vehicles), (visit) => visit.vehicle_id);
  const appointments = grouped(
    db.prepare<[string], Visit>(APPOINTMENTS).all(vehicles),
    (visit) => visit.vehicle_id,
  );
  const contacts = grouped(
    db.prepare<[string], ContactRow>(CONTACTS).all(asked),
    (contact) => contact.customer_id,
  );
  const saleFacts = (sale: SaleRow): SaleFacts => ({
    id: sale.id,
    status: sale.status,
    soldOn: sale.sold_on,
    anchorOn: sale.anchor_on,
    leaseEndOn: sale.lease_end_on,
    loanEndOn: sale.loan_end_on,
    dealType: sale.deal_type,
    condition: sale.condition,
    goneOn: earlier(sale.traded_on, sale.resold_on),
    credits: (credits.get(sale.id) ?? []).map(({ salesperson_id }) => salesperson_id),
    servicedOn: (services.get(sale.vehicle_id) ?? []).map(({ day }) => day),
    appointmentsOn: (appointments.get(sale.vehicle_id) ?? []).map(({ day }) => day),
  });
  for (const row of db.prepare<[string], CustomerRow>(CUSTOMERS).iterate(asked)) {
    yield {
      id: row.id,
      name: customerName(row),
      birthday: row.birthday,
      doNotCall: row.do_not_call === 1,
      reachable: row.reachable === 1,
      sales: (salesOf.get(row.id) ?? []).map(saleFacts),
      contacts: (contacts.get(row.id) ?? []).map(contactOf),
    };
  }
}

interface Visit {
  readonly vehicle_id: number;
  readonly day: Day;
}
interface ContactRow {
  readonly customer_id: number;
  readonly id: number;
  readonly contact_on: Day;
  readonly outcome: string;
  readonly note: string | null;
  readonly next_on: Day | null;
  readonly by: string | null;
}

const contactOf = ({ id, contact_on, outcome, note, next_on, by }: ContactRow): Contact => ({
  id,
  on: contact_on,
  outcome,
  note,
  nextOn: next_on,
  by,
});

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a < b ? a : b);

function grouped<T>(rows: readonly T[], keyOf: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
