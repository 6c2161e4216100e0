/** The canonical records, as they are exported: everything the store knows, nothing locked in. */

import type { Customer, Phone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { Condition, Credit, DealType, Sale, SaleStatus } from '../domain/sale.ts';
import { ownerOf } from '../touches/owner.ts';
import { badContactsReader, withoutBad } from './bad-contacts.ts';
import { factsReader, salespeopleById } from './call-facts.ts';
import type { Store } from './open-store.ts';
import { grouped, known } from './rows.ts';

/** The columns of a customer as it is exported, in the order of `CustomerRow`. */
const CUSTOMER_COLUMNS = `c.id, c.dms_number, c.kind, c.first_name, c.last_name, c.business_name, c.home_phone, c.cell_phone,
  c.work_phone, c.other_phone, c.work_extension, c.email, c.street, c.city, c.region, c.postal_code, c.country, c.birthday,
  c.do_not_call, c.do_not_text, c.do_not_email, c.do_not_mail`;
/** Rows come as arrays: over a whole store that is much faster than an object a row. */
type CustomerRow = readonly [
  id: number,
  dmsNumber: string | null,
  kind: 'person' | 'business',
  firstName: string | null,
  lastName: string | null,
  businessName: string | null,
  homePhone: string | null,
  cellPhone: string | null,
  workPhone: string | null,
  otherPhone: string | null,
  workExtension: string | null,
  email: string | null,
  street: string | null,
  city: string | null,
  region: string | null,
  postalCode: string | null,
  country: string | null,
  birthday: Day | null,
  doNotCall: number,
  doNotText: number,
  doNotEmail: number,
  doNotMail: number,
];

interface PhoneColumns {
  readonly home_phone: string | null;
  readonly cell_phone: string | null;
  readonly work_phone: string | null;
  readonly other_phone: string | null;
  readonly work_extension: string | null;
}

/** Phones in the order in which they are dialled: cell, home, work, the one of unknown kind. */
export function phonesOf(row: PhoneColumns): Phone[] {
  const extensionOf = row.work_phone !== null ? 'work' : row.home_phone !== null ? 'home' : 'other';
  const phones: Phone[] = [];
  const add = (kind: Phone['kind'], e164: string | null, place: string): void => {
    if (e164 !== null)
      phones.push({ kind, e164, extension: place === extensionOf ? row.work_extension : null });
  };
  add('cell', row.cell_phone, 'cell');
  add('home', row.home_phone, 'home');
  add('work', row.work_phone, 'work');
  add(null, row.other_phone, 'other');
  return phones;
}

function customerOf(row: CustomerRow): Customer {
  const [id, dms_number, kind, first_name, last_name, business_name, ...reach] = row;
  const [home_phone, cell_phone, work_phone, other_phone, work_extension, email, ...home] = reach;
  const [street, city, region, postal_code, country, birthday, call, text, byEmail, mail] = home;
  return {
    id,
    dms_number,
    kind,
    first_name,
    last_name,
    business_name,
    phones: phonesOf({ home_phone, cell_phone, work_phone, other_phone, work_extension }),
    email,
    address: { street, city, region, postal_code, country },
    birthday,
    do_not: { call: call === 1, text: text === 1, email: byEmail === 1, mail: mail === 1 },
  };
}

/** The columns of a sale as it is exported, in the order of `SaleRow`. */
const SALES = `SELECT s.id, s.store, s.deal_number, s.status, s.sold_on, s.delivered_on, s.deal_type, s.condition, s.customer_id,
  s.co_buyer_id, v.vin, v.year, v.make, v.model, v.trim, s.stock_number, s.odometer, s.term_months, s.first_payment_on,
  s.lease_end_on, s.lease_end_estimated, s.loan_end_on, s.loan_end_estimated, s.payment_cents, s.amount_financed_cents,
  s.apr, s.lender FROM sale s CROSS JOIN vehicle v ON v.id = s.vehicle_id WHERE s.id > ? ORDER BY s.id LIMIT ?`;
type SaleRow = readonly [
  id: number,
  store: string,
  dealNumber: string | null,
  status: SaleStatus,
  soldOn: Day,
  deliveredOn: Day | null,
  dealType: DealType | null,
  condition: Condition | null,
  customerId: number,
  coBuyerId: number | null,
  vin: string | null,
  year: number | null,
  make: string | null,
  model: string | null,
  trim: string | null,
  stockNumber: string | null,
  odometer: number | null,
  termMonths: number | null,
  firstPaymentOn: Day | null,
  leaseEndOn: Day | null,
  leaseEndEstimated: number,
  loanEndOn: Day | null,
  loanEndEstimated: number,
  paymentCents: number | null,
  amountFinancedCents: number | null,
  apr: number | null,
  lender: string | null,
];

const CREDITS = `SELECT c.sale_id, p.code, p.name, c.share FROM sale_salesperson c CROSS JOIN salesperson p ON p.id = c.salesperson_id
  WHERE c.sale_id BETWEEN ? AND ? ORDER BY c.sale_id, c.position`;
const TRADES = 'SELECT sale_id, vin FROM sale_trade WHERE sale_id BETWEEN ? AND ? ORDER BY sale_id, position';
type CreditRow = readonly [saleId: number, code: string | null, name: string, share: number | null];

/** Reads a page of sales at a time, so that an export of a million needs no more memory than one of ten. */
export function* exportSales(db: Store): Generator<Sale> {
  const sales = db.prepare<[number, number], SaleRow>(SALES).raw();
  const buyers = db
    .prepare<[string], CustomerRow>(
      `SELECT ${CUSTOMER_COLUMNS} FROM json_each(?) j CROSS JOIN customer c ON c.id = j.value`,
    )
    .raw();
  const credited = db.prepare<[number, number], CreditRow>(CREDITS).raw();
  const badContacts = badContactsReader(db);
  const tradedIn = db.prepare<[number, number], readonly [saleId: number, vin: string]>(TRADES).raw();
  const readPage = db.transaction((after: number): Sale[] => {
    const rows = sales.all(after, BATCH);
    const last = rows.at(-1)?.[0];
    if (last === undefined) return [];
    const people = new Set(
      rows.flatMap(([, , , , , , , , buyer, coBuyer]) => (coBuyer === null ? buyer : [buyer, coBuyer])),
    );
    const bad = badContacts([...people]);
    const customers = new Map(
      buyers.all(JSON.stringify([...people])).map((row) => [row[0], withoutBad(customerOf(row), bad)]),
    );
    const credits = grouped(
      credited.all(after + 1, last),
      ([, code, name, share]): Credit => ({ code, name, share }),
    );
    const trades = grouped(tradedIn.all(after + 1, last), ([, vin]) => vin);
    return rows.map((row) => {
      const [id, , , , , , , , buyerId, coBuyerId] = row;
      return saleOf(
        row,
        known(customers, buyerId, 'customer'),
        coBuyerId === null ? null : known(customers, coBuyerId, 'customer'),
        credits.get(id) ?? [],
        trades.get(id) ?? [],
      );
    });
  });
  for (let page = readPage(0); page.length > 0; page = readPage(page.at(-1)?.id ?? 0)) yield* page;
}

function saleOf(
  row: SaleRow,
  customer: Customer,
  co_buyer: Customer | null,
  salespeople: readonly Credit[],
  trade_vins: readonly string[],
): Sale {
  const [id, store, deal_number, status, sold_on, delivered_on, deal_type, condition, , , ...more] = row;
  const [vin, year, make, model, trim, stock_number, odometer, term_months, first_payment_on, ...terms] =
    more;
  const [lease_end_on, leaseEstimated, loan_end_on, loanEstimated, payment_cents, ...money] = terms;
  const [amount_financed_cents, apr, lender] = money;
  return {
    id,
    store,
    deal_number,
    status,
    sold_on,
    delivered_on,
    deal_type,
    condition,
    customer,
    co_buyer,
    vehicle: { vin, year, make, model, trim, stock_number },
    odometer,
    salespeople,
    term_months,
    first_payment_on,
    lease_end_on,
    lease_end_estimated: leaseEstimated === 1,
    loan_end_on,
    loan_end_estimated: loanEstimated === 1,
    payment_cents,
    amount_financed_cents,
    apr,
    lender,
    trade_vins,
  };
}

/** Those that exist, by id. */
export function customersById(db: Store, ids: readonly number[]): Map<number, Customer> {
  const badContacts = badContactsReader(db);
  const read = db
    .prepare<[string], CustomerRow>(
      `SELECT ${CUSTOMER_COLUMNS} FROM json_each(?) j CROSS JOIN customer c ON c.id = j.value`,
    )
    .raw();
  const found = new Map<number, Customer>();
  for (let at = 0; at < ids.length; at += BATCH) {
    const asked = ids.slice(at, at + BATCH);
    const bad = badContacts(asked);
    for (const row of read.all(JSON.stringify(asked))) found.set(row[0], withoutBad(customerOf(row), bad));
  }
  return found;
}

export interface SalespersonName {
  readonly code: string | null;
  readonly name: string;
}
export type CustomerWithOwner = Customer & { readonly owner: SalespersonName | null };

/** @param day the day whose owner is meant */
export function* exportCustomers(db: Store, day: Day): Generator<CustomerWithOwner> {
  const salespeople = salespeopleById(db);
  const read = factsReader(db);
  const badContacts = badContactsReader(db);
  const batch = db
    .prepare<[number, number], CustomerRow>(
      `SELECT ${CUSTOMER_COLUMNS} FROM customer c WHERE c.id > ? ORDER BY c.id LIMIT ?`,
    )
    .raw();
  for (let rows = batch.all(0, BATCH); rows.length > 0; rows = batch.all(rows.at(-1)?.[0] ?? 0, BATCH)) {
    const owners = new Map<number, number | null>();
    for (const facts of read(rows.map(([id]) => id))) owners.set(facts.id, ownerOf(facts, salespeople, day));
    const bad = badContacts(rows.map(([id]) => id));
    for (const row of rows) {
      const owner = salespeople.get(owners.get(row[0]) ?? -1);
      yield Object.assign(withoutBad(customerOf(row), bad), {
        owner: owner ? { code: owner.code, name: owner.name } : null,
      });
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
