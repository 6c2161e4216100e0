/** The program's own exports, read back: what they say is on file already, or goes into another store. */

import type { ColumnSpellings, Layout } from '../mapping.ts';

const PARTY = {
  customer_number: 'dms_number',
  business_flag: 'kind',
  first_name: 'first_name',
  last_name: 'last_name',
  company: 'business_name',
  cell_phone: 'phone_cell',
  home_phone: 'phone_home',
  work_phone: 'phone_work',
  phone: 'phone_other',
  email: 'email',
  street: 'street',
  city: 'city',
  region: 'region',
  postal_code: 'postal_code',
  country: 'country',
  birthday: 'birthday',
  do_not_call: 'do_not_call',
  do_not_text: 'do_not_text',
  do_not_email: 'do_not_email',
  do_not_mail: 'do_not_mail',
} as const;

const partyColumns = (field: '' | 'co_', column: 'customer_' | 'co_buyer_'): ColumnSpellings =>
  Object.fromEntries(Object.entries(PARTY).map(([name, own]) => [field + name, column + own]));

const SAME_NAMED = [
  'store',
  'deal_number',
  'status',
  'sold_on',
  'delivered_on',
  'deal_type',
  'condition',
  'vin',
  'year',
  'make',
  'model',
  'trim',
  'stock_number',
  'odometer',
  'salesperson_1_code',
  'salesperson_1_name',
  'salesperson_1_share',
  'salesperson_2_code',
  'salesperson_2_name',
  'salesperson_2_share',
  'salesperson_3_code',
  'salesperson_3_name',
  'salesperson_3_share',
  'first_payment_on',
  'lease_end_on',
  'lease_end_estimated',
  'loan_end_on',
  'loan_end_estimated',
  'payment_cents',
  'amount_financed_cents',
  'apr',
  'lender',
] as const;

const OWN = { dateOrder: 'ymd', isOwnExport: true } as const;

export const BEBACK_SALES: Layout = {
  name: 'beback-sales',
  title: 'beback, export of sales',
  kind: 'sales',
  signature: ['customer_dms_number', 'co_buyer_dms_number', 'lease_end_estimated', 'amount_financed_cents'],
  columns: {
    ...Object.fromEntries(SAME_NAMED.map((name) => [name, name])),
    ...partyColumns('', 'customer_'),
    ...partyColumns('co_', 'co_buyer_'),
    serial: 'serial_number',
    term: 'term_months',
    trade_vin_1: 'trade_vins',
  },
  fullShare: 1,
  ...OWN,
};

export const BEBACK_REPAIR_ORDERS: Layout = {
  name: 'beback-repair-orders',
  title: 'beback, export of repair orders',
  kind: 'repair-orders',
  signature: ['customer_id', 'opened_on', 'closed_on', 'pay_types', 'op_codes'],
  columns: {
    store: 'store',
    repair_order_number: 'number',
    vin: 'vin',
    opened_on: 'opened_on',
    closed_on: 'closed_on',
    odometer: 'odometer',
    advisor: 'advisor',
    pay_types: 'pay_types',
    promised_on: 'promised_on',
  },
  groups: [' ', ' '],
  ...OWN,
};

export const BEBACK_APPOINTMENTS: Layout = {
  name: 'beback-appointments',
  title: 'beback, export of appointments',
  kind: 'appointments',
  signature: ['id', 'customer_id', 'on', 'time', 'waiting', 'repair_order_number'],
  columns: {
    store: 'store',
    appointment_number: 'number',
    vin: 'vin',
    appointment_on: 'on',
    appointment_time: 'time',
    waiting: 'waiting',
    advisor: 'advisor',
    transport: 'transport',
    transport_raw: 'transport_raw',
    status: 'status',
    status_by: 'status_by',
    repair_order_number: 'repair_order_number',
  },
  ...OWN,
};

/** Exports that hold no sales and no visits, by columns that only they have together. */
export const NOT_READ_BACK: readonly { readonly what: string; readonly signature: readonly string[] }[] = [
  { what: 'customers', signature: ['id', 'dms_number', 'do_not_call', 'owner_code', 'owner_name'] },
  { what: 'contacts', signature: ['id', 'customer_id', 'channel', 'outcome', 'next_on', 'by_code'] },
  { what: 'vehicles', signature: ['id', 'vin', 'serial_number', 'make', 'model', 'plate'] },
  { what: 'salespeople', signature: ['id', 'code', 'name', 'email', 'active'] },
  { what: 'owners', signature: ['customer_id', 'owner_code', 'owner_name', 'from', 'to', 'because'] },
  { what: 'promises', signature: ['id', 'customer_id', 'given_on', 'text', 'state', 'ended_on'] },
  { what: 'blocks', signature: ['id', 'customer_id', 'channel', 'e164', 'since', 'source'] },
  { what: 'notes', signature: ['id', 'customer_id', 'on', 'text', 'by_code', 'by_name'] },
  { what: 'stock', signature: ['stock_number', 'price_cents', 'first_seen_on', 'last_seen_on', 'gone_on'] },
  { what: 'wishes', signature: ['id', 'customer_id', 'year_from', 'year_to', 'price_cents', 'state'] },
  { what: 'turn-offs', signature: ['id', 'customer_id', 'touch', 'sale_id', 'on'] },
];
