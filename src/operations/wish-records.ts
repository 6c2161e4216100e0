/** Wishes for a car, record by record. */

import { type CarWish, stateOfWish, type WishState, type WishTerms } from '../domain/car-wish.ts';
import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { SalespersonName } from '../domain/salesperson.ts';
import { CallDetails } from '../store/call-details.ts';
import { wishesOnFile } from '../store/car-wishes.ts';
import type { Session } from './session.ts';

export interface WishRecord {
  readonly id: number;
  readonly customer: { readonly id: number; readonly name: string };
  readonly text: string;
  readonly terms: WishTerms;
  readonly on: Day;
  readonly until: Day;
  readonly state: WishState;
}

export interface WishExport extends WishRecord {
  readonly customer_id: number;
  readonly ended_on: Day | null;
  readonly by: SalespersonName;
}

/** As it stands on the day. @param name the customer's */
export const wishRecord = (wish: CarWish, name: string, day: Day): WishRecord => ({
  id: wish.id,
  customer: { id: wish.customerId, name },
  text: wish.text,
  terms: wish.terms,
  on: wish.on,
  until: wish.until,
  state: stateOfWish(wish, day),
});

/** Every wish made up to the day, ascending by number. */
export function wishRecords({ store, day }: Session): WishExport[] {
  const details = new CallDetails(store);
  return wishesOnFile(store)
    .filter(({ on }) => on <= day)
    .map((wish) => ({
      ...wishRecord(wish, customerName(details.customer(wish.customerId)), day),
      customer_id: wish.customerId,
      ended_on: wish.endedOn !== null && wish.endedOn <= day ? wish.endedOn : null,
      by: wish.by,
    }));
}
