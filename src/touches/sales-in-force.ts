/** Which sales still count: the customer bought the car and has not parted with it. */

import { addDays, type Day } from '../domain/day.ts';
import type { SaleFacts, SaleOwnership } from '../domain/facts.ts';
import { type InOrder, isLater } from '../domain/later-sale.ts';
import type { Touch } from '../domain/plan.ts';

/** A lease outlives its end by so much, unless an order shows that the customer still drives the car. */
const AFTER_LEASE_DAYS = 60;

/** The last day on which a lease that ends on `leaseEndOn` is in force whatever orders show. */
export const leaseLapsesOn = (leaseEndOn: Day): Day => addDays(leaseEndOn, AFTER_LEASE_DAYS);

export const isInForce = (sale: SaleOwnership, day: Day): boolean =>
  sale.status === 'sold' &&
  sale.soldOn <= day &&
  (sale.goneOn === null || day < sale.goneOn) &&
  leaseRuns(sale, day);

/** Whether it is no lease, or one that has not ended for good: by then the car is handed back. */
export function leaseRuns({ dealType, leaseEndOn, orders }: SaleOwnership, day: Day): boolean {
  if (dealType !== 'lease' || leaseEndOn === null || day <= leaseEndOn) return true;
  if (day <= leaseLapsesOn(leaseEndOn)) return true;
  return orders.some(({ on, names }) => names === 'customer' && leaseEndOn < on && on <= day);
}

/** The sales in force on `day`, in the order given. */
export const salesInForce = <T extends SaleOwnership>(sales: readonly T[], day: Day): T[] =>
  sales.filter((sale) => isInForce(sale, day));

/** The latest sale; null when there is none. */
export function newestSale<T extends InOrder>(sales: readonly T[]): T | null {
  let newest: T | null = null;
  for (const sale of sales) if (newest === null || isLater(sale, newest)) newest = sale;
  return newest;
}

/** The latest first. */
export const newestFirst = <T extends InOrder>(sales: readonly T[]): T[] =>
  sales.toSorted((a, b) => (isLater(a, b) ? -1 : 1));

/** Whether the touch is meant for such sales. An unknown deal type or condition fits only a touch without that limit. */
export const isMeantFor = (touch: Touch, sale: SaleFacts): boolean =>
  (touch.dealTypes === null || (sale.dealType !== null && touch.dealTypes.includes(sale.dealType))) &&
  (touch.conditions === null || (sale.condition !== null && touch.conditions.includes(sale.condition)));
