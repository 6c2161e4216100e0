/** What customers would like to drive next. */

import type { CarWish, WishTerms } from '../domain/car-wish.ts';
import type { WishFacts } from '../domain/facts.ts';
import type { SalespersonName } from '../domain/salesperson.ts';
import type { StockCar } from '../domain/stock-car.ts';
import { fitting, isSureOfKind } from '../domain/stock-match.ts';
import { addTo } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { stockOnFile } from './stock.ts';

interface Row extends Omit<CarWish, 'terms'>, WishTerms {}

/** A wish on file, and who took it down. */
export interface WishOnFile extends CarWish {
  readonly by: SalespersonName;
}

const COLUMNS = `w.id, w.customer_id AS customerId, w.text, w.wished_on AS "on", w.until_on AS until, e.ended_on AS endedOn,
  w.make, w.model, w.year_from, w.year_to, w.price_cents, w.odometer, w.condition,
  (SELECT min(s.sold_on) FROM sale s WHERE s.customer_id = w.customer_id AND s.status = 'sold'
    AND s.sold_on >= w.wished_on) AS boughtOn`;

/** By number. @param id only this one */
export function wishesOnFile(db: Store, id: number | null = null): WishOnFile[] {
  return db
    .prepare<{ id: number | null }, Row & { code: string | null; name: string }>(
      `SELECT ${COLUMNS}, p.code, coalesce(p.name, j."by") AS name FROM wish w LEFT JOIN wish_end e ON e.wish_id = w.id
       JOIN journal j ON j.id = w.id LEFT JOIN entry d ON d.id = w.id LEFT JOIN salesperson p ON p.id = d.salesperson_id
       WHERE :id IS NULL OR w.id = :id ORDER BY w.id`,
    )
    .all({ id })
    .map(({ code, name, ...row }) => ({ ...wishOf(row), by: { code, name } }));
}

/** Those of the customers, by number. */
export const wishesOf = (db: Store, customerIds: readonly number[]): CarWish[] =>
  db
    .prepare<[string], Row>(
      `SELECT ${COLUMNS} FROM ${eachOf('?', 'i')} CROSS JOIN wish w ON w.customer_id = i.value
       LEFT JOIN wish_end e ON e.wish_id = w.id ORDER BY w.id`,
    )
    .all(JSON.stringify(customerIds))
    .map(wishOf);

/** What they wish for, with the cars that fit, for the customers asked for. */
export function wishFactsReader(db: Store): (customerIds: readonly number[]) => Map<number, WishFacts[]> {
  let stock: readonly StockCar[] | null = null;
  return (ids) => {
    const wishes = wishesOf(db, ids);
    if (wishes.length > 0) stock ??= stockOnFile(db);
    const found = new Map<number, WishFacts[]>();
    for (const { customerId, id, on, until, endedOn, terms } of wishes)
      addTo(found, customerId, { id, on, until, endedOn, cars: fittingOf(terms, stock ?? []) });
    return found;
  };
}

const fittingOf = (terms: WishTerms, stock: readonly StockCar[]): WishFacts['cars'] =>
  stock.flatMap((car) => {
    const fits = fitting(terms, car);
    if (fits === null || !isSureOfKind(terms, fits)) return [];
    return { seenOn: car.first_seen_on, goneOn: car.gone_on };
  });

const wishOf = (row: Row): CarWish => {
  const { make, model, year_from, year_to, price_cents, odometer, condition, ...wish } = row;
  return { ...wish, terms: { make, model, year_from, year_to, price_cents, odometer, condition } };
};
