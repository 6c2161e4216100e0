/** The promises that stand: what was promised for each day, until somebody has spoken with the customer on it or after. */

import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import { contactsUntil } from '../touches/open-touches.ts';
import { settlementOf } from '../touches/settlement.ts';

export interface OpenPromise {
  readonly promisedFor: Day;
  /** the contact in which it was made; of several that say the same for one day the last */
  readonly contact: Contact;
  readonly state: 'broken' | 'today' | 'coming';
}

/** Everything promised up to `day` that nothing has settled since, by the day promised. On the call list the latest one counts. */
export function openPromises(plan: Plan, facts: CustomerFacts, day: Day): OpenPromise[] {
  const contacts = contactsUntil(facts.contacts, day);
  const open = new Map<string, OpenPromise>();
  for (const contact of contacts) {
    const { nextOn } = contact;
    if (nextOn === null) continue;
    if (nextOn <= day && settlementOf(contacts, nextOn, day, plan.tries) !== null) continue;
    const state = nextOn > day ? 'coming' : nextOn === day ? 'today' : 'broken';
    open.set(`${nextOn} ${contact.note ?? ''}`, { promisedFor: nextOn, contact, state });
  }
  return [...open.values()].sort((a, b) =>
    a.promisedFor < b.promisedFor ? -1 : a.promisedFor > b.promisedFor ? 1 : a.contact.id - b.contact.id,
  );
}
