/** Exported records as CSV: nested values in columns of their own, in a fixed order. */

import { PAYMENT_TERMS } from '../domain/sale.ts';
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
    ...[1, 2, 3].flatMap((n) => [`salesperson_${n}_code`, `salesperson_${n}_name`, `salesperson_${n}_share`]),
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
  const root = new Place('', new Map(columns.map((column, i) => [column, i])));
  for (const record of records) {
    const values = new Array<Value>(columns.length).fill(null);
    flatten(record, root, values);
    yield line(values);
  }
}

/** Keys whose content stands in columns without their name in front. */
const TRANSPARENT = new Set(['vehicle', 'address', 'terms']);

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
    if (key === 'phones') flattenPhones(value as readonly PhoneLike[], place, into);
    else if (key === 'salespeople') flattenCredits(value as readonly object[], place, into);
    else if (key === 'do_not') flattenDoNot(value as Readonly<Record<string, boolean>>, place, into);
    else if (SENTENCES.has(key)) place.set(into, key, sentences(value as readonly unknown[]));
    else if (Array.isArray(value)) place.set(into, key, value.join(' '));
    else if (value !== null && typeof value === 'object')
      flatten(value, TRANSPARENT.has(key) ? place : place.under(`${key}_`), into);
    else place.set(into, key, typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value as Value));
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

interface PhoneLike {
  readonly kind: string | null;
  readonly e164: string;
  readonly extension: string | null;
  readonly blocked: boolean;
}

function flattenPhones(phones: readonly PhoneLike[], place: Place, into: Value[]): void {
  let refused: string | null = null;
  for (const { kind, e164, extension, blocked } of phones) {
    const name = kind ?? 'other';
    place.under('phone_').set(into, name, e164.slice(1));
    if (extension !== null) place.set(into, 'phone_extension', extension);
    if (blocked) refused = refused === null ? name : `${refused} ${name}`;
  }
  place.set(into, 'phones_refused', refused);
}

function flattenCredits(credits: readonly object[], place: Place, into: Value[]): void {
  credits.forEach((credit, i) => {
    flatten(credit, place.under(`salesperson_${i + 1}_`), into);
  });
}

function flattenDoNot(doNot: Readonly<Record<string, boolean>>, place: Place, into: Value[]): void {
  const under = place.under('do_not_');
  for (const [channel, blocked] of Object.entries(doNot)) under.set(into, channel, blocked ? 'yes' : 'no');
}
