/** What the contacts made of one occurrence of the plan. */

import { type AttemptOutcome, type Contact, isAttempt, isSettling } from '../domain/contact.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { Plan, Touch } from '../domain/plan.ts';
import { businessDayFrom, lastWorkingDayBefore } from '../domain/working-days.ts';
import type { Occurrence } from './occurrences.ts';

/** The contact that ended an occurrence: somebody was spoken with, or it was the last try. */
export interface Settlement {
  readonly state: 'settled' | 'not-reached';
  readonly contact: Contact;
}

/** A try that counted, and the first day on which the customer may be tried again. */
export interface CountedTry {
  readonly contact: Contact;
  readonly until: Day;
}

export interface Course {
  /** the occurrence with the day it closes, later than planned where a try put it off */
  readonly occurrence: Occurrence;
  /** null while it stands */
  readonly settlement: Settlement | null;
  readonly tries: readonly CountedTry[];
}

export const retryDaysOf = (
  { retryDays }: Pick<Plan, 'retryDays'>,
  touch: Touch | null,
  outcome: AttemptOutcome,
): number => touch?.retryDays ?? retryDays[outcome];

/**
 * Follows an occurrence of the plan through `contacts`, which ascend by day: those of one day count as one try. Each try made
 * while it is open keeps it open until the first business day on which the customer may be tried again; the last one
 * gives it up.
 */
export function courseOf(plan: Plan, occurrence: Occurrence, contacts: readonly Contact[]): Course {
  const { opensOn, planned } = occurrence;
  const tries: CountedTry[] = [];
  let { closesOn } = occurrence;
  let days = 0;
  let last: Day | null = null;
  let settlement: Settlement | null = null;
  for (const contact of contacts) {
    const { on, outcome } = contact;
    if (on < opensOn) continue;
    if ((settlement !== null && on > settlement.contact.on) || (closesOn !== null && on > closesOn)) break;
    if (isSettling(outcome)) {
      settlement = { state: 'settled', contact };
      break;
    }
    if (!isAttempt(outcome)) continue;
    const until = addDays(on, retryDaysOf(plan, planned, outcome));
    tries.push({ contact, until });
    if (on !== last) days += 1;
    last = on;
    if (days >= plan.tries) settlement = { state: 'not-reached', contact };
    else if (closesOn !== null) {
      const open = businessDayFrom(plan.working, until);
      if (open > closesOn) closesOn = open;
    }
  }
  return {
    occurrence: closesOn === occurrence.closesOn ? occurrence : { ...occurrence, closesOn },
    settlement,
    tries,
  };
}

/** The longest wait after any try there is. */
const longestRetry = ({ retryDays, touches }: Plan): number =>
  Math.max(...Object.values(retryDays), ...touches.map((touch) => touch.retryDays ?? 0));

/**
 * The earliest day on which the last try could have been made that keeps something open on `day`: a day whose next working day, once the
 * longest wait is over, is no earlier.
 */
export function earliestTry(plan: Plan, day: Day): Day {
  const opened = lastWorkingDayBefore(plan.working, day);
  return addDays(opened, 1 - longestRetry(plan));
}

/**
 * The earliest day from which tries could bear on `day`: one after the other kept something open until then. `contacts` are those
 * up to `day`, ascending.
 */
export function triedSince(plan: Plan, contacts: readonly Contact[], day: Day): Day {
  let since = day;
  const longest = longestRetry(plan);
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i];
    if (contact === undefined || !isAttempt(contact.outcome)) continue;
    if (businessDayFrom(plan.working, addDays(contact.on, longest)) < since) break;
    since = contact.on;
  }
  return since;
}
