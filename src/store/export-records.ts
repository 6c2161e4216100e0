/** The canonical records, as they are exported: everything the store knows, nothing locked in. */

import type { Address, Customer, DoNot, Phone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { Condition, Credit, DealType, Sale, SaleStatus, Vehicle } from '../domain/sale.ts';
import { ownerOf } from '../touches/owner.ts';
import { callFacts, salespeopleById } from './call-facts.ts';
import type { Store } from './open-store.ts';

interface CustomerRow extends DoNotRow {
  readonly id: number;
  readonly dms_number: string | null;
  readonly kind: 'person' | 'business';
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
  readonly home_phone: string | null;
  readonly cell_phone: string | null;
  readonly work_phone: string | null;
  readonly other_phone: string | null;
  readonly work_extension: string | null;
  readonly email: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postal_code: string | null;
  readonly country: string | null;
  readonly birthday: Day | null;
}
interface DoNotRow {
  readonly do_not_call: number;
  readonly do_not_text: number;
  readonly do_not_email: number;
  readonly do_not_mail: number;
}

/** Phones in the order in which they are dialled: cell, home, work, the one of unknown kind. */
export function phonesOf(
  row: Pick<CustomerRow, 'home_phone' | 'cell_phone' | 'work_phone' | 'other_phone' | 'work_extension'>,
): Phone[] {
  const phone = (kind: Phone['kind'], e164: string | null, extension: string | null = null): Phone[] =>
    e164 === null ? [] : [{ kind, e164, extension }];
  const extensionOf = row.work_phone !== null ? 'work' : row.home_phone !== null ? 'home' : 'other';
  const extension = (place: string): string | null => (place === extensionOf ? row.work_extension : null);
  return [
    ...phone('cell', row.cell_phone),
    ...phone('home', row.home_phone, extension('home')),
    ...phone('work', row.work_phone, extension('work')),
    ...phone(null, row.other_phone, extension('other')),
  ];
}

function addressOf(row: CustomerRow): Address {
  const { street, city, region, postal_code, country } = row;
  return { street, city, region, postal_code, country };
}

const doNotOf = (row: DoNotRow): DoNot => ({
  call: row.do_not_call === 1,
  text: row.do_not_text === 1,
  email: row.do_not_email === 1,
  mail: row.do_not_mail === 1,
});

const customerOf = (row: CustomerRow): Customer => ({
  id: row.id,
  dms_number: row.dms_number,
  kind: row.kind,
  first_name: row.first_name,
  last_name: row.last_name,
  business_name: row.business_name,
  phones: phonesOf(row),
  email: row.email,
  address: addressOf(row),
  birthday: row.birthday,
  do_not: doNotOf(row),
});

interface SaleRow {
  readonly id: number;
  readonly store: string;
  readonly deal_number: string | null;
  readonly status: SaleStatus;
  readonly sold_on: Day;
  readonly delivered_on: Day | null;
  readonly deal_type: DealType | null;
  readonly condition: Condition | null;
  readonly customer_id: number;
  readonly co_buyer_id: number | null;
  readonly vin: string | null;
  readonly year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly trim: string | null;
  readonly stock_number: string | null;
  readonly odometer: number | null;
  readonly term_months: number | null;
  readonly first_payment_on: Day | null;
  readonly lease_end_on: Day | null;
  readonly lease_end_estimated: number;
  readonly loan_end_on: Day | null;
  readonly loan_end_estimated: number;
  readonly payment_cents: number | null;
  readonly amount_financed_cents: number | null;
  readonly apr: number | null;
  readonly lender: string | null;
}

const SALES = `SELECT s.*, v.vin, v.year, v.make, v.model, v.trim FROM sale s JOIN vehicle v ON v.id = s.vehicle_id`;

/** Reads one sale at a time, so that an export of a million needs no more memory than one of ten. */
class SaleReader {
  readonly #customer;
  readonly #credits;
  readonly #trades;

  constructor(db: Store) {
    this.#customer = db.prepare<[number], CustomerRow>('SELECT * FROM customer WHERE id = ?');
    this.#credits = db.prepare<[number], Credit>(
      `SELECT p.code, p.name, c.share FROM sale_salesperson c JOIN salesperson p ON p.id = c.salesperson_id
       WHERE c.sale_id = ? ORDER BY c.position`,
    );
    this.#trades = db
      .prepare<[number], string>('SELECT vin FROM sale_trade WHERE sale_id = ? ORDER BY position')
      .pluck();
  }

  read(row: SaleRow): Sale {
    return {
      id: row.id,
      store: row.store,
      deal_number: row.deal_number,
      status: row.status,
      sold_on: row.sold_on,
      delivered_on: row.delivered_on,
      deal_type: row.deal_type,
      condition: row.condition,
      customer: this.#person(row.customer_id),
      co_buyer: row.co_buyer_id === null ? null : this.#person(row.co_buyer_id),
      vehicle: vehicleOf(row),
      odometer: row.odometer,
      salespeople: this.#credits.all(row.id),
      term_months: row.term_months,
      first_payment_on: row.first_payment_on,
      lease_end_on: row.lease_end_on,
      lease_end_estimated: row.lease_end_estimated === 1,
      loan_end_on: row.loan_end_on,
      loan_end_estimated: row.loan_end_estimated === 1,
      payment_cents: row.payment_cents,
      amount_financed_cents: row.amount_financed_cents,
      apr: row.apr,
      lender: row.lender,
      trade_vins: this.#trades.all(row.id),
    };
  }

  #person(id: number): Customer {
    const row = this.#customer.get(id);
    if (!row) throw new Error(`customer ${id} is missing`);
    return customerOf(row);
  }
}

const vehicleOf = ({ vin, year, make, model, trim, stock_number }: Vehicle): Vehicle => ({
  vin,
  year,
  make,
  model,
  trim,
  stock_number,
});

export function* exportSales(db: Store): Generator<Sale> {
  const reader = new SaleReader(db);
  for (const row of inBatches<SaleRow>(db, `${SALES} WHERE s.id > ? ORDER BY s.id LIMIT ?`))
    yield reader.read(row);
}

export interface SalespersonName {
  readonly code: string | null;
  readonly name: string;
}
export type CustomerWithOwner = Customer & { readonly owner: SalespersonName | null };

/** @param day the day whose owner is meant */
export function* exportCustomers(db: Store, day: Day): Generator<CustomerWithOwner> {
  const salespeople = salespeopleById(db);
  const batch = db.prepare<[number, number], CustomerRow>(
    'SELECT * FROM customer WHERE id > ? ORDER BY id LIMIT ?',
  );
  for (let rows = batch.all(0, BATCH); rows.length > 0; rows = batch.all(rows.at(-1)?.id ?? 0, BATCH)) {
    const owners = new Map<number, number | null>();
    for (const facts of callFacts(
      db,
      rows.map(({ id }) => id),
    ))
      owners.set(facts.id, ownerOf(facts, salespeople, day));
    for (const row of rows) {
      const owner = salespeople.get(owners.get(row.id) ?? -1);
      yield { ...customerOf(row), owner: owner ? { code: owner.code, name: owner.name } : null };
    }
  }
}

export interface VehicleRecord {
  readonly id: number;
  readonly vin: string | null;
  readonly serial_number: string | null;
  readonly year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly trim: string | null;
  readonly plate: string | null;
}

export const exportVehicles = (db: Store): Generator<VehicleRecord> =>
  inBatches<VehicleRecord>(
    db,
    'SELECT id, vin, serial_number, year, make, model, trim, plate FROM vehicle WHERE id > ? ORDER BY id LIMIT ?',
  );

export interface SalespersonRecord {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
}

export function* exportSalespeople(db: Store, day: Day): Generator<SalespersonRecord> {
  const rows = db.prepare<[], Omit<SalespersonRecord, 'active'> & { left_on: Day | null }>(
    'SELECT id, code, name, email, left_on FROM salesperson ORDER BY name, id',
  );
  for (const { left_on, ...person } of rows.all())
    yield { ...person, active: left_on === null || day < left_on };
}

export interface ContactRecord {
  readonly id: number;
  readonly customer_id: number;
  readonly on: Day;
  readonly at: string | null;
  readonly channel: string | null;
  readonly outcome: string;
  readonly note: string | null;
  readonly next_on: Day | null;
  readonly by: SalespersonName | null;
}

export function* exportContacts(db: Store): Generator<ContactRecord> {
  interface Row extends Omit<ContactRecord, 'by'> {
    readonly person_code: string | null;
    readonly person_name: string | null;
  }
  const sql = `SELECT k.id, k.customer_id, k.contact_on AS "on", k.at, k.channel, k.outcome, k.note, k.next_on,
    p.code AS person_code, coalesce(p.name, k.by) AS person_name
    FROM contact k LEFT JOIN salesperson p ON p.id = k.salesperson_id WHERE k.id > ? ORDER BY k.id LIMIT ?`;
  for (const { person_code, person_name, ...contact } of inBatches<Row>(db, sql)) {
    yield { ...contact, by: person_name === null ? null : { code: person_code, name: person_name } };
  }
}

export interface RepairOrderExport {
  readonly id: number;
  readonly store: string;
  readonly number: string;
  readonly customer_id: number | null;
  readonly vin: string | null;
  readonly opened_on: Day | null;
  readonly closed_on: Day | null;
  readonly odometer: number | null;
  readonly advisor: string | null;
  readonly pay_types: readonly string[];
  readonly op_codes: readonly string[];
}

export function* exportRepairOrders(db: Store): Generator<RepairOrderExport> {
  type Row = Omit<RepairOrderExport, 'pay_types' | 'op_codes'> & { pay_types: string; op_codes: string };
  const sql = `SELECT o.id, o.store, o.number, o.customer_id, v.vin, o.opened_on, o.closed_on, o.odometer, o.advisor, o.pay_types,
    o.op_codes FROM repair_order o LEFT JOIN vehicle v ON v.id = o.vehicle_id WHERE o.id > ? ORDER BY o.id LIMIT ?`;
  for (const { pay_types, op_codes, ...order } of inBatches<Row>(db, sql)) {
    yield {
      ...order,
      pay_types: JSON.parse(pay_types) as string[],
      op_codes: JSON.parse(op_codes) as string[],
    };
  }
}

export interface AppointmentExport {
  readonly id: number;
  readonly store: string;
  readonly number: string;
  readonly customer_id: number | null;
  readonly vin: string | null;
  readonly on: Day;
  readonly time: string | null;
  readonly waiting: boolean | null;
  readonly repair_order_number: string | null;
}

export function* exportAppointments(db: Store): Generator<AppointmentExport> {
  type Row = Omit<AppointmentExport, 'waiting'> & { waiting: number | null };
  const sql = `SELECT o.id, o.store, o.number, o.customer_id, v.vin, o.due_on AS "on", o.due_time AS time, o.waiting,
    o.repair_order_number FROM appointment o LEFT JOIN vehicle v ON v.id = o.vehicle_id WHERE o.id > ? ORDER BY o.id LIMIT ?`;
  for (const { waiting, ...rest } of inBatches<Row>(db, sql)) {
    const { repair_order_number, ...appointment } = rest;
    yield { ...appointment, waiting: waiting === null ? null : waiting === 1, repair_order_number };
  }
}

const BATCH = 500;

/** Pages by id instead of one long cursor: other statements may run in between. */
function* inBatches<T extends { readonly id: number }>(db: Store, sql: string): Generator<T> {
  const page = db.prepare<[number, number], T>(sql);
  let last = 0;
  for (;;) {
    const rows = page.all(last, BATCH);
    yield* rows;
    last = rows.at(-1)?.id ?? last;
    if (rows.length < BATCH) return;
  }
}
