/** Promises, record by record, as they are exported. */

import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import type { PromiseRecord } from '../domain/promise-record.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { promisedTo } from '../store/contacts.ts';
import { promisesOf } from '../touches/promises.ts';
import { salespersonNamed } from './salesperson-named.ts';
import type { Session } from './session.ts';

/** Every promise made up to the day, ascending by id. */
export function promiseRecords({ store: db, day }: Session): PromiseRecord[] {
  const salespeople = salespeopleById(db);
  return [...callFacts(db, promisedTo(db))]
    .flatMap((facts) => promisesTo(facts, salespeople, day))
    .sort((a, b) => a.id - b.id);
}

/** Those made to one customer, by the day promised, then as they were made. */
export const promisesTo = (
  facts: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): PromiseRecord[] =>
  promisesOf(facts, day).map(({ contact, dueOn, state, endedOn }) => ({
    id: contact.id,
    customer_id: facts.id,
    given_on: contact.on,
    on: dueOn,
    text: contact.note,
    ...givenBy(contact, salespeople),
    state,
    ended_on: endedOn,
  }));

function givenBy(
  { salespersonId, by, for: forWhom }: Pick<Contact, 'salespersonId' | 'by' | 'for'>,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): Pick<PromiseRecord, 'by' | 'for'> {
  const person = salespersonNamed(salespeople, salespersonId);
  const named = by === null ? null : { code: null, name: by };
  return forWhom === undefined ? { by: person ?? named, for: null } : { by: named, for: person };
}
