/** Putting right how a customer is reached. */

import { type CallablePhone, customerName, type WithheldPhone } from '../domain/customer.ts';
import { CallDetails } from '../store/call-details.ts';
import { known } from '../store/engine/rows.ts';
import { findCustomer } from '../store/find-customer.ts';
import { type Correction, recordCorrection } from '../store/writing/record-correction.ts';
import { recordBounce } from '../store/writing/record-wishes.ts';
import { permissionsFor } from './call-permissions.ts';
import { refuseDayToCome } from './days-given.ts';
import type { ActingSession } from './session.ts';
import { withheldPhones } from './withheld-phones.ts';

export type ContactCorrection = Pick<Correction, 'phone' | 'email'>;

export interface CorrectedContact {
  readonly customer: {
    readonly id: number;
    readonly name: string;
    readonly phones: readonly CallablePhone[];
    readonly email: string | null;
  };
  readonly withheld: readonly WithheldPhone[];
}

/** @param wanted as `findCustomer` takes it @throws Fault `unknown-customer`, `several-customers`, `future-day` */
export function correctContact(
  session: ActingSession,
  wanted: string,
  correction: ContactCorrection,
): CorrectedContact {
  refuseDayToCome(session);
  const { store: db, day: on, acting } = session;
  const id = findCustomer(db, wanted);
  recordCorrection(db, acting, { customerId: id, on, ...correction });
  const customer = new CallDetails(db).customer(id);
  const { phones, withheld } = known(permissionsFor(session, [id]), id, 'customer');
  return {
    customer: { id, name: customerName(customer), phones, email: customer.email },
    withheld: withheldPhones(db, id, withheld),
  };
}

/** Mail to the address came back: it is off the lists. Gives the ids of the customers who have it. @throws Fault `future-day` */
export function noteBounce(session: ActingSession, address: string, why: string): number[] {
  refuseDayToCome(session);
  const { store, acting, day: on } = session;
  return recordBounce(store, acting, { address, on, why });
}
