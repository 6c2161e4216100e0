/** Keeping something worth remembering about a customer. */

import { customerName } from '../domain/customer.ts';
import { CallDetails } from '../store/call-details.ts';
import { findCustomer } from '../store/find-customer.ts';
import { recordFact } from '../store/writing/record-wishes.ts';
import { refuseDayToCome } from './days-given.ts';
import type { ActingSession } from './session.ts';

/** @param wanted as `findCustomer` takes it @throws Fault `unknown-customer`, `several-customers`, `future-day` */
export function noteFact(session: ActingSession, wanted: string, text: string) {
  refuseDayToCome(session);
  const { store: db, acting, day: on } = session;
  const customerId = findCustomer(db, wanted);
  const id = recordFact(db, acting, { customerId, text, on });
  return {
    id,
    customer: { id: customerId, name: customerName(new CallDetails(db).customer(customerId)) },
    text,
    on,
  };
}
