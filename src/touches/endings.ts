/** What ended on a day without anybody having been spoken with: closed although nobody had tried, or given up. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import type { Occurrence } from './occurrences.ts';
import { contactsUntil, type Fate, openTouches } from './open-touches.ts';
import { courseOf } from './settlement.ts';

export interface Endings {
  /** `wasHeld` = a rule kept it off the list on its last day */
  readonly closedUncalled: readonly { readonly occurrence: Occurrence; readonly wasHeld: boolean }[];
  /** the last of the tries was made on the day */
  readonly givenUp: readonly Occurrence[];
}

/**
 * By what was known at the end of `day`. Nothing of a customer who may not be called closes uncalled, and nothing that
 * a later occurrence stood in for.
 */
export function endingsOn(plan: Plan, facts: CustomerFacts, day: Day): Endings {
  const contacts = contactsUntil(facts.contacts, day);
  const planned = openTouches(plan, facts, day).filter(({ occurrence }) => occurrence.planned !== null);
  return {
    closedUncalled: planned
      .filter(({ occurrence, fate }) => occurrence.closesOn === day && mightHaveBeenCalled(fate))
      .filter(({ occurrence }) => courseOf(plan, occurrence, contacts).tries.length === 0)
      .map(({ occurrence, fate }) => ({ occurrence, wasHeld: fate.state === 'withheld' })),
    givenUp: planned.flatMap(({ occurrence, fate }) =>
      fate.state === 'not-reached' && fate.contact.on === day ? occurrence : [],
    ),
  };
}

const mightHaveBeenCalled = (fate: Fate): boolean =>
  fate.state === 'due' || (fate.state === 'withheld' && fate.withholding.why !== 'do-not-contact');
