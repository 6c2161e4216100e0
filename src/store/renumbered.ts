/** Which customer an id of the past stands for now. */

import { isEmpty } from './engine/rows.ts';
import type { Store } from './engine/store.ts';

/** The old record is the customer again as soon as it has the newer deal. */
const NOW = `SELECT to_id FROM renumbered r WHERE from_id = ? AND NOT EXISTS (SELECT 1 FROM sale s
  WHERE s.customer_id = r.from_id AND s.status = 'sold'
    AND s.sold_on > (SELECT max(o.sold_on) FROM sale o WHERE o.customer_id = r.to_id AND o.status = 'sold'))`;

/** The id itself unless the DMS gave the customer another number since, and with it their deals. */
export function currentCustomer(db: Store, id: number): number {
  if (isEmpty(db, 'renumbered')) return id;
  const now = db.prepare<[number], number>(NOW).pluck();
  const seen = new Set([id]);
  for (let current = id; ; ) {
    const next = now.get(current);
    if (next === undefined || seen.has(next)) return current;
    seen.add(next);
    current = next;
  }
}
