/** Promising a customer a day on which we will be in touch. */

import { promisesInNote } from '../contacts/promises-in-note.ts';
import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { NewContact } from '../domain/new-contact.ts';
import { CallDetails } from '../store/call-details.ts';
import { findCustomer } from '../store/find-customer.ts';
import { logContacts } from '../store/writing/contact-writer.ts';
import { endPromise } from '../store/writing/promise-ends.ts';
import { conventionalOrder } from '../values/conventional-order.ts';
import { judgedCustomers } from './call-permissions.ts';
import { consequencesOf } from './consequences-of-contacts.ts';
import { futureContact, refuseDayToCome } from './days-given.ts';
import type { ActingSession, Session } from './session.ts';

export interface PromiseMade {
  /** what was promised */
  readonly text: string;
  /** the day it was promised on */
  readonly madeOn: Day;
  readonly promisedFor: Day;
}

/** @param wanted as `findCustomer` takes it @throws Fault `unknown-customer`, `several-customers`, `future-contact` */
export function promiseContact(session: ActingSession, wanted: string, promise: PromiseMade) {
  const { store: db, acting } = session;
  const early = futureContact(session, promise.madeOn);
  if (early !== null) throw early;
  const id = findCustomer(db, wanted);
  const contact = promised(id, promise);
  const logged = logContacts(db, acting, [contact]);
  return {
    id: logged[0]?.id,
    customer: { id, name: customerName(new CallDetails(db).customer(id)) },
    warnings: consequencesOf(session, judgedCustomers(session, [id]).facts, [contact], logged).flatMap(
      ({ warnings }) => warnings,
    ),
  };
}

/** The same for a customer whose id is known, with nothing said about it. */
export const keepPromise = (
  { store, acting }: ActingSession,
  customerId: number,
  promise: PromiseMade,
): void => void logContacts(store, acting, [promised(customerId, promise)]);

/** @param promise its number @throws Fault `unknown-promise`, `already-done`, `bad-day`, `future-day` */
export function promiseDone(session: ActingSession, promise: number) {
  refuseDayToCome(session);
  const { store: db, acting, day } = session;
  const { entry, customerId, promisedFor, note } = endPromise(db, acting, promise, day);
  return {
    entry,
    promise,
    customer: { id: customerId, name: customerName(new CallDetails(db).customer(customerId)) },
    promised_for: promisedFor,
    text: note,
    ended_on: day,
  };
}

const promised = (customerId: number, { text, madeOn, promisedFor }: PromiseMade): NewContact => ({
  customerId,
  on: madeOn,
  outcome: 'promised',
  note: text,
  nextOn: promisedFor,
});

/** The promises that stand in what was written on a day, each with the words it was read from. */
export const promisesIn = (
  { settings }: Pick<Session, 'settings'>,
  text: string,
  on: Day,
): readonly { readonly text: string; readonly next_on: Day }[] =>
  promisesInNote(text, on, conventionalOrder(settings.store.country));
