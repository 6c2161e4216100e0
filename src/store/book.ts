/** Every customer a salesperson could own: a superset, which the rules of ownership then judge. */

import type { Store } from './open-store.ts';

/**
 * Ids of the customers a salesperson is credited with in any sale, ascending.
 * @param salespersonId null = every customer who bought: whoever has nobody is the house's
 */
export function customersSoldTo(db: Store, salespersonId: number | null): number[] {
  return db
    .prepare<{ salespersonId: number | null }, number>(
      `SELECT DISTINCT s.customer_id FROM sale s WHERE :salespersonId IS NULL OR EXISTS
       (SELECT 1 FROM sale_salesperson p WHERE p.sale_id = s.id AND p.salesperson_id = :salespersonId)
       ORDER BY s.customer_id`,
    )
    .pluck()
    .all({ salespersonId });
}
