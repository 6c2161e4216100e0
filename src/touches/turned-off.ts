/** Which touches a customer is spared. */

import type { Day } from '../domain/day.ts';
import type { Touch } from '../domain/plan.ts';
import type { CustomerFacts, SaleFacts, TurnOff } from './facts.ts';

/**
 * What spares the customer `touch` for `sale` on `day`, or null. What was said of one car holds for good, birthdays aside,
 * which are a person's; anything else until the customer buys again, on a later day.
 */
export function turnedOff(
  { sales, turnOffs }: Pick<CustomerFacts, 'sales' | 'turnOffs'>,
  touch: Pick<Touch, 'id' | 'from'>,
  sale: Pick<SaleFacts, 'id'>,
  day: Day,
): TurnOff | null {
  if (turnOffs.length === 0) return null;
  return (
    turnOffs.find(
      (off) =>
        off.on <= day &&
        (off.touch === null || off.touch === touch.id) &&
        (off.saleId === null
          ? !boughtSince(sales, off.on, day)
          : off.saleId === sale.id && touch.from !== 'birthday'),
    ) ?? null
  );
}

const boughtSince = (sales: readonly SaleFacts[], since: Day, day: Day): boolean =>
  sales.some(({ status, soldOn }) => status === 'sold' && since < soldOn && soldOn <= day);

/** What ended the touches of one car for good, or null. */
export const saleTurnedOff = (
  { turnOffs }: Pick<CustomerFacts, 'turnOffs'>,
  saleId: number,
  day: Day,
): TurnOff | null =>
  turnOffs.find((off) => off.saleId === saleId && off.touch === null && off.on <= day) ?? null;
