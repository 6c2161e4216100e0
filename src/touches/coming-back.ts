/** When a customer can be on a list again after a contact, by everything that stands by then. */

import type { Withheld } from '../domain/call-list.ts';
import { type Contact, isAttempt, isSettling } from '../domain/contact.ts';
import { addDays, type Day } from '../domain/day.ts';
import { type CustomerFacts, mayBeCalled } from '../domain/facts.ts';
import { type Plan, PROMISE } from '../domain/plan.ts';
import { openTouches } from './open-touches.ts';
import { promisesOf } from './promises.ts';
import { retryDaysOf } from './settlement.ts';
import { leftAlone } from './withholding.ts';

export interface ComingBack {
  /**
   * On no list before this day, but for what opens meanwhile where it is a promise that brings them back; null when nothing
   * that is open does.
   */
  readonly on: Day | null;
  /** it is a day to come, which we promised */
  readonly promised: boolean;
  /** why they are on no list whatever the day */
  readonly never: {
    readonly why: Extract<Withheld, 'do-not-contact' | 'no-way-to-reach'>;
    readonly by_registry: boolean;
  } | null;
}

/** Looked at day by day, for a promise can fall into a rest, and a rest into the wait after a try. */
export function comingBack(
  plan: Plan,
  facts: CustomerFacts,
  contact: Pick<Contact, 'on' | 'outcome'>,
): ComingBack {
  const back = { on: null, promised: false, never: null };
  if (!mayBeCalled(facts))
    return { ...back, never: { why: 'do-not-contact', by_registry: !facts.doNotCall && !facts.refused } };
  if (!facts.reachable) return { ...back, never: { why: 'no-way-to-reach', by_registry: false } };
  const { on, outcome } = contact;
  const retry = isAttempt(outcome) ? addDays(on, retryDaysOf(plan, null, outcome)) : on;
  for (let day = on; ; ) {
    const open = openTouches(plan, facts, day);
    const due = open.flatMap(({ occurrence, fate }) => (fate.state === 'due' ? occurrence : []));
    if (due.length > 0)
      return {
        ...back,
        on: day,
        promised: day > on && due.some(({ touch, dueOn }) => touch === PROMISE && dueOn === day),
      };
    const rest = leftAlone(plan, facts, day);
    const waits = open.some(({ fate }) => fate.state === 'withheld' && fate.withholding.until !== null);
    if (rest === null && !waits && day >= retry) {
      if (isSettling(outcome)) return { ...back, on: day };
      const promised = nextPromise(facts, day);
      if (promised === null) return back;
      day = promised;
      continue;
    }
    day = addDays(day, 1);
  }
}

const nextPromise = (facts: CustomerFacts, day: Day): Day | null =>
  promisesOf(facts, day).find(({ state }) => state === 'coming')?.dueOn ?? null;
