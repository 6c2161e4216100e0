/** Which sales still count: the customer bought the car and has not parted with it. */

import { addDays, type Day } from '../domain/day.ts';
import type { SaleFacts } from '../domain/facts.ts';
import type { Touch } from '../domain/plan.ts';

/** A lease outlives its end by so much, unless an order shows that the customer still drives the car. */
const AFTER_LEASE_DAYS = 60;

/** The last day on which a lease that ends on `leaseEndOn` is in force whatever orders show. */
export const leaseLapsesOn = (leaseEndOn: Day): Day => addDays(leaseEndOn, AFTER_LEASE_DAYS);

export const isInForce = (sale: SaleFacts, day: Day): boolean =>
  sale.status === 'sold' &&
  sale.soldOn <= day &&
  (sale.goneOn === null || day < sale.goneOn) &&
  leaseRuns(sale, day);

/** Whether it is no lease, or one that has not ended for good: by then the car is handed back. */
export function leaseRuns({ dealType, leaseEndOn, orders }: SaleFacts, day: Day): boolean {
  if (dealType !== 'lease' || leaseEndOn === null || day <= leaseLapsesOn(leaseEndOn)) return true;
  return orders.some(({ on, names }) => names === 'customer' && leaseEndOn < on && on <= day);
}

/** The sales in force on `day`, in the order given. */
export const salesInForce = (sales: readonly SaleFacts[], day: Day): SaleFacts[] =>
  sales.filter((sale) => isInForce(sale, day));

type InOrder = Pick<SaleFacts, 'id' | 'soldOn' | 'store' | 'dealNumber'>;

/** Of two sales on one day in one store the higher deal number is the later one, else the higher id. */
export function isLater(a: InOrder, b: InOrder): boolean {
  if (a.soldOn !== b.soldOn) return a.soldOn > b.soldOn;
  const byNumber = a.store === b.store ? compareDealNumbers(a.dealNumber, b.dealNumber) : 0;
  return byNumber === 0 ? a.id > b.id : byNumber > 0;
}

/** None is the lowest, then those of digits only by their value, then all others by code point. */
function compareDealNumbers(a: string | null, b: string | null): number {
  const [first, second] = [dealRank(a), dealRank(b)];
  for (const [i, part] of first.entries()) {
    const other = second[i];
    if (other !== undefined && part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

const dealRank = (deal: string | null): readonly [kind: number, digits: number, text: string] => {
  if (deal === null) return [0, 0, ''];
  if (!/^\d+$/.test(deal)) return [2, 0, byCodePoint(deal)];
  const value = deal.replace(/^0+/, '');
  return [1, value.length, value];
};

/** Compared as UTF-16 a text with signs beyond it would come before others of a higher code. */
const byCodePoint = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

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
