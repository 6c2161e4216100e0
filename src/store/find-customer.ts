/** The customer a person means by an id, a phone number, a VIN or its end, a deal number or a name. */

import { customerName } from '../domain/customer.ts';
import { usageFault } from '../domain/fault.ts';
import { foldedWords } from '../importing/normalise/fold-text.ts';
import type { Store } from './open-store.ts';

interface Found {
  readonly id: number;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
}

const NAMES = 'c.id, c.first_name, c.last_name, c.business_name';
const SHOWN_AT_MOST = 8;

/**
 * @throws Fault `unknown-customer`, or `several-customers` with the candidates
 */
export function findCustomer(db: Store, wanted: string): number {
  const text = wanted.trim();
  const byId = /^#?[1-9]\d{0,8}$/.test(text)
    ? db
        .prepare<[number], Found>(`SELECT ${NAMES} FROM customer c WHERE c.id = ?`)
        .get(Number(text.replace('#', '')))
    : undefined;
  if (byId) return byId.id;
  for (const search of [byPhone, byDeal, byVin, byName]) {
    const found = [...new Map(search(db, text).map((one) => [one.id, one])).values()];
    const [only] = found;
    if (only && found.length === 1) return only.id;
    if (found.length > 1) throw several(text, found);
  }
  throw usageFault(
    'unknown-customer',
    `no customer is known by "${text}"`,
    'try the id from a call list, a phone number, the last 6 of the VIN, or the full name',
  );
}

function several(text: string, found: readonly Found[]): unknown {
  const shown = found.slice(0, SHOWN_AT_MOST).map((one) => `  #${one.id}  ${customerName(one)}`);
  const more = found.length > SHOWN_AT_MOST ? `\n  and ${found.length - SHOWN_AT_MOST} more` : '';
  return usageFault(
    'several-customers',
    `"${text}" fits several customers:\n${shown.join('\n')}${more}`,
    'name one by its id',
  );
}

function byPhone(db: Store, text: string): Found[] {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || /[a-z]/i.test(text)) return [];
  const like = `%${digits}`;
  return db
    .prepare<{ like: string }, Found>(
      `SELECT ${NAMES} FROM customer c WHERE c.home_phone LIKE :like OR c.cell_phone LIKE :like OR c.work_phone LIKE :like OR c.other_phone LIKE :like LIMIT 50`,
    )
    .all({ like });
}

const byDeal = (db: Store, text: string): Found[] =>
  db
    .prepare<[string], Found>(
      `SELECT ${NAMES} FROM sale s JOIN customer c ON c.id = s.customer_id WHERE s.deal_number = ? LIMIT 50`,
    )
    .all(text);

function byVin(db: Store, text: string): Found[] {
  const vin = text.toUpperCase().replace(/[\s-]/g, '');
  if (!/^[A-Z0-9]{6,17}$/.test(vin) || !/\d/.test(vin)) return [];
  const [condition, value] = vin.length === 17 ? ['v.vin = ?', vin] : ['v.vin LIKE ?', `%${vin}`];
  return db
    .prepare<[string], Found>(
      `SELECT ${NAMES} FROM vehicle v JOIN sale s ON s.vehicle_id = v.id JOIN customer c ON c.id = s.customer_id WHERE ${condition} LIMIT 50`,
    )
    .all(value);
}

function byName(db: Store, text: string): Found[] {
  const words = foldedWords(text);
  const [longest] = [...words].sort((a, b) => b.length - a.length);
  if (longest === undefined) return [];
  return db
    .prepare<[string], Found>(`SELECT ${NAMES} FROM customer c WHERE c.name_key LIKE ? LIMIT 2000`)
    .all(`%${longest}%`)
    .filter((one) => {
      const known = foldedWords(customerName(one));
      return words.every((word) => known.some((part) => part.startsWith(word)));
    });
}
