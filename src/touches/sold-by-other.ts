/** Whether a deal is about a customer of somebody who is not credited with it. */

import { addDays, type Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import { LIKENESSES, type Likeness } from '../domain/sold-by-other.ts';
import { knownOn } from './known-on.ts';
import { explainOwner, isActive } from './owner.ts';
import { isInForce } from './sales-in-force.ts';

/** Older deals are history: whoever lost a customer by them knows. */
export const SOLD_WITHIN_DAYS = 60;
/** The number of a firm, or one that stands for none, says nothing of who somebody is. */
export const SHARED_BY_AT_MOST = 5;

export interface DealToJudge {
  readonly soldOn: Day;
  readonly buyerId: number;
  readonly coBuyerId: number | null;
  /** ids of the salespeople */
  readonly credits: readonly number[];
  /** earlier sales of the cars traded in, with whom they were to */
  readonly traded: readonly { readonly customerId: number; readonly saleId: number }[];
}

/** One phone number, e-mail address or home, and everybody who has it. */
export interface Shared {
  readonly by: 'phone' | 'email' | 'address';
  readonly customers: readonly number[];
}

export interface LikeFound {
  readonly customerId: number;
  readonly ownerId: number;
  /** in the order of `LIKENESSES` */
  readonly because: readonly Likeness[];
  /** the sale of the car of theirs that was traded in */
  readonly tradedSaleId: number | null;
}

/** How somebody is like the people of a deal, but for a car traded in. */
type Likes = ReadonlyMap<number, readonly Likeness[]>;

/** @param sharedBy by customer, what they have in common with others */
export function likeThoseOf(deal: DealToJudge, sharedBy: ReadonlyMap<number, readonly Shared[]>): Likes {
  const { buyerId, coBuyerId } = deal;
  const likes = new Map<number, Likeness[]>();
  for (const party of coBuyerId === null ? [buyerId] : [buyerId, coBuyerId])
    for (const { by, customers } of sharedBy.get(party) ?? []) {
      if (by !== 'address' && customers.length > SHARED_BY_AT_MOST) continue;
      for (const id of customers) likes.set(id, [...(likes.get(id) ?? []), by]);
    }
  for (const { customerId } of deal.traded) if (!likes.has(customerId)) likes.set(customerId, []);
  if (coBuyerId !== null) likes.set(coBuyerId, ['co-buyer']);
  return likes.set(buyerId, ['same-customer']);
}

/**
 * Those of `likes` who were, on the day before the deal, the customers of somebody who is here and not credited with it;
 * ascending by id.
 * @param facts of everybody in `likes`, the deal included
 * @param day on which somebody is here, or has left
 */
export function customersOfOthers(
  deal: DealToJudge,
  likes: Likes,
  facts: ReadonlyMap<number, CustomerFacts>,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): LikeFound[] {
  const before = addDays(deal.soldOn, -1);
  return [...likes]
    .sort(([a], [b]) => a - b)
    .flatMap(([customerId, signs]): LikeFound[] => {
      const all = facts.get(customerId);
      if (all === undefined) return [];
      const known = knownOn(all, before);
      const traded = known.sales.find(
        (sale) => deal.traded.some(({ saleId }) => saleId === sale.id) && isInForce(sale, before),
      );
      const because = LIKENESSES.filter((one) =>
        one === 'trade-in' ? traded !== undefined : signs.includes(one),
      );
      if (because.length === 0) return [];
      const { ownerId } = explainOwner(known, salespeople, before);
      const owner = ownerId === null ? undefined : salespeople.get(ownerId);
      if (owner === undefined || !isActive(owner, day) || deal.credits.includes(owner.id)) return [];
      return [{ customerId, ownerId: owner.id, because, tradedSaleId: traded?.id ?? null }];
    });
}
