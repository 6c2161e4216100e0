/** Who greets a customer in the place of an owner who is not here. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import { isActive } from './owner.ts';
import { newestSale } from './sales-in-force.ts';

export interface Absences {
  /** by whom somebody's calls are made meanwhile */
  readonly covers: ReadonlyMap<number, number>;
  readonly isOff: (id: number) => boolean;
}

/**
 * Null where the owner is here, or there is none. Whoever covers goes first, then who is credited next with the customer's newest
 * sale.
 */
export function standInOf(
  ownerId: number | null,
  { sales, coSigned }: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  { covers, isOff }: Absences,
  day: Day,
): number | null {
  if (ownerId === null) return null;
  const cover = covers.get(ownerId);
  if (cover !== undefined) return cover;
  if (!isOff(ownerId)) return null;
  const isSold = ({ status, soldOn }: { readonly status: string; readonly soldOn: Day }): boolean =>
    status === 'sold' && soldOn <= day;
  const newest = newestSale(sales.filter(isSold)) ?? newestSale(coSigned.filter(isSold));
  const isHere = (id: number): boolean => {
    const one = salespeople.get(id);
    return id !== ownerId && one !== undefined && isActive(one, day);
  };
  return newest?.credits.find(isHere) ?? null;
}
