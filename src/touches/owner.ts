/** Who looks after a customer. */

import type { Day } from '../domain/day.ts';
import type { Giving, Ownership, SaleOwnership, SalespersonFacts } from '../domain/facts.ts';
import type { OwnerBecause } from '../domain/salesperson.ts';
import { promisesOf } from './promises.ts';
import { isInForce, newestFirst, newestSale, salesInForce } from './sales-in-force.ts';

export const isActive = (salesperson: SalespersonFacts, day: Day): boolean =>
  salesperson.leftOn === null || day < salesperson.leftOn;

export interface OwnerFound {
  /** null = the house */
  readonly ownerId: number | null;
  readonly because: OwnerBecause;
  /** the sale that decided, where one did; a giving looks at none */
  readonly sale: SaleOwnership | null;
}

/** The owner on `day`: to whom they were given; else of a car the customer has, of one they signed for, of one they had; else who promised them something. */
export function explainOwner(
  facts: Ownership,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): OwnerFound {
  const isHere = (id: number | null): id is number => {
    const salesperson = id === null ? undefined : salespeople.get(id);
    return salesperson !== undefined && isActive(salesperson, day);
  };
  const firstHere = (sales: readonly SaleOwnership[], because: OwnerBecause): OwnerFound | null => {
    for (const sale of sales.length < 2 ? sales : newestFirst(sales)) {
      const ownerId = sale.credits.find(isHere);
      if (ownerId !== undefined) return { ownerId, because, sale };
    }
    return null;
  };
  const given = lastGiving(facts, day);
  if (given !== null && (given.to === null || isHere(given.to)))
    return { ownerId: given.to, because: 'given', sale: null };
  const { sales, coSigned } = facts;
  const inForce = salesInForce(sales, day);
  const credited = firstHere(inForce, 'next-credited');
  if (credited !== null) {
    const isFirst = credited.sale === newestSale(inForce) && credited.sale?.credits[0] === credited.ownerId;
    return isFirst ? { ...credited, because: 'credited' } : credited;
  }
  const past = sales.filter(({ status, soldOn }) => status === 'sold' && soldOn <= day);
  return (
    firstHere(
      coSigned.filter((sale) => isInForce(sale, day)),
      'co-buyer',
    ) ??
    firstHere(past, 'former') ??
    promised(facts, isHere, day) ?? { ownerId: null, because: 'house', sale: null }
  );
}

/** The last giving by `day`; one to the house ends with the customer's next sale. */
export function lastGiving(
  { givings, sales }: Pick<Ownership, 'givings' | 'sales'>,
  day: Day,
): Giving | null {
  const last = givings.findLast(({ on }) => on <= day) ?? null;
  if (last?.to !== null) return last;
  const boughtSince = sales.some(
    ({ status, soldOn }) => status === 'sold' && last.on < soldOn && soldOn <= day,
  );
  return boughtSince ? null : last;
}

/** Whoever promised something last, where there was never a sale. */
function promised(
  facts: Ownership,
  isHere: (id: number | null) => id is number,
  day: Day,
): OwnerFound | null {
  if ([...facts.sales, ...facts.coSigned].some(({ soldOn }) => soldOn <= day)) return null;
  const standing = promisesOf(facts, day).filter(({ endedOn }) => endedOn === null);
  const newest = standing.reduce<(typeof standing)[number] | null>(
    (best, one) => (best === null || isAfter(one.contact, best.contact) ? one : best),
    null,
  );
  const ownerId = newest?.contact.salespersonId ?? null;
  return isHere(ownerId) ? { ownerId, because: 'promised', sale: null } : null;
}

const isAfter = (a: { on: Day; id: number }, b: { on: Day; id: number }): boolean =>
  a.on > b.on || (a.on === b.on && a.id > b.id);

/** The id of the owner on `day`; null = the house. */
export const ownerOf = (
  facts: Ownership,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): number | null => explainOwner(facts, salespeople, day).ownerId;
