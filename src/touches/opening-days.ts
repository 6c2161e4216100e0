/** The days on which something will open for one customer, whatever comes of it, as far as can be told today. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import { needsNoSale, type Plan } from '../domain/plan.ts';
import { anchorsOf } from './anchors.ts';
import { knownOn } from './known-on.ts';
import { occurrencesDue } from './occurrences.ts';
import { salesFor } from './open-touches.ts';
import { salesInForce } from './sales-in-force.ts';
import { dueDaysOpening } from './windows.ts';

export interface OpeningDays {
  readonly opens: ReadonlySet<Day>;
  readonly due: ReadonlySet<Day>;
}

/**
 * The days from `day` to `to` (both included) on which at least one occurrence opens, or is due. Anchors are those known on
 * `day`; a sale must be in force on the day itself, as far as is known, so that a lease that runs out brings nothing more.
 * Contacts are not looked at, and of several occurrences of one touch each counts.
 */
export function openingDays(plan: Plan, facts: CustomerFacts, day: Day, to: Day): OpeningDays {
  const known = knownOn(facts, day);
  const inForce = salesInForce(known.sales, day);
  const opens = new Set<Day>();
  const due = new Set<Day>();
  for (const touch of plan.touches) {
    const on = (wanted: Day) => salesFor(touch, salesInForce(inForce, wanted), known, wanted);
    for (const sale of needsNoSale(touch) ? [null] : inForce) {
      const anchors = anchorsOf(plan, touch, sale, known, day);
      for (const { opensOn, dueOn } of occurrencesDue(plan, touch, anchors, sale, {
        from: earlier(day, dueDaysOpening(plan.working, touch, { from: day, to }).from),
        to: later(to, dueDaysOpening(plan.working, touch, { from: day, to }).to),
      })) {
        if (opensOn >= day && opensOn <= to && on(opensOn).includes(sale)) opens.add(opensOn);
        if (dueOn >= day && dueOn <= to && on(dueOn).includes(sale)) due.add(dueOn);
      }
    }
  }
  return { opens, due };
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);
