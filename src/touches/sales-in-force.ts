/** Which sales still count: the customer bought the car and has not parted with it. */

import type { Day } from '../domain/day.ts';
import type { SaleFacts } from '../domain/facts.ts';
import type { Touch } from '../domain/plan.ts';

export const isInForce = (sale: SaleFacts, day: Day): boolean =>
  sale.status === 'sold' && sale.soldOn <= day && (sale.goneOn === null || day < sale.goneOn);

/** The sales in force on `day`, in the order given. */
export const salesInForce = (sales: readonly SaleFacts[], day: Day): SaleFacts[] =>
  sales.filter((sale) => isInForce(sale, day));

/** The sale with the latest day sold (of several on one day, the highest id); null when there is none. */
export function newestSale(sales: readonly SaleFacts[]): SaleFacts | null {
  let newest: SaleFacts | null = null;
  for (const sale of sales) {
    if (
      newest === null ||
      sale.soldOn > newest.soldOn ||
      (sale.soldOn === newest.soldOn && sale.id > newest.id)
    ) {
      newest = sale;
    }
  }
  return newest;
}

/** Whether the touch is meant for such sales. An unknown deal type or condition fits only a touch without that limit. */
export const isMeantFor = (touch: Touch, sale: SaleFacts): boolean =>
  (touch.dealTypes === null || (sale.dealType !== null && touch.dealTypes.includes(sale.dealType))) &&
  (touch.conditions === null || (sale.condition !== null && touch.conditions.includes(sale.condition)));
