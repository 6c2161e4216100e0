/** What is stored, in the words of the expectation files beside the sample exports. */

import { type Customer, customerName } from '../../src/domain/customer.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { exportAppointments, exportRepairOrders } from '../../src/store/export-records.ts';
import { exportSales } from '../../src/store/export-sales.ts';

/** A row of an expectation file: only what the file's description tells is there. */
export interface ExpectedRow {
  readonly line: number;
  readonly outcome: string;
  readonly deal?: { readonly store?: string; readonly number: string };
  readonly number?: string | null;
  readonly vin?: string | null;
  readonly customer?: { readonly name: string };
  readonly phones?: readonly string[];
  readonly salespeople?: readonly { readonly share?: number }[];
  readonly [column: string]: unknown;
}

/** A stored record in the form of an expectation row, all columns filled. */
export type Recorded = Readonly<Record<string, unknown>>;

/** A customer's part of a row. Companies keep the spelling of the export, so case tells nothing there; nor does the order of phones. */
const partyColumns = (customer: Customer): Recorded => ({
  customer: {
    name: customer.kind === 'business' ? customerName(customer).toUpperCase() : customerName(customer),
    kind: customer.kind,
  },
  phones: customer.phones.map(({ e164 }) => e164).sort(),
  email: customer.email,
  birthday: customer.birthday,
  do_not: (['call', 'email', 'mail'] as const).filter((way) => customer.do_not[way]),
});

export function recordedSales(db: Store): Recorded[] {
  return [...exportSales(db)].map((sale) => ({
    ...partyColumns(sale.customer),
    store: sale.store,
    number: sale.deal_number,
    status: sale.status,
    vin: sale.vehicle.vin,
    sold_on: sale.sold_on,
    delivered_on: sale.delivered_on,
    co_buyer: sale.co_buyer && {
      name: customerName(sale.co_buyer),
      phones: sale.co_buyer.phones.map(({ e164 }) => e164),
    },
    salespeople: sale.salespeople,
    condition: sale.condition,
    deal_type: sale.deal_type,
    term_months: sale.term_months,
    lease_end_on: sale.lease_end_on,
    loan_end_on: sale.loan_end_on,
  }));
}

const customersById = (db: Store): ReadonlyMap<number | null, Customer> =>
  new Map([...exportCustomers(db)].flat().map((customer) => [customer.id, customer]));

const visitColumns = (customer: Customer | undefined): Recorded => (customer ? partyColumns(customer) : {});

export function recordedRepairOrders(db: Store): Recorded[] {
  const customers = customersById(db);
  return [...exportRepairOrders(db)].map((order) => ({
    ...visitColumns(customers.get(order.customer_id)),
    ...order,
  }));
}

export function recordedAppointments(db: Store): Recorded[] {
  const customers = customersById(db);
  const plate = db
    .prepare<[number], string | null>(
      'SELECT plate FROM appointment a JOIN vehicle v ON v.id = a.vehicle_id WHERE a.id = ?',
    )
    .pluck();
  return [...exportAppointments(db)].map((appointment) => ({
    ...visitColumns(customers.get(appointment.customer_id)),
    ...appointment,
    plate: plate.get(appointment.id),
  }));
}

export interface ExpectedState {
  readonly expected: Recorded;
  /** the one record this is about, cut down to the columns the expectation speaks of */
  readonly found: (records: readonly Recorded[]) => Recorded | string;
}

/** One state for every record the rows leave behind: the last row about it decides. */
export function lastStates(rows: readonly ExpectedRow[]): ExpectedState[] {
  const last = new Map<string, ExpectedRow>();
  for (const row of rows) {
    if (row.outcome !== undefined && row.outcome !== 'new' && row.outcome !== 'changed') continue;
    last.set(JSON.stringify(row.deal ? [row.deal, row.vin] : row.number), row);
  }
  return [...last.values()].map(stateOf);
}

function stateOf({ line: _line, outcome: _outcome, deal, ...columns }: ExpectedRow): ExpectedState {
  const expected: Recorded = {
    ...columns,
    ...deal,
    ...(columns.phones && { phones: [...columns.phones].sort(), do_not: columns.do_not ?? [] }),
    ...(deal === undefined ? {} : { status: columns.status ?? 'sold' }),
    ...(columns.customer === undefined ? {} : { customer: inOneCase(columns.customer) }),
  };
  const identity = deal === undefined ? ['number'] : [...Object.keys(deal), 'vin'];
  return {
    expected,
    found: (records) => {
      const matching = records.filter((record) => identity.every((key) => record[key] === expected[key]));
      const [only] = matching;
      return only && matching.length === 1
        ? cutTo(expected, only)
        : `${matching.length} records of ${identity.map((key) => expected[key]).join(' ')}`;
    },
  };
}

const inOneCase = (customer: object): object =>
  'kind' in customer && 'name' in customer && customer.kind === 'business'
    ? { ...customer, name: String(customer.name).toUpperCase() }
    : customer;

function cutTo(expected: Recorded, record: Recorded): Recorded {
  const cut = Object.fromEntries(Object.keys(expected).map((key) => [key, record[key]]));
  return 'salespeople' in expected
    ? { ...cut, salespeople: sharesAsGiven(expected.salespeople, record.salespeople) }
    : cut;
}

/** A share the description is silent about is left out of the comparison. */
function sharesAsGiven(expected: unknown, found: unknown): unknown {
  if (!Array.isArray(expected) || !Array.isArray(found)) return found;
  return found.map((credit: Recorded, i) => {
    const { share: _share, ...named } = credit;
    const wanted: unknown = expected[i];
    return typeof wanted === 'object' && wanted !== null && 'share' in wanted ? credit : named;
  });
}

/** Everything an import may touch, as it is exported. */
export const exportOf = (db: Store): Readonly<Record<string, readonly object[]>> => ({
  sales: [...exportSales(db)],
  customers: [...exportCustomers(db)].flat(),
  repairOrders: [...exportRepairOrders(db)],
  appointments: [...exportAppointments(db)],
});

/** The same with every id taken out and the records in an order of their own, so that two databases can be compared. */
export const withoutIds = (
  exported: ReturnType<typeof exportOf>,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(exported).map(([kind, records]) => [
      kind,
      records
        .map((record) =>
          JSON.stringify(record, (key, value) => (/^(?:.*_)?id$/.test(key) ? undefined : value)),
        )
        .sort(),
    ]),
  );
