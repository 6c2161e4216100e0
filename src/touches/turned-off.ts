/** Which touches a customer is spared. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts, TurnOff } from '../domain/facts.ts';
import type { Touch } from '../domain/plan.ts';

/**
 * What spares the customer `touch` for `sale` (null = it needs none) on `day`, or null. What was said of one car holds for good, birthdays aside,
 * which are a person's; anything else until the customer buys again, on a later day.
 */
export function turnedOff(
  { sales, turnOffs }: Pick<CustomerFacts, 'sales' | 'turnOffs'>,
  touch: Pick<Touch, 'id' | 'from'>,
  sale: Pick<SaleFacts, 'id'> | null,
  day: Day,
): TurnOff | null {
  if (turnOffs.length === 0) return null;
  return (
    turnOffs.find(
      (off) =>
        stillHolds(off, sales, day) &&
        (off.touch === null || off.touch === touch.id) &&
        (off.saleId === null || (off.saleId === sale?.id && touch.from !== 'birthday')),
    ) ?? null
  );
}

/** Whether it was said by `day`, and the customer has not bought again since where that ends it. */
export const stillHolds = (off: TurnOff, sales: readonly SaleFacts[], day: Day): boolean =>
  off.on <= day && (off.saleId !== null || !boughtSince(sales, off.on, day));

/** Whether they bought on a later day than `since`, by `day`. */
export const boughtSince = (sales: readonly SaleFacts[], since: Day, day: Day): boolean =>
  sales.some(({ status, soldOn }) => status === 'sold' && since < soldOn && soldOn <= day);

/** What the customer said of having parted with the car, or null; no sale on file shows it. */
export const saidGone = (
  { turnOffs }: Pick<CustomerFacts, 'turnOffs'>,
  saleId: number,
  day: Day,
): TurnOff | null => turnOffs.find((off) => off.carGone && off.saleId === saleId && off.on <= day) ?? null;

/** The sales whose car the customer said they no longer have. */
export const partedWith = ({ turnOffs }: Pick<CustomerFacts, 'turnOffs'>, day: Day): readonly number[] =>
  turnOffs.flatMap(({ carGone, saleId, on }) => (carGone && saleId !== null && on <= day ? saleId : []));
