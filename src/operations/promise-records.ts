/** Promises, record by record, as they are exported. */

import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import type { PromiseRecord } from '../domain/promise-record.ts';
import type { SalespersonName } from '../domain/salesperson.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { promisedTo } from '../store/contacts.ts';
import { promisesOf } from '../touches/promises.ts';
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
    by: nameOf(contact, salespeople),
    state,
    ended_on: endedOn,
  }));

function nameOf(
  { salespersonId, by }: Pick<Contact, 'salespersonId' | 'by'>,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): SalespersonName | null {
  const person = salespeople.get(salespersonId ?? -1);
  if (person !== undefined) return { code: person.code, name: person.name };
  return by === null ? null : { code: null, name: by };
}
