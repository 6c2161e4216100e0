/** Numbers and addresses known to reach nobody: left out wherever a customer's are shown or counted. */

import type { Phone } from '../domain/customer.ts';
import { grouped, isEmpty } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

/** By customer id, the values that are wrong. */
export type BadContacts = ReadonlyMap<number, ReadonlySet<string>>;

/** A reader of those of many customers at once; a store without any is asked once. */
export function badContactsReader(db: Store): (ids: readonly number[]) => BadContacts {
  if (isEmpty(db, 'bad_contact')) return () => new Map();
  const rows = db
    .prepare<[string], [number, string]>(
      `SELECT b.customer_id, b.value FROM ${eachOf('?', 'j')} CROSS JOIN bad_contact b ON b.customer_id = j.value
       WHERE b.kind IN ('phone', 'email')`,
    )
    .raw();
  return (ids) => {
    const found = new Map<number, Set<string>>();
    for (const [id, value] of rows.all(JSON.stringify(ids)))
      found.set(id, (found.get(id) ?? new Set()).add(value));
    return found;
  };
}

/** What is left of a customer's ways to be reached. */
export function withoutBad<
  T extends { readonly id: number; readonly phones: readonly Phone[]; readonly email: string | null },
>(customer: T, bad: BadContacts): T {
  const wrong = bad.get(customer.id);
  if (wrong === undefined) return customer;
  return {
    ...customer,
    phones: customer.phones.filter(({ e164 }) => !wrong.has(e164)),
    email: customer.email !== null && wrong.has(customer.email) ? null : customer.email,
  };
}

/** By customer id, the streets that are known to be wrong. */
export function badStreets(db: Store, ids: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const rows = db
    .prepare<[string], [number, string]>(
      `SELECT b.customer_id, b.value FROM ${eachOf('?', 'j')} CROSS JOIN bad_contact b ON b.customer_id = j.value
       WHERE b.kind = 'address'`,
    )
    .raw();
  return grouped(rows.all(JSON.stringify(ids)), ([, street]) => street);
}
