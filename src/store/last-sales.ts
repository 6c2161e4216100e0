/** When each salesperson sold last. */

import type { Day } from '../domain/day.ts';
import type { Store } from './engine/store.ts';

/** By id of the salesperson, of the sales up to `day` that are not unwound. */
export const lastSales = (db: Store, day: Day): ReadonlyMap<number, Day> =>
  new Map(
    db
      .prepare<[Day], [salespersonId: number, on: Day]>(
        `SELECT c.salesperson_id, max(s.sold_on) FROM sale s CROSS JOIN sale_salesperson c ON c.sale_id = s.id
         WHERE s.status = 'sold' AND s.sold_on <= ? GROUP BY c.salesperson_id`,
      )
      .raw()
      .all(day),
  );
