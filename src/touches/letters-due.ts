/** For which occurrences of a touch a customer may be written to on a day. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import type { Occurrence } from './occurrences.ts';
import { openTouches } from './open-touches.ts';

/**
 * What is due for a call, and what only the lack of a telephone keeps off the list. Whoever asked not to be called
 * is not written to either: the wish to be left alone is taken as a whole.
 */
export const lettersDue = (plan: Plan, facts: CustomerFacts, touch: string, day: Day): Occurrence[] =>
  openTouches(plan, facts, day)
    .filter(
      ({ occurrence, fate }) =>
        occurrence.touch === touch &&
        (fate.state === 'due' || (fate.state === 'withheld' && fate.withholding.why === 'no-way-to-reach')),
    )
    .map(({ occurrence }) => occurrence);
