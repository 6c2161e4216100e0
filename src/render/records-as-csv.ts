/** Exported records as CSV: nested values in columns of their own, in a fixed order. */

import type { Customer } from '../domain/customer.ts';
import { PAYMENT_TERMS, type Sale } from '../domain/sale.ts';
import type { SalespersonName } from '../domain/salesperson.ts';
import { csvWriter } from './csv.ts';

type Value = string | number | null;

const CUSTOMER = [
  'id',
  'dms_number',
  'kind',
  'first_name',
  'last_name',
  'business_name',
  'phone_cell',
  'phone_home',
  'phone_work',
  'phone_other',
  'phone_extension',
  'email',
  'street',
  'city',
  'region',
  'postal_code',
  'country',
  'birthday',
  'do_not_call',
  'do_not_text',
  'do_not_email',
  'do_not_mail',
] as const;
const CREDITS = [1, 2, 3];

/** New columns are added at the end only: spreadsheets and scripts count on the order. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  sales: [
    'id',
    'store',
    'deal_number',
    'status',
    'sold_on',
    'delivered_on',
    'deal_type',
    'condition',
    ...CUSTOMER.map((column) => `customer_${column}`),
    ...CUSTOMER.map((column) => `co_buyer_${column}`),
    'vin',
    'year',
    'make',
    'model',
    'trim',
    'stock_number',
    'odometer',
    ...CREDITS.flatMap((n) => [`salesperson_${n}_code`, `salesperson_${n}_name`, `salesperson_${n}_share`]),
    ...PAYMENT_TERMS,
    'trade_vins',
    'customer_phones_refused',
    'co_buyer_phones_refused',
    'serial_number',
  ],
  customers: [...CUSTOMER, 'owner_code', 'owner_name', 'phones_refused', 'owner_because'],
  vehicles: ['id', 'vin', 'serial_number', 'year', 'make', 'model', 'trim', 'plate', 'service'],
  salespeople: ['id', 'code', 'name', 'email', 'active'],
  owners: ['customer_id', 'owner_code', 'owner_name', 'from', 'to', 'because'],
  contacts: [
    'id',
    'customer_id',
    'on',
    'at',
    'channel',
    'outcome',
    'note',
    'next_on',
    'by_code',
    'by_name',
    'for_code',
    'for_name',
    'pitched',
    'from_advisor',
  ],
  'repair-orders': [
    'id',
    'store',
    'number',
    'customer_id',
    'vin',
    'opened_on',
    'closed_on',
    'odometer',
    'advisor',
    'pay_types',
    'op_codes',
    'names',
    'promised_on',
    'matched_by',
  ],
  appointments: [
    'id',
    'store',
    'number',
    'customer_id',
    'vin',
    'on',
    'time',
    'waiting',
    'repair_order_number',
    'names',
    'advisor',
    'services',
    'transport',
    'transport_raw',
    'matched_by',
    'in_latest',
    'status',
    'status_by',
  ],
  deliveries: [
    'sale_id',
    'introduced_on',
    'advisor',
    'booked_on',
    'booked_time',
    'booked_by',
    'state',
    'visit_on',
  ],
  promises: [
    'id',
    'customer_id',
    'given_on',
    'on',
    'text',
    'by_code',
    'by_name',
    'state',
    'ended_on',
    'for_code',
    'for_name',
  ],
  blocks: [
    'id',
    'customer_id',
    'channel',
    'e164',
    'since',
    'source',
    'by_code',
    'by_name',
    'for_code',
    'for_name',
  ],
  notes: ['id', 'customer_id', 'on', 'text', 'by_code', 'by_name', 'for_code', 'for_name'],
  stock: [
    'store',
    'stock_number',
    'vin',
    'year',
    'make',
    'model',
    'trim',
    'condition',
    'odometer',
    'price_cents',
    'first_seen_on',
    'last_seen_on',
    'gone_on',
  ],
  wishes: [
    'id',
    'customer_id',
    'customer_name',
    'text',
    'make',
    'model',
    'year_from',
    'year_to',
    'price_cents',
    'odometer',
    'condition',
    'on',
    'until',
    'state',
    'ended_on',
    'by_code',
    'by_name',
  ],
  cases: [
    'id',
    'customer_id',
    'customer_name',
    'headline',
    'severity',
    'opened_on',
    'opened_at',
    'owner',
    'repair_order',
    'sale_id',
    'state',
    'situation',
    'needs',
    'limits',
    'offers',
    'promises',
    'updates',
    'met',
    'amount_before_cents',
    'amount_after_cents',
    'answer_by',
    'close_by',
    'late',
    'closed_on',
    'outcome',
    'apologised',
  ],
  'turn-offs': ['id', 'customer_id', 'touch', 'sale_id', 'on', 'by_code', 'by_name', 'for_code', 'for_name'],
};

/** One string a line, the header first. Phones are written E.164 without the `+`, which a spreadsheet would take for a formula. */
export function* recordsAsCsv(
  what: string,
  records: Iterable<object>,
  { bom }: { readonly bom: boolean },
): Generator<string> {
  const columns = COLUMNS[what] ?? [];
  const line = csvWriter({ bom, rawForMachines: false });
  yield line(columns);
  const cellsOf = cellsFor(what, columns);
  for (const record of records) yield line(cellsOf(record));
}

/** Long exports take each value by its place, all others by its name. */
function cellsFor(what: string, columns: readonly string[]): (record: object) => Value[] {
  if (what === 'sales') return (record) => saleCells(record as Sale);
  if (what === 'customers') return (record) => ownedCells(record as OwnedCustomer);
  return flattener(columns);
}

type OwnedCustomer = Customer & {
  readonly owner: SalespersonName | null;
  readonly owner_because: string;
};

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

function saleCells(sale: Sale): Value[] {
  const { customer, co_buyer: coBuyer, vehicle } = sale;
  const cells: Value[] = [
    sale.id,
    sale.store,
    sale.deal_number,
    sale.status,
    sale.sold_on,
    sale.delivered_on,
    sale.deal_type,
    sale.condition,
  ];
  addCustomer(cells, customer);
  if (coBuyer === null) for (let i = 0; i < CUSTOMER.length; i += 1) cells.push(null);
  else addCustomer(cells, coBuyer);
  cells.push(vehicle.vin, vehicle.year, vehicle.make, vehicle.model, vehicle.trim, vehicle.stock_number);
  cells.push(sale.odometer);
  for (let i = 0; i < CREDITS.length; i += 1) {
    const credit = sale.salespeople[i];
    if (credit === undefined) cells.push(null, null, null);
    else cells.push(credit.code, credit.name, credit.share);
  }
  for (const term of PAYMENT_TERMS) {
    const value = sale[term];
    cells.push(typeof value === 'boolean' ? yesNo(value) : value);
  }
  cells.push(sale.trade_vins.join(' '), phonesRefused(customer));
  cells.push(coBuyer === null ? null : phonesRefused(coBuyer), sale.serial_number);
  return cells;
}

function ownedCells(customer: OwnedCustomer): Value[] {
  const cells: Value[] = [];
  addCustomer(cells, customer);
  const { owner } = customer;
  cells.push(owner?.code ?? null, owner?.name ?? null, phonesRefused(customer), customer.owner_because);
  return cells;
}

/** The columns of `CUSTOMER`. */
function addCustomer(cells: Value[], customer: Customer): void {
  const { address, do_not: doNot } = customer;
  let cell: string | null = null;
  let home: string | null = null;
  let work: string | null = null;
  let other: string | null = null;
  let extension: string | null = null;
  for (const phone of customer.phones) {
    const number = phone.e164.slice(1);
    if (phone.kind === 'cell') cell = number;
    else if (phone.kind === 'home') home = number;
    else if (phone.kind === 'work') work = number;
    else other = number;
    extension = phone.extension ?? extension;
  }
  cells.push(customer.id, customer.dms_number, customer.kind);
  cells.push(customer.first_name, customer.last_name, customer.business_name);
  cells.push(cell, home, work, other, extension, customer.email);
  cells.push(address.street, address.city, address.region, address.postal_code, address.country);
  cells.push(customer.birthday, yesNo(doNot.call), yesNo(doNot.text), yesNo(doNot.email), yesNo(doNot.mail));
}

/** `home other`, null for none */
function phonesRefused({ phones }: Customer): string | null {
  let refused: string | null = null;
  for (const { kind, blocked } of phones)
    if (blocked) refused = refused === null ? (kind ?? 'other') : `${refused} ${kind ?? 'other'}`;
  return refused;
}

/** Of any other record: each value in the column that has its name. */
function flattener(columns: readonly string[]): (record: object) => Value[] {
  const root = new Place('', new Map(columns.map((column, i) => [column, i])));
  return (record) => {
    const values = new Array<Value>(columns.length).fill(null);
    flatten(record, root, values);
    return values;
  };
}

/** Keys whose content stands in columns without their name in front. */
const TRANSPARENT = new Set(['vehicle', 'terms']);

/** Where the values of a record, or of one inside it, stand in the line: names are put together once a file, not once a row. */
class Place {
  readonly #prefix: string;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #known = new Map<string, number | null>();
  readonly #below = new Map<string, Place>();

  constructor(prefix: string, columns: ReadonlyMap<string, number>) {
    this.#prefix = prefix;
    this.#columns = columns;
  }

  /** Values without a column of their own are left out. */
  set(values: Value[], key: string, value: Value): void {
    let at = this.#known.get(key);
    if (at === undefined) {
      at = this.#columns.get(`${this.#prefix}${key}`) ?? null;
      this.#known.set(key, at);
    }
    if (at !== null) values[at] = value;
  }

  /** @param key in front of the names of what stands in it */
  under(key: string): Place {
    const known = this.#below.get(key);
    if (known !== undefined) return known;
    const made = new Place(`${this.#prefix}${key}`, this.#columns);
    this.#below.set(key, made);
    return made;
  }
}

function flatten(record: object, place: Place, into: Value[]): void {
  // `in`: an array of pairs for each record is a tenth of an export
  for (const key in record) {
    const value: unknown = record[key as keyof typeof record];
    if (SENTENCES.has(key)) place.set(into, key, sentences(value as readonly unknown[]));
    else if (Array.isArray(value)) place.set(into, key, value.join(' '));
    else if (value !== null && typeof value === 'object')
      flatten(value, TRANSPARENT.has(key) ? place : place.under(`${key}_`), into);
    else place.set(into, key, typeof value === 'boolean' ? yesNo(value) : (value as Value));
  }
}

/** Lists of what was said in a recovery case. */
const SENTENCES = new Set(['offers', 'promises', 'updates', 'met']);

/** `2026-11-21 the repair is on us; 2026-11-22 a loaner` */
const sentences = (said: readonly unknown[]): string =>
  said
    .map((one) =>
      one !== null && typeof one === 'object'
        ? Object.values(one)
            .filter((part) => part !== null)
            .join(' ')
        : String(one),
    )
    .join('; ');
