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
  for (const record of records) {
    const flat = new Map<string, Value>();
    flatten(record, '', flat);
    yield line(columns.map((column) => flat.get(column) ?? null));
  }
}

/** Keys whose content stands in columns without their name in front. */
const TRANSPARENT = new Set(['vehicle', 'address', 'terms']);

function flatten(record: object, prefix: string, into: Map<string, Value>): void {
  for (const [key, value] of Object.entries(record)) {
    const name = `${prefix}${key}`;
    if (key === 'phones') flattenPhones(value as readonly PhoneLike[], prefix, into);
    else if (key === 'salespeople') flattenCredits(value as readonly object[], into);
    else if (key === 'do_not') flattenDoNot(value as Readonly<Record<string, boolean>>, prefix, into);
    else if (SENTENCES.has(key)) into.set(name, sentences(value as readonly unknown[]));
    else if (Array.isArray(value)) into.set(name, value.join(' '));
    else if (value !== null && typeof value === 'object')
      flatten(value, TRANSPARENT.has(key) ? prefix : `${prefix}${key}_`, into);
    else into.set(name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value as Value));
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

function flattenPhones(phones: readonly PhoneLike[], prefix: string, into: Map<string, Value>): void {
  for (const { kind, e164, extension } of phones) {
    into.set(`${prefix}phone_${kind ?? 'other'}`, e164.slice(1));
    if (extension !== null) into.set(`${prefix}phone_extension`, extension);
  }
  const refused = phones.flatMap(({ kind, blocked }) => (blocked ? (kind ?? 'other') : []));
  into.set(`${prefix}phones_refused`, refused.join(' ') || null);
}

function flattenCredits(credits: readonly object[], into: Map<string, Value>): void {
  credits.forEach((credit, i) => {
    flatten(credit, `salesperson_${i + 1}_`, into);
  });
}

function flattenDoNot(
  doNot: Readonly<Record<string, boolean>>,
  prefix: string,
  into: Map<string, Value>,
): void {
  for (const [channel, blocked] of Object.entries(doNot))
    into.set(`${prefix}do_not_${channel}`, blocked ? 'yes' : 'no');
}
