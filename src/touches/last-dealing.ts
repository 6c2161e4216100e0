/** The last time a customer and the store did business with each other: what the law counts a relationship from. */

import type { Day } from '../domain/day.ts';
import type { SaleFacts } from '../domain/facts.ts';

/**
 * The latest delivery (else sale), or closed repair order of a car while it was the customer's, on or before `day`;
 * null when there is none. Lease and loan payments go to a lender and count for nothing.
 */
export function lastDealing(sales: readonly SaleFacts[], day: Day): Day | null {
  let last: Day | null = null;
  for (const { status, soldOn, anchorOn, goneOn, servicedOn } of sales) {
    if (status !== 'sold' || soldOn > day) continue;
    const bought = anchorOn <= day ? anchorOn : soldOn;
    const serviced = servicedOn.findLast(
      (on) => on >= soldOn && on <= day && (goneOn === null || on < goneOn),
    );
    const latest = serviced !== undefined && serviced > bought ? serviced : bought;
    if (last === null || latest > last) last = latest;
  }
  return last;
}
