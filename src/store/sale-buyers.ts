/** Sales by who bought: to read their facts. */

import type { Day } from '../domain/day.ts';
import { PAGE } from './engine/pages.ts';
import type { Store } from './engine/store.ts';

export interface SaleBuyer {
  readonly id: number;
  readonly customerId: number;
}

/** Every sale, by its number, a page at a time. */
export function* salesWithBuyers(db: Store): Generator<readonly SaleBuyer[]> {
  const read = db.prepare<[number, number], SaleBuyer>(
    'SELECT id, customer_id AS customerId FROM sale WHERE id > ? ORDER BY id LIMIT ?',
  );
  for (let last = 0; ; ) {
    const page = read.all(last, PAGE);
    if (page.length === 0) return;
    yield page;
    last = page.at(-1)?.id ?? last;
  }
}

/** Those made from one day to another, both included; not those unwound. */
export const salesSoldIn = (db: Store, span: { readonly from: Day; readonly to: Day }): SaleBuyer[] =>
  db
    .prepare<{ from: Day; to: Day }, SaleBuyer>(
      "SELECT id, customer_id AS customerId FROM sale WHERE sold_on BETWEEN :from AND :to AND status = 'sold' ORDER BY id",
    )
    .all({ from: span.from, to: span.to });
