/** Numbers that stand with somebody who asked not to be called: nobody is called there, whosever list it would be on. */

import { customerName } from '../domain/customer.ts';
import { isEmpty } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { hasAWish } from './migrations/010-wish-reach.ts';

const PHONES = ['home_phone', 'cell_phone', 'work_phone', 'other_phone'];
/** A customer `c` with whom the number `p.value` is refused; one taken out as wrong carries no wish. */
const refusing = (column: string): string =>
  `c.${column} = p.value AND ${hasAWish('c.')} AND c.do_not_call = 1
   AND NOT EXISTS (SELECT 1 FROM bad_contact b WHERE b.customer_id = c.id AND b.value = p.value)`;
const REFUSING = PHONES.map(
  (column) =>
    `SELECT p.value AS e164, c.id FROM ${eachOf(':numbers', 'p')} CROSS JOIN customer c ON ${refusing(column)}`,
).join(' UNION ALL ');
/** The first one found is enough: a number may stand with many. */
const IS_REFUSED = PHONES.map((column) => `EXISTS (SELECT 1 FROM customer c WHERE ${refusing(column)})`).join(
  ' OR ',
);

/** Whether anybody at all asked for anything: else there is nothing to look up. */
export const isAnythingRefused = (db: Store): boolean => !isEmpty(db, 'block');

/** Those of these numbers (E.164) that may not be called. */
export const refusedAmong = (db: Store, numbers: readonly string[]): string[] =>
  db
    .prepare<{ numbers: string }, string>(
      `SELECT DISTINCT p.value FROM ${eachOf(':numbers', 'p')} WHERE ${IS_REFUSED}`,
    )
    .pluck()
    .all({ numbers: JSON.stringify(numbers) });

/** All numbers that may not be called: what an export of everybody asks for once. */
export const everyRefused = (db: Store): ReadonlySet<string> =>
  new Set(
    db
      .prepare<[], string>(
        PHONES.map(
          (column) =>
            `SELECT c.${column} FROM customer c WHERE c.${column} IS NOT NULL AND ${hasAWish('c.')} AND c.do_not_call = 1
             AND NOT EXISTS (SELECT 1 FROM bad_contact b WHERE b.customer_id = c.id AND b.value = c.${column})`,
        ).join(' UNION ALL '),
      )
      .pluck()
      .all(),
  );

/** Somebody with whom a number is refused. */
export interface Refusing {
  readonly e164: string;
  readonly id: number;
  readonly name: string;
}

/** With whom each of these numbers (E.164) is refused, by id. */
export const refusingOf = (db: Store, numbers: readonly string[]): Refusing[] =>
  db
    .prepare<
      { numbers: string },
      {
        e164: string;
        id: number;
        first_name: string | null;
        last_name: string | null;
        business_name: string | null;
      }
    >(
      `SELECT DISTINCT r.e164, r.id, c.first_name, c.last_name, c.business_name
       FROM (${REFUSING}) r CROSS JOIN customer c ON c.id = r.id ORDER BY r.id`,
    )
    .all({ numbers: JSON.stringify(numbers) })
    .map(({ e164, id, ...name }) => ({ e164, id, name: customerName(name) }));
