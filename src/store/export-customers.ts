/** Customers as they are exported. */

import type { Customer } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { OwnerBecause, SalespersonName } from '../domain/salesperson.ts';
import { badContactsReader, withoutBad } from './bad-contacts.ts';
import { PAGE } from './engine/pages.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { phonesOf } from './phones-of.ts';
import { everyRefused, isAnythingRefused, refusedAmong } from './refused-numbers.ts';

/** The columns of a customer as it is exported, in the order of `CustomerRow`. */
export const CUSTOMER_COLUMNS = `c.id, c.dms_number, c.kind, c.first_name, c.last_name, c.business_name, c.home_phone, c.cell_phone,
  c.work_phone, c.other_phone, c.extensions, c.email, c.street, c.city, c.region, c.postal_code, c.country, c.birthday,
  c.do_not_call, c.do_not_text, c.do_not_email, c.do_not_mail`;
/** Rows come as arrays: over a whole store that is much faster than an object a row. */
export type CustomerRow = readonly [
  id: number,
  dmsNumber: string | null,
  kind: 'person' | 'business',
  firstName: string | null,
  lastName: string | null,
  businessName: string | null,
  homePhone: string | null,
  cellPhone: string | null,
  workPhone: string | null,
  otherPhone: string | null,
  extensions: string | null,
  email: string | null,
  street: string | null,
  city: string | null,
  region: string | null,
  postalCode: string | null,
  country: string | null,
  birthday: Day | null,
  doNotCall: number,
  doNotText: number,
  doNotEmail: number,
  doNotMail: number,
];

/** Of all of these rows' numbers, those that may not be called. */
function refusedIn(db: Store, rows: readonly CustomerRow[]): ReadonlySet<string> {
  if (!isAnythingRefused(db)) return new Set();
  const numbers = rows.flatMap(([, , , , , , home, cell, work, other]) => [home, cell, work, other]);
  return new Set(
    refusedAmong(
      db,
      numbers.filter((number) => number !== null),
    ),
  );
}

export function customerOf(row: CustomerRow, refused: ReadonlySet<string>): Customer {
  // by place: taking a row apart into parts of parts is a tenth of an export
  const phones = phonesOf({
    home_phone: row[6],
    cell_phone: row[7],
    work_phone: row[8],
    other_phone: row[9],
    extensions: row[10],
  });
  return {
    id: row[0],
    dms_number: row[1],
    kind: row[2],
    first_name: row[3],
    last_name: row[4],
    business_name: row[5],
    phones: phones.map(({ kind, e164, extension }) => ({
      kind,
      e164,
      extension,
      blocked: refused.has(e164),
    })),
    email: row[11],
    address: { street: row[12], city: row[13], region: row[14], postal_code: row[15], country: row[16] },
    birthday: row[17],
    do_not: { call: row[18] === 1, text: row[19] === 1, email: row[20] === 1, mail: row[21] === 1 },
  };
}

/** Those that exist, by id. */
export function customersById(db: Store, ids: readonly number[]): Map<number, Customer> {
  const badContacts = badContactsReader(db);
  const read = db
    .prepare<[string], CustomerRow>(
      `SELECT ${CUSTOMER_COLUMNS} FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`,
    )
    .raw();
  const found = new Map<number, Customer>();
  for (let at = 0; at < ids.length; at += PAGE) {
    const asked = ids.slice(at, at + PAGE);
    const bad = badContacts(asked);
    const rows = read.all(JSON.stringify(asked));
    const refused = refusedIn(db, rows);
    for (const row of rows) found.set(row[0], withoutBad(customerOf(row, refused), bad));
  }
  return found;
}

export type CustomerWithOwner = Customer & {
  readonly owner: SalespersonName | null;
  readonly owner_because: OwnerBecause;
};

/** Every customer, a page at a time, ascending by id. */
export function* exportCustomers(db: Store): Generator<Customer[]> {
  const badContacts = badContactsReader(db);
  const batch = db
    .prepare<[number, number], CustomerRow>(
      `SELECT ${CUSTOMER_COLUMNS} FROM customer c WHERE c.id > ? ORDER BY c.id LIMIT ?`,
    )
    .raw();
  const refused = everyRefused(db);
  for (let rows = batch.all(0, PAGE); rows.length > 0; rows = batch.all(rows.at(-1)?.[0] ?? 0, PAGE)) {
    const bad = badContacts(rows.map(([id]) => id));
    yield rows.map((row) => withoutBad(customerOf(row, refused), bad));
  }
}
