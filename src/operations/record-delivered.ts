/** Saying of a delivery that the buyer was introduced to the workshop, and for when the first service was set. */

import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import type { DeliveryRecord } from '../domain/first-service.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts } from '../store/call-facts.ts';
import { findDeal } from '../store/find-deal.ts';
import { recordDelivery } from '../store/writing/record-delivery.ts';
import { refuseDayToCome } from './days-given.ts';
import { deliveriesOf } from './first-services.ts';
import type { ActingSession } from './session.ts';

export interface SaidOfDelivery {
  readonly introduced: boolean;
  /** of the workshop; null = not said */
  readonly advisor: string | null;
  /** null = not said */
  readonly firstService: { readonly on: Day; readonly time: string | null } | null;
  /** what was said before is taken back */
  readonly takesBack: boolean;
}

export interface Delivered {
  readonly entry: number;
  readonly delivery: DeliveryRecord;
  readonly customer: { readonly id: number; readonly name: string };
}

/**
 * What is not said stays as it was.
 * @param wanted as `findDeal` takes it
 * @throws Fault `nothing-said`, `usage`, `no-text`, `future-day`, `unknown-deal`, `several-deals`, `unwound-deal`, `bad-day` for
 * a first service before the delivery
 */
export function recordDelivered(session: ActingSession, wanted: string, said: SaidOfDelivery): Delivered {
  const { store, acting, day } = session;
  const { introduced, advisor, firstService, takesBack } = said;
  const saysSomething = introduced || advisor !== null || firstService !== null;
  if (takesBack && saysSomething)
    throw usageFault('usage', '--not takes back what was said, and goes alone', 'give one after the other');
  if (!takesBack && !saysSomething)
    throw usageFault(
      'nothing-said',
      'it is not said what was done at the delivery',
      'beback delivered 10233 --introduced --advisor "Maria Delgado" --first-service 2027-05-20',
    );
  if (advisor?.trim() === '')
    throw usageFault('no-text', '--advisor is empty', 'leave it out, or name somebody');
  refuseDayToCome(session);
  const { saleId, customerId } = findDeal(store, wanted);
  const [facts] = callFacts(store, [customerId]);
  const sale = facts?.sales.find(({ id }) => id === saleId);
  if (sale === undefined) throw new Error(`sale ${saleId} is missing`);
  if (sale.status === 'unwound')
    throw usageFault('unwound-deal', `the deal of "${wanted}" was unwound: nothing was delivered`);
  if (firstService !== null && firstService.on < sale.anchorOn)
    throw usageFault(
      'bad-day',
      `--first-service ${firstService.on} lies before ${sale.anchorOn}, the day of the delivery`,
      'name the day for which it was set',
    );
  const entry = recordDelivery(store, acting, {
    saleId,
    customerId,
    dealNumber: sale.dealNumber,
    on: day,
    takesBack,
    introduced,
    advisor: advisor?.trim() ?? null,
    booked: firstService,
  });
  const delivery = deliveriesOf(session, customerId).get(saleId);
  if (delivery === undefined) throw new Error(`sale ${saleId} is missing`);
  return {
    entry,
    delivery,
    customer: { id: customerId, name: customerName(new CallDetails(store).customer(customerId)) },
  };
}
