/** The last time a customer and the store did business with each other: what the law counts a relationship from. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';

/**
 * The latest delivery (else sale) as buyer or co-buyer, or closed order that names the customer, on or before `day`;
 * null when there is none. Lease and loan payments go to a lender and count for nothing.
 */
export function lastDealing(
  { sales, coSigned, orderedOn }: Pick<CustomerFacts, 'sales' | 'coSigned' | 'orderedOn'>,
  day: Day,
): Day | null {
  let last = orderedOn.findLast((on) => on <= day) ?? null;
  for (const { status, soldOn, anchorOn } of [...sales, ...coSigned]) {
    if (status !== 'sold' || soldOn > day) continue;
    const bought = anchorOn <= day ? anchorOn : soldOn;
    if (last === null || bought > last) last = bought;
  }
  return last;
}
