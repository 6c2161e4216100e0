/** Buyers whom nobody who is still here sold a car to. */

import type { Day } from '../domain/day.ts';
import type { Store } from './engine/store.ts';

/**
 * Only the customers of those who left, and those of whose sales one names nobody, are looked at: of them no sale, not unwound, up
 * to the day may be credited with somebody who is here on it.
 */
const UNCLAIMED = `WITH doubtful(customer_id) AS (
    SELECT c.customer_id FROM salesperson p CROSS JOIN sale_salesperson c ON c.salesperson_id = p.id
      WHERE p.left_on <= :day
    UNION SELECT s.customer_id FROM sale s WHERE NOT EXISTS (SELECT 1 FROM sale_salesperson c WHERE c.sale_id = s.id))
  SELECT d.customer_id FROM doubtful d WHERE NOT EXISTS
    (SELECT 1 FROM sale o CROSS JOIN sale_salesperson c ON c.sale_id = o.id CROSS JOIN salesperson p ON p.id = c.salesperson_id
     WHERE o.customer_id = d.customer_id AND o.status = 'sold' AND o.sold_on <= :day
       AND (p.left_on IS NULL OR :day < p.left_on))
  ORDER BY d.customer_id`;

/** Ids, ascending: nobody else can be the house's, unless they were given to it. */
export const unclaimed = (db: Store, day: Day): number[] =>
  db.prepare<{ day: Day }, number>(UNCLAIMED).pluck().all({ day });
