/** Keeping something worth remembering about a customer. */

import { customerName } from '../domain/customer.ts';
import { CallDetails } from '../store/call-details.ts';
import { findCustomer } from '../store/find-customer.ts';
import { recordFact } from '../store/writing/record-wishes.ts';
import type { ActingSession } from './session.ts';

/** @param wanted as `findCustomer` takes it @throws Fault `unknown-customer`, `several-customers` */
export function noteFact({ store: db, acting, day: on }: ActingSession, wanted: string, text: string) {
  const customerId = findCustomer(db, wanted);
  const id = recordFact(db, acting, { customerId, text, on });
  return {
    id,
    customer: { id: customerId, name: customerName(new CallDetails(db).customer(customerId)) },
    text,
    on,
  };
}
