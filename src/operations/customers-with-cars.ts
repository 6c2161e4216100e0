/** How many customers with a car of ours each salesperson looks after. */

import type { Day } from '../domain/day.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import type { Store } from '../store/engine/store.ts';
import { ownershipFacts } from '../store/ownership-facts.ts';
import { ownerOf } from '../touches/owner.ts';
import { isInForce } from '../touches/sales-in-force.ts';

/** By owner, of whoever has a car in force on the day. @param without ids of customers who are not counted */
export function customersWithCars(
  db: Store,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
  without: Pick<ReadonlySet<number>, 'has'>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const facts of ownershipFacts(db, day)) {
    if (without.has(facts.id) || !facts.sales.some((sale) => isInForce(sale, day))) continue;
    const ownerId = ownerOf(facts, salespeople, day);
    if (ownerId !== null) counts.set(ownerId, (counts.get(ownerId) ?? 0) + 1);
  }
  return counts;
}
