/** Wishes for a car as they are taken down and ended, each with its entry in one transaction. */

import type { Acting } from '../../domain/acting.ts';
import type { CarWish } from '../../domain/car-wish.ts';
import type { Day } from '../../domain/day.ts';
import type { Store } from '../engine/store.ts';
import { addEntry } from './entry-log.ts';

/** Gives the number of its entry, which is the wish's own. */
export function recordWish(
  db: Store,
  acting: Acting,
  { customerId, text, terms, on, until }: Omit<CarWish, 'id' | 'endedOn' | 'boughtOn'>,
): number {
  return db
    .transaction(() => {
      const id = addEntry(db, acting, { customerId, action: 'wish', details: { text, terms, on, until } });
      db.prepare(
        `INSERT INTO wish (id, customer_id, text, wished_on, until_on, make, model, year_from, year_to, price_cents, odometer, condition)
         VALUES (:id, :customerId, :text, :on, :until, :make, :model, :year_from, :year_to, :price_cents, :odometer, :condition)`,
      ).run({ id, customerId, text, on, until, ...terms });
      return id;
    })
    .immediate();
}

/** @param on the first day it is wished for no more. Gives the number of the entry. */
export function recordWishEnd(
  db: Store,
  acting: Acting,
  { id: wish, customerId, text }: Pick<CarWish, 'id' | 'customerId' | 'text'>,
  on: Day,
): number {
  return db
    .transaction(() => {
      const id = addEntry(db, acting, { customerId, action: 'wish', details: { wish, text, on } });
      db.prepare('INSERT INTO wish_end (id, wish_id, ended_on) VALUES (:id, :wish, :on)').run({
        id,
        wish,
        on,
      });
      return id;
    })
    .immediate();
}
