/** The occurrences one sale will bring over a stretch of time, whatever comes of them. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts } from '../domain/facts.ts';
import { needsNoSale, type Plan } from '../domain/plan.ts';
import { anchorsOf } from './anchors.ts';
import { type Occurrence, occurrencesDue } from './occurrences.ts';
import { isMeantFor } from './sales-in-force.ts';

/**
 * Occurrences due from `from` to `to` (both included), ascending by due day, then in the order of the plan. Left out:
 * what closes before the sale, what opens once the car is gone, and
 * what counts from no sale.
 * @param day what is known by then
 */
export function calendarOf(
  plan: Plan,
  sale: SaleFacts,
  buyer: CustomerFacts,
  from: Day,
  to: Day,
  day: Day = to,
): Occurrence[] {
  if (sale.status !== 'sold') return [];
  const { soldOn, goneOn } = sale;
  return plan.touches
    .filter((touch) => !needsNoSale(touch) && isMeantFor(touch, sale))
    .flatMap((touch) =>
      occurrencesDue(plan, touch, anchorsOf(plan, touch, sale, buyer, day), sale, { from, to }),
    )
    .filter(({ closesOn }) => closesOn === null || closesOn >= soldOn)
    .filter(({ opensOn }) => goneOn === null || opensOn < goneOn)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
