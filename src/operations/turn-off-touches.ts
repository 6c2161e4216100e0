/** Sparing a customer touches they would rather not have. */

import { customerName } from '../domain/customer.ts';
import { CallDetails } from '../store/call-details.ts';
import { findCustomer } from '../store/find-customer.ts';
import { recordTurnOff } from '../store/writing/record-wishes.ts';
import { chosenCar } from './chosen-car.ts';
import { refuseDayToCome } from './days-given.ts';
import type { ActingSession } from './session.ts';
import { touchNamed } from './touch-named.ts';

export interface TouchesToTurnOff {
  /** id of a touch of the plan; left out: every touch */
  readonly touch?: string;
  /** which car; left out: every car, until the next purchase */
  readonly car?: string;
  readonly why: string;
}

/**
 * @param wanted as `findCustomer` takes it
 * @throws Fault `unknown-touch`, `unknown-customer`, `several-customers`, `no-car`, `several-cars`, `future-day`
 */
export function turnOffTouches(
  session: ActingSession,
  wanted: string,
  { touch: named, car, why }: TouchesToTurnOff,
) {
  refuseDayToCome(session);
  const { store: db, settings, acting, day: on } = session;
  const touch = named === undefined ? null : touchNamed(settings.plan, named).id;
  const customerId = findCustomer(db, wanted);
  const saleId = car === undefined ? null : chosenCar(db, customerId, car, on);
  const id = recordTurnOff(db, acting, { customerId, touch, saleId, on, why });
  const name = customerName(new CallDetails(db).customer(customerId));
  return { id, customer: { id: customerId, name }, touch, sale_id: saleId, on, why };
}
