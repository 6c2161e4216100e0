/** Letters as a merge file: a row a customer, with everything a word processor needs and nothing that is only for us. */

import type { Letter, Letterhead } from '../domain/letter.ts';
import { addressLines } from './address-lines.ts';
import { type CsvOptions, csvWriter } from './csv.ts';
import { letterValues } from './letter-text.ts';
import { oneLine } from './terminal-text.ts';

export type LetterRecord = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

/** In this order; new ones only at the end. */
const COLUMNS = [
  'customer_id',
  'salutation',
  'name',
  'first_name',
  'last_name',
  'business_name',
  'address_1',
  'address_2',
  'address_3',
  'street',
  'city',
  'region',
  'postal_code',
  'country',
  'vehicle',
  'sold_on',
  'years_owned',
  'number',
  'owner',
  'owner_email',
  'store',
] as const;

export function lettersAsCsv(letters: readonly Letter[], store: Letterhead, options: CsvOptions): string {
  const line = csvWriter(options);
  const titles = line(COLUMNS);
  const rows = letters.map((letter) => {
    const record = letterRecord(letter, store);
    return line(COLUMNS.map((column) => shown(record[column])));
  });
  return titles + rows.join('');
}

const shown = (value: string | number | null): string | number | null =>
  typeof value === 'string' ? oneLine(value) : value;

/** One customer's row; `address_1` to `address_3` stand below the name on the envelope, day as `YYYY-MM-DD`. */
export function letterRecord(letter: Letter, store: Letterhead): LetterRecord {
  const { id, name, first_name, last_name, business_name, address } = letter.customer;
  const { salutation, vehicle } = letterValues(letter, store);
  const [address_1 = null, address_2 = null, address_3 = null] = addressLines(address, store.country);
  const { sold_on, years_owned, number, owner } = letter;
  return {
    customer_id: id,
    salutation,
    name,
    first_name,
    last_name,
    business_name,
    address_1,
    address_2,
    address_3,
    ...address,
    vehicle,
    sold_on,
    years_owned,
    number,
    owner: owner?.name ?? null,
    owner_email: owner?.email ?? null,
    store: store.name,
  };
}
