/** Who asked not to be contacted, since when, and how we know. */

import type { Block } from '../domain/block.ts';
import { customerName, type DoNot } from '../domain/customer.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

/** Those whom a wish of the customer's reaches, by id. */
export const wishReaches = (
  db: Store,
  customerId: number,
): {
  readonly id: number;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
}[] =>
  db
    .prepare<
      [number],
      { id: number; first_name: string | null; last_name: string | null; business_name: string | null }
    >(
      `SELECT c.id, c.first_name, c.last_name, c.business_name FROM wish_reach r JOIN customer c ON c.id = r.customer_id
       WHERE r.through_id = ? ORDER BY c.id`,
    )
    .all(customerId);

interface Row extends Omit<Block, 'through'> {
  readonly customer_id: number;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
}

/** In the order call, text, e-mail, mail; their own first, then the earlier first. */
export const blocksOf = (db: Store, customerId: number): Block[] =>
  db
    .prepare<{ id: number }, Row>(
      `SELECT b.channel, b.since_on AS since, b.origin, i.file, b.why, coalesce(b.by, i.by) AS by,
         b.customer_id, c.first_name, c.last_name, c.business_name
       FROM block b JOIN customer c ON c.id = b.customer_id LEFT JOIN import i ON i.id = b.import_id
       WHERE b.customer_id = :id OR b.customer_id IN (SELECT through_id FROM wish_reach WHERE customer_id = :id)
       ORDER BY instr('call text email mail', b.channel), b.customer_id <> :id, b.since_on, b.origin, b.id`,
    )
    .all({ id: customerId })
    .map(({ customer_id, first_name, last_name, business_name, ...block }) => ({
      ...block,
      through:
        customer_id === customerId
          ? null
          : { id: customer_id, name: customerName({ first_name, last_name, business_name }) },
    }));

/** What these customers asked us not to do, by id. */
export function doNotOf(db: Store, ids: readonly number[]): Map<number, DoNot> {
  const rows = db
    .prepare<[string], [id: number, call: number, text: number, email: number, mail: number]>(
      `SELECT c.id, c.do_not_call, c.do_not_text, c.do_not_email, c.do_not_mail
       FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`,
    )
    .raw();
  return new Map(
    rows
      .all(JSON.stringify(ids))
      .map(([id, call, text, email, mail]) => [
        id,
        { call: call === 1, text: text === 1, email: email === 1, mail: mail === 1 },
      ]),
  );
}
