/** Customers who have one number between them. */

import { CallDetails } from './call-details.ts';
import { eachOf, endOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

export interface Sharing {
  readonly id: number;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
  readonly do_not_call: 0 | 1;
}

/** As the indexes of numbers have it: by the last seven digits. */
const HAVING = ['home_phone', 'cell_phone', 'work_phone', 'other_phone']
  .map(
    (column) =>
      `SELECT c.id FROM ${eachOf(':phones', 'p')} CROSS JOIN customer c
       ON ${endOf(`c.${column}`, 7)} = ${endOf('p.value', 7)} AND c.${column} = p.value`,
  )
  .join(' UNION ');

/** Up to 20 others who have one of the customer's good numbers, by id. */
export function sharingPhones(db: Store, customerId: number): Sharing[] {
  const phones = new CallDetails(db).customer(customerId).phones.map(({ e164 }) => e164);
  return db
    .prepare<{ phones: string; id: number }, Sharing>(
      `SELECT id, first_name, last_name, business_name, do_not_call FROM customer
       WHERE id IN (${HAVING}) AND id <> :id ORDER BY id LIMIT 20`,
    )
    .all({ phones: JSON.stringify(phones), id: customerId });
}
