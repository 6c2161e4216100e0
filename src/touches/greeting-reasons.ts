/** What of the plan may be said to a customer who is in the building anyway. */

import { addDays, type Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import { anchorsOf } from './anchors.ts';
import { knownOn } from './known-on.ts';
import { type Occurrence, occurrencesDue } from './occurrences.ts';
import { openTouches, salesFor } from './open-touches.ts';
import { salesInForce } from './sales-in-force.ts';
import { dueDaysOpening } from './windows.ts';

/** They come every half year: what opens before they are here again is said now. */
const AHEAD_DAYS = 60;

/**
 * What is open, whatever withholds it from a call list, and what opens within two months, in no order. Of what is open of one
 * touch and sale only the one that counts; what is settled or given up is left out.
 */
export function greetingReasons(plan: Plan, facts: CustomerFacts, day: Day): Occurrence[] {
  const known = knownOn(facts, day);
  const open = openTouches(plan, known, day).flatMap(({ occurrence, fate }) =>
    occurrence.planned !== null && (fate.state === 'due' || fate.state === 'withheld') ? occurrence : [],
  );
  return [...open, ...opensSoon(plan, known, day)];
}

function opensSoon(plan: Plan, known: CustomerFacts, day: Day): Occurrence[] {
  const inForce = salesInForce(known.sales, day);
  const until = addDays(day, AHEAD_DAYS);
  return plan.touches.flatMap((touch) => {
    const due = dueDaysOpening(plan.working, touch, { from: addDays(day, 1), to: until });
    return salesFor(touch, inForce, known, day).flatMap((sale) =>
      occurrencesDue(plan, touch, anchorsOf(plan, touch, sale, known, day), sale, due).filter(
        ({ opensOn }) => day < opensOn && opensOn <= until,
      ),
    );
  });
}
