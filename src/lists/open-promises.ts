/** The promises that stand: one a customer, the one that counts, until somebody has spoken with them. */

import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { CustomerFacts } from '../touches/facts.ts';
import { contactsUntil } from '../touches/open-touches.ts';
import { settlementOf } from '../touches/settlement.ts';

export interface OpenPromise {
  readonly promisedFor: Day;
  /** the contact in which it was made */
  readonly contact: Contact;
  readonly state: 'broken' | 'today' | 'coming';
}

/** The latest day promised up to `day` that nothing has settled since; null when there is none. */
export function openPromise(plan: Plan, facts: CustomerFacts, day: Day): OpenPromise | null {
  const contacts = contactsUntil(facts.contacts, day);
  let found: OpenPromise | null = null;
  for (const contact of contacts) {
    const { nextOn } = contact;
    if (nextOn === null || (found !== null && nextOn < found.promisedFor)) continue;
    if (nextOn <= day && settlementOf(contacts, nextOn, day, plan.tries) !== null) continue;
    const state = nextOn > day ? 'coming' : nextOn === day ? 'today' : 'broken';
    found = { promisedFor: nextOn, contact, state };
  }
  return found;
}
