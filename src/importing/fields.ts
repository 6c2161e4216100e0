/** The fields a column of an export can be taken for, by kind of file. */

export const KINDS = ['sales', 'repair-orders', 'appointments', 'inventory'] as const;
export type Kind = (typeof KINDS)[number];

/** Fields of a person; a co-buyer's are the same with `co_` in front. */
export const PARTY_FIELDS = [
  'customer_number',
  'full_name',
  'title',
  'first_name',
  'middle_name',
  // all of them, for whom no first name is written out
  'initials',
  'last_name',
  'suffix',
  'company',
  // of a person: the customer only where no person is named
  'associated_company',
  'business_flag',
  'street',
  'street_2',
  'city',
  'region',
  'postal_code',
  // all three in one cell: Tupelo, MS 38801
  'city_region_postal',
  'country',
  'home_phone',
  'cell_phone',
  'work_phone',
  'phone',
  // of `phone`: MOBILE
  'phone_type',
  'work_extension',
  'email',
  'birthday',
  // yes = has died
  'deceased',
  // yes = blocked
  'do_not_contact',
  'do_not_call',
  'do_not_text',
  'do_not_email',
  'do_not_mail',
  // yes = allowed
  'may_contact',
  'may_call',
  'may_text',
  'may_email',
  'may_mail',
  // a wish in words: "None" and "Out" refuse
  'contact_preference',
  // any words, of which only a refusal counts
  'refusal_in_words',
] as const;
export type PartyField = (typeof PARTY_FIELDS)[number];

export const VEHICLE_FIELDS = [
  'vin',
  // of what has no VIN
  'serial',
  'stock_number',
  'year',
  'make',
  'model',
  'trim',
  'vehicle',
  'plate',
  'odometer',
] as const;

export const SALE_FIELDS = [
  'store',
  'area',
  'deal_number',
  'version',
  'status',
  // the state of the customer or the record, not of the deal: only words about the deal are heard in it
  'other_status',
  'completed',
  'quote',
  'unwound',
  'sale_class',
  'deal_type',
  'condition',
  'sold_on',
  'delivered_on',
  'salesperson_1_code',
  'salesperson_1_name',
  'salesperson_1_last_name',
  'salesperson_1_share',
  'salesperson_2_code',
  'salesperson_2_name',
  'salesperson_2_last_name',
  'salesperson_2_share',
  'salesperson_3_code',
  'salesperson_3_name',
  'salesperson_3_last_name',
  'salesperson_3_share',
  // yes = a lease
  'lease',
  'term',
  'lease_term',
  'term_frequency',
  'first_payment_on',
  'last_payment_on',
  'days_to_first_payment',
  'lease_end_on',
  // yes = worked out from the term
  'lease_end_estimated',
  'loan_end_on',
  'loan_end_estimated',
  'contract_end_on',
  'payment',
  'payment_cents',
  'lease_payment',
  'amount_financed',
  'amount_financed_cents',
  'apr',
  'lender',
  // free text, read only for a wish not to be called
  'remarks',
  'trade_vin_1',
  'trade_vin_2',
  'trade_vin_3',
] as const;

export const SERVICE_FIELDS = [
  'repair_order_number',
  'appointment_number',
  'opened_on',
  'closed_on',
  'voided_on',
  'odometer_out',
  'advisor',
  'op_codes',
  'pay_types',
  'appointment_on',
  'appointment_time',
  'waiting',
  // in words: loaner, shuttle, drop-off
  'transport',
  // yes = goes on with one of the store's cars
  'loaner',
  // as it was written, in our own exports
  'transport_raw',
  // who says what the status is, in our own exports
  'status_by',
  'promised_on',
] as const;

/** Of a car that stands in the lot. */
export const STOCK_FIELDS = ['price'] as const;

type CoField = `co_${PartyField}`;
export type Field =
  | PartyField
  | CoField
  | (typeof VEHICLE_FIELDS)[number]
  | (typeof SALE_FIELDS)[number]
  | (typeof SERVICE_FIELDS)[number]
  | (typeof STOCK_FIELDS)[number];

export const FIELDS: ReadonlySet<string> = new Set<string>([
  ...PARTY_FIELDS,
  ...PARTY_FIELDS.map((field) => `co_${field}`),
  ...VEHICLE_FIELDS,
  ...SALE_FIELDS,
  ...SERVICE_FIELDS,
  ...STOCK_FIELDS,
]);
export const isField = (name: string): name is Field => FIELDS.has(name);

/** Fields whose cells are days; the order of day and month is decided from all of them. */
export const DATE_FIELDS: readonly Field[] = [
  'sold_on',
  'delivered_on',
  'first_payment_on',
  'last_payment_on',
  'lease_end_on',
  'loan_end_on',
  'contract_end_on',
  'birthday',
  'co_birthday',
  'opened_on',
  'closed_on',
  'voided_on',
  'appointment_on',
  'promised_on',
];
