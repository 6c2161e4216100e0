/** When a customer is due next, whatever was said to them. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import { anchorsOf } from './anchors.ts';
import { firstDueFrom } from './occurrences.ts';
import { openTouches, salesFor } from './open-touches.ts';
import { salesInForce } from './sales-in-force.ts';
import { dueDaysOpen } from './windows.ts';

/**
 * The due day of the earliest planned occurrence that has not closed before `day`, as tries have put its closing off; null
 * when nothing is planned any more.
 */
export function nextDueOn(plan: Plan, facts: CustomerFacts, day: Day): Day | null {
  let next: Day | null = null;
  const consider = (on: Day | undefined): void => {
    if (on !== undefined && (next === null || on < next)) next = on;
  };
  // without a contact nothing is put off: what is open is found below
  if (facts.contacts.length > 0)
    for (const { occurrence } of openTouches(plan, facts, day))
      if (occurrence.planned !== null) consider(occurrence.dueOn);
  const inForce = salesInForce(facts.sales, day);
  for (const touch of plan.touches)
    for (const sale of salesFor(touch, inForce, facts, day)) {
      const anchors = anchorsOf(plan, touch, sale, facts, day);
      const { from } = dueDaysOpen(plan.working, touch, { from: day, to: day });
      if (anchors.days.length > 0) consider(firstDueFrom(plan, touch, anchors, sale, from)?.dueOn);
    }
  return next;
}
