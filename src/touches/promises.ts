/** The days on which we said we would be in touch. */

import { type Contact, isAttempt, isSettling, SNOOZED } from '../domain/contact.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import { type Plan, PROMISE } from '../domain/plan.ts';
import { firstWords } from './label.ts';
import type { Occurrence } from './occurrences.ts';
import { retryDaysOf } from './settlement.ts';

/** Above every touch of a plan: those go to 100. */
const PROMISE_PRIORITY = 101;

export const PROMISE_LABEL = 'Promised to be in touch';

function labelOf(note: string | null): string {
  const words = firstWords(note ?? '');
  return words === '' ? PROMISE_LABEL : `Promised: ${words}`;
}

/** A contact with a day on which we are to be in touch again, and what became of it. */
export interface Promised {
  readonly contact: Contact;
  readonly dueOn: Day;
  /** `kept` = somebody spoke with the customer on the day or after; `done` = somebody said so */
  readonly state: 'coming' | 'open' | 'kept' | 'done';
  readonly endedOn: Day | null;
  /** the talk that kept it */
  readonly keptBy: Contact | null;
}

/** Every promise of the customer as it stands on `day`; by the day promised, then as they were made. */
export function promisesOf(
  { contacts, promiseEnds }: Pick<CustomerFacts, 'contacts' | 'promiseEnds'>,
  day: Day,
): Promised[] {
  const made: Promised[] = [];
  for (const contact of contacts) {
    const { nextOn: dueOn } = contact;
    if (dueOn === null || contact.outcome === SNOOZED || contact.on > day) continue;
    const keptBy =
      contacts.find(({ on, outcome }) => dueOn <= on && on <= day && isSettling(outcome)) ?? null;
    const done = promiseEnds.find(({ promise, on }) => promise === contact.id && on <= day) ?? null;
    if (done !== null && (keptBy === null || done.on <= keptBy.on))
      made.push({ contact, dueOn, state: 'done', endedOn: done.on, keptBy: null });
    else if (keptBy !== null) made.push({ contact, dueOn, state: 'kept', endedOn: keptBy.on, keptBy });
    else made.push({ contact, dueOn, state: dueOn > day ? 'coming' : 'open', endedOn: null, keptBy: null });
  }
  return made.length < 2 ? made : made.sort(earlierFirst);
}

const earlierFirst = (a: Promised, b: Promised): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.contact.id - b.contact.id;

/** Whom many tries did not reach is tried once a week for what was promised: it is not given up. */
const AFTER_MANY_TRIES_DAYS = 7;

export interface PromiseHidden {
  readonly contact: Contact;
  readonly until: Day;
}

/** The try that hides an open promise on `day`; null when none does. `contacts` ascend by day. */
export function hiddenPromise(
  plan: Plan,
  dueOn: Day,
  contacts: readonly Contact[],
  day: Day,
): PromiseHidden | null {
  let found: PromiseHidden | null = null;
  let days = 0;
  let last: Day | null = null;
  for (const contact of contacts) {
    const { on, outcome } = contact;
    if (on < dueOn || on > day || !isAttempt(outcome)) continue;
    if (on !== last) days += 1;
    last = on;
    const wait = days > plan.tries ? AFTER_MANY_TRIES_DAYS : retryDaysOf(plan, null, outcome);
    const until = addDays(on, wait);
    if (day < until && (found === null || found.until < until)) found = { contact, until };
  }
  return found;
}

/** @param open how many are open on the day asked for */
export const promiseOccurrence = ({ contact, dueOn }: Promised, open: number): Occurrence => ({
  touch: PROMISE,
  label: labelOf(contact.note),
  dueOn,
  opensOn: dueOn,
  closesOn: null,
  saleId: null,
  number: open,
  estimated: false,
  endsOn: null,
  anchorOn: null,
  paced: null,
  notes: [],
  kind: 'care',
  priority: PROMISE_PRIORITY,
  script: null,
  planned: null,
});
