/** Buyers whom nobody who is still here sold a car to. */

import type { Day } from '../domain/day.ts';
import type { Store } from './engine/store.ts';

/** Sales, not unwound, up to the day; nobody credited with one of the buyer's is here on it. */
const UNCLAIMED = `SELECT DISTINCT s.customer_id FROM sale s WHERE s.status = 'sold' AND s.sold_on <= :day AND NOT EXISTS
    (SELECT 1 FROM sale o CROSS JOIN sale_salesperson c ON c.sale_id = o.id CROSS JOIN salesperson p ON p.id = c.salesperson_id
     WHERE o.customer_id = s.customer_id AND o.status = 'sold' AND o.sold_on <= :day
       AND (p.left_on IS NULL OR :day < p.left_on))
  ORDER BY s.customer_id`;

/** Ids, ascending: nobody else can be the house's, unless they were given to it. */
export const unclaimed = (db: Store, day: Day): number[] =>
  db.prepare<{ day: Day }, number>(UNCLAIMED).pluck().all({ day });
