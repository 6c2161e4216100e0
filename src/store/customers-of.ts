/** Who may be, or have been, a salesperson's customer. */

import type { Store } from './engine/store.ts';

const OF = `SELECT c.customer_id FROM sale_salesperson c WHERE c.salesperson_id = :id
  UNION SELECT c.co_buyer_id FROM sale_salesperson c WHERE c.salesperson_id = :id AND c.co_buyer_id IS NOT NULL
  UNION SELECT g.customer_id FROM giving g WHERE g.salesperson_id = :id
  UNION SELECT k.customer_id FROM contact k WHERE k.next_on IS NOT NULL AND k.salesperson_id = :id ORDER BY 1`;

/**
 * Ids, ascending: of buyers and co-buyers of the sales they are credited with, of whoever was given to them, and to whom they
 * promised something.
 */
export const customersOf = (db: Store, salespersonId: number): number[] =>
  db.prepare<{ id: number }, number>(OF).pluck().all({ id: salespersonId });
