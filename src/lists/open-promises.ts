/** The promises that stand: what was promised for each day, until somebody has spoken with the customer on it or after. */

import type { StandingPromise } from '../domain/call-list.ts';
import { type Contact, makerOf } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import { promisesOf } from '../touches/promises.ts';

export interface OpenPromise {
  readonly promisedFor: Day;
  /** the contact in which it was made; its id is that of the promise */
  readonly contact: Contact;
  readonly state: StandingPromise['state'];
}

/** Everything promised up to `day` that has not ended, by the day promised, then as it was made. */
export const openPromises = (facts: CustomerFacts, day: Day): OpenPromise[] =>
  promisesOf(facts, day)
    .filter(({ endedOn }) => endedOn === null)
    .map(({ contact, dueOn }) => ({
      promisedFor: dueOn,
      contact,
      state: dueOn > day ? 'coming' : dueOn === day ? 'today' : 'broken',
    }));

/** The same as they stand beside a call. */
export const standingPromises = (facts: CustomerFacts, day: Day): StandingPromise[] =>
  openPromises(facts, day).map(({ promisedFor, contact, state }) => ({
    id: contact.id,
    promised_for: promisedFor,
    made_on: contact.on,
    text: contact.note,
    ...makerOf(contact),
    state,
  }));
