/** What a letter may say of a customer: a closed set of placeholders, and the text filled in with them. */

import type { Letter, Letterhead } from '../domain/letter.ts';
import { vehicleName } from '../domain/sale.ts';
import { placeholderProblem, withPlaceholders } from '../touches/script.ts';
import { dayInLetter } from './day-text.ts';

/** Nothing that was noted about a customer is among them, and nothing else is ever asked for. */
export const LETTER_PLACEHOLDERS = [
  'salutation',
  'first_name',
  'last_name',
  'customer',
  'vehicle',
  'year',
  'make',
  'model',
  'sold_on',
  'years_owned',
  'number',
  'owner',
  'owner_email',
  'store',
  'store_phone',
] as const;
export type LetterPlaceholder = (typeof LETTER_PLACEHOLDERS)[number];
export type LetterValues = Readonly<Record<LetterPlaceholder, string | number | null>>;

/** The first thing wrong with the text of a letter, or null. */
export const letterProblem = (text: string): string | null => placeholderProblem(text, LETTER_PLACEHOLDERS);

/** Everything a letter can say; null = not known. */
export function letterValues({ customer, vehicle, ...letter }: Letter, store: Letterhead): LetterValues {
  return {
    salutation: salutationOf(customer),
    first_name: givenName(customer.first_name),
    last_name: customer.last_name,
    customer: customer.name,
    vehicle: (vehicle && vehicleName(vehicle)) || 'car',
    year: vehicle?.year ?? null,
    make: vehicle?.make ?? null,
    model: vehicle?.model ?? 'car',
    sold_on: letter.sold_on && dayInLetter(letter.sold_on, store.country),
    years_owned: letter.years_owned,
    number: letter.number,
    owner: letter.owner?.name ?? store.name ?? 'the dealership',
    owner_email: letter.owner?.email ?? null,
    store: store.name ?? 'the dealership',
    store_phone: store.phone,
  };
}

export interface FilledLetter {
  /** plain text: nothing is escaped */
  readonly text: string;
  /** placeholders of the text that are not known for this customer; a letter with a gap is not sent */
  readonly missing: readonly LetterPlaceholder[];
}

/** @param text one without problems */
export function fillLetter(text: string, values: LetterValues): FilledLetter {
  const missing = new Set<LetterPlaceholder>();
  const filled = withPlaceholders(text, (name) => {
    const placeholder = name as LetterPlaceholder;
    const value = values[placeholder];
    if (value === null) missing.add(placeholder);
    return value ?? '';
  });
  return { text: filled, missing: [...missing] };
}

/** `Ann`; the whole name where there is no given name, or only an initial. */
const salutationOf = ({ first_name, business_name, name }: Letter['customer']): string => {
  const given = business_name === null ? givenName(first_name) : null;
  return given === null || given.replace('.', '').length < 2 ? name : given;
};

const givenName = (name: string | null): string | null => name?.trim().split(' ')[0] || null;
