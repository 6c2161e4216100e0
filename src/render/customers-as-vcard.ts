/** Customers as cards for the contacts of a telephone (vCard 3.0, RFC 2426, which every telephone takes). */

import { type CallablePhone, type Customer, customerName, type PhoneKind } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import { oneLine } from './terminal-text.ts';

export interface PhoneCard {
  readonly customer: Omit<Customer, 'phones'> & { readonly phones: readonly CallablePhone[] };
  /** `2024 Honda Civic` of each car they have now */
  readonly vehicles: readonly string[];
}

const TEL_TYPES: Readonly<Record<PhoneKind, string>> = { cell: 'CELL', home: 'HOME', work: 'WORK' };

/**
 * One card after the other. A channel the customer asked us not to use is not on the card, and notes of calls never
 * are: a telephone's contacts are copied to other people's machines.
 * @param on the day of the file; a later one replaces the card of the same UID
 * @param storeId so that the cards of two stores stand beside one another
 */
export const customersAsVcard = (cards: readonly PhoneCard[], on: Day, storeId: string): string =>
  cards.map((card) => cardOf(card, on, storeId)).join('');

function cardOf({ customer, vehicles }: PhoneCard, on: Day, storeId: string): string {
  const { id, first_name, last_name, business_name, do_not, birthday } = customer;
  const name = customerName(customer).trim() || `Customer ${id}`;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:customer-${id}@${storeId}.beback`,
    `REV:${on}T00:00:00Z`,
    `FN:${value(name)}`,
    `N:${[last_name, first_name, null, null, null].map(value).join(';')}`,
    ...(business_name === null ? [] : [`ORG:${value(business_name)}`]),
    // Apple's way to say that the card is a company's
    ...(customer.kind === 'business' ? ['X-ABShowAs:COMPANY'] : []),
    ...customer.phones.map(tel),
    ...(do_not.email || customer.email === null ? [] : [`EMAIL;TYPE=INTERNET:${value(customer.email)}`]),
    ...(do_not.mail ? [] : address(customer)),
    ...(birthday === null ? [] : [`BDAY:${birthday}`]),
    `NOTE:${[...vehicles, `beback #${id}`].map(value).join('\\n')}`,
    'CATEGORIES:beback',
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** An extension is dialled after a pause. */
const tel = ({ kind, e164, extension }: CallablePhone): string =>
  `TEL;TYPE=${kind === null ? 'VOICE' : TEL_TYPES[kind]}:${value(extension === null ? e164 : `${e164},${extension}`)}`;

function address({
  kind,
  address: { street, city, region, postal_code, country },
}: PhoneCard['customer']): string[] {
  if (street === null && city === null && postal_code === null) return [];
  const parts = [null, null, street, city, region, postal_code, country];
  return [`ADR;TYPE=${kind === 'business' ? 'WORK' : 'HOME'}:${parts.map(value).join(';')}`];
}

/** One value, or one part of a value, with what would end it escaped (RFC 2426, 4). */
const value = (text: string | null): string =>
  text === null ? '' : oneLine(text).replace(/[\\;,]/g, (character) => `\\${character}`);

const OCTETS_A_LINE = 75;

/** Long lines go on behind a line break and a space, never in the middle of a character. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= OCTETS_A_LINE) return line;
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > OCTETS_A_LINE) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
