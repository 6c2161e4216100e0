/** A customer as the store has it, and what of it a row of a file can say. */

import type { PartyRecord } from '../../domain/records.ts';

export interface CustomerRow {
  id: number;
  store: string;
  dms_number: string | null;
  kind: string;
  first_name: string | null;
  last_name: string | null;
  business_name: string | null;
  name_key: string;
  home_phone: string | null;
  cell_phone: string | null;
  work_phone: string | null;
  other_phone: string | null;
  /** JSON: of the numbers above, by number; it goes with its number */
  extensions: string | null;
  email: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  postal_code: string | null;
  country: string | null;
  birthday: string | null;
  do_not_call: number;
  do_not_text: number;
  do_not_email: number;
  do_not_mail: number;
  as_of: string;
  older_columns: string | null;
}

export const CONTACT_COLUMNS = [
  'home_phone',
  'cell_phone',
  'work_phone',
  'other_phone',
  'email',
  'street',
  'city',
  'region',
  'postal_code',
  'country',
  'birthday',
] as const;
const BLOCK_COLUMNS = ['do_not_call', 'do_not_text', 'do_not_email', 'do_not_mail'] as const;
export const COLUMNS = [
  'store',
  'dms_number',
  'kind',
  'first_name',
  'last_name',
  'business_name',
  'name_key',
  ...CONTACT_COLUMNS,
  'extensions',
  ...BLOCK_COLUMNS,
  'as_of',
  'older_columns',
] as const;

/** Columns that tell where values come from: a difference in them is no change of the customer. */
export const PROVENANCE: ReadonlySet<keyof CustomerRow> = new Set(['as_of', 'older_columns'] as const);

export type Contact = Pick<CustomerRow, (typeof CONTACT_COLUMNS)[number] | 'extensions'>;

export const NOTHING_SAID = Object.fromEntries(
  [...CONTACT_COLUMNS, 'extensions'].map((column) => [column, null]),
) as Contact;

export const nameOf = (
  row: CustomerRow,
): { firstName: string | null; lastName: string | null; businessName: string | null } => ({
  firstName: row.first_name,
  lastName: row.last_name,
  businessName: row.business_name,
});

/** JSON, the numbers in their order. */
export const extensionsAsText = (extensions: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(extensions).sort(([a], [b]) => (a < b ? -1 : 1))));

export const contactOf = (party: PartyRecord): Contact => ({
  home_phone: party.homePhone,
  cell_phone: party.cellPhone,
  work_phone: party.workPhone,
  other_phone: party.otherPhone,
  extensions: party.extensions === null ? null : extensionsAsText(party.extensions),
  email: party.email,
  street: party.street,
  city: party.city,
  region: party.region,
  postal_code: party.postalCode,
  country: party.country,
  birthday: party.birthday,
});
