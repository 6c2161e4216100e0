/** Whether two records may be one person's: by what they are called, and what they can be reached or recognised by. */

import type { PartyRecord } from '../../domain/records.ts';
import { foldedWords, foldText } from '../../values/fold-text.ts';
import { mayBeSamePerson, nameKey } from '../../values/name-key.ts';
import { type Contact, type CustomerRow, contactOf, nameOf } from './customer-row.ts';

/** A phone, an e-mail address or a home in common, and no two birthdays that contradict each other. */
export function sharesContact(one: Contact, other: Contact): boolean {
  if (one.birthday !== null && other.birthday !== null && one.birthday !== other.birthday) return false;
  const phones = phonesIn(other);
  return (
    phonesIn(one).some((phone) => phones.includes(phone)) ||
    (one.email !== null && one.email === other.email) ||
    sameAddress(one, other)
  );
}

/**
 * Whether a row may be about a customer whose number it has: a like name, or a phone, an e-mail address or a birthday in common.
 * So it may where one of the two has nothing to compare.
 */
export function agrees(customer: CustomerRow, party: PartyRecord): boolean {
  const key = nameKey(party);
  if (customer.name_key === key) return true;
  const name = nameOf(customer);
  if (mayBeSamePerson(name, party) || hasSameWords(name, party)) return true;
  const said = contactOf(party);
  const phones = phonesIn(customer);
  return (
    phonesIn(said).some((phone) => phones.includes(phone)) ||
    (said.email !== null && said.email === customer.email) ||
    (said.birthday !== null && said.birthday === customer.birthday) ||
    isBlank(customer, customer.name_key) ||
    isBlank(said, key)
  );
}

const isBlank = (contact: Contact, key: string): boolean =>
  key === '' && phonesIn(contact).length === 0 && contact.email === null && contact.birthday === null;

/** First and family name the other way round, or a person who buys as a firm of that name. */
function hasSameWords(one: Name, other: Name): boolean {
  const [words, others] = [wordsIn(one), wordsIn(other)];
  return words.length > 1 && words.length === others.length && words.every((word, i) => word === others[i]);
}

type Name = ReturnType<typeof nameOf>;
const wordsIn = ({ firstName, lastName, businessName }: Name): string[] =>
  foldedWords(businessName ?? `${firstName ?? ''} ${lastName ?? ''}`).sort();

/**
 * Whether a wish of the one holds for the other: a like name (a nickname fits, Jr and Sr differ) with a phone, e-mail
 * address, home or birthday in common. Being too generous costs no more than a call.
 */
export const isLike = (one: CustomerRow, other: CustomerRow): boolean =>
  (sharesContact(one, other) || (one.birthday !== null && one.birthday === other.birthday)) &&
  mayBeSamePerson(nameOf(one), nameOf(other));

/** Every phone, e-mail address and home somebody can be recognised by. */
export function contactKeys(contact: Contact): string[] {
  const { email, street, postal_code, city } = contact;
  const place = placeOf(postal_code, city);
  const home = street === null || place === '' ? null : `${foldText(street)}, ${place}`;
  return [...phonesIn(contact), email, home].filter((key) => key !== null);
}

/** The numbers on file, whatever kind they are of. */
export const phonesIn = ({ home_phone, cell_phone, work_phone, other_phone }: Contact): string[] =>
  [home_phone, cell_phone, work_phone, other_phone].filter((phone) => phone !== null);

const placeOf = (postal: string | null, city: string | null): string =>
  foldText(postal?.slice(0, 5) ?? city ?? '');

function sameAddress(one: Contact, other: Contact): boolean {
  if (one.street === null || other.street === null) return false;
  const here = placeOf(one.postal_code, one.city);
  return (
    here !== '' &&
    here === placeOf(other.postal_code, other.city) &&
    foldText(one.street) === foldText(other.street)
  );
}
