/** The promises that stand: what was promised for each day, until somebody has spoken with the customer on it or after. */

import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import { promisesOf } from '../touches/promises.ts';

export interface OpenPromise {
  readonly promisedFor: Day;
  /** the contact in which it was made; its id is that of the promise */
  readonly contact: Contact;
  readonly state: 'broken' | 'today' | 'coming';
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
