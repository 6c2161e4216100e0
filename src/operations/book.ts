/** The customers one salesperson, or the house, looks after. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import type { Store } from '../store/engine/open-store.ts';
import { buyers } from '../store/reachability.ts';
import { ownerOf } from '../touches/owner.ts';

/** What is known of each customer `salespersonId` owns on `day`, ascending by id; null = the house's. */
export function bookOf(db: Store, salespersonId: number | null, day: Day): CustomerFacts[] {
  const salespeople = salespeopleById(db);
  return [...callFacts(db, buyers(db, salespersonId))].filter(
    (facts) => ownerOf(facts, salespeople, day) === salespersonId,
  );
}
