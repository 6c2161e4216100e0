/** Who looks after a customer. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import { newestSale, salesInForce } from './sales-in-force.ts';

export const isActive = (salesperson: SalespersonFacts, day: Day): boolean =>
  salesperson.leftOn === null || day < salesperson.leftOn;

/**
 * The id of the owner on `day`: the salesperson who was last given the customer by hand (`givenTo`) while active, else
 * the first credited active salesperson of the newest sale in force; null = the house.
 */
export function ownerOf(
  facts: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
  givenTo: number | null = null,
): number | null {
  const active = (id: number): boolean => {
    const salesperson = salespeople.get(id);
    return salesperson !== undefined && isActive(salesperson, day);
  };
  if (givenTo !== null && active(givenTo)) return givenTo;
  return newestSale(salesInForce(facts.sales, day))?.credits.find(active) ?? null;
}

export interface OwnerExplained {
  readonly owner: SalespersonFacts | null;
  /** in words: the rule that decided */
  readonly because: string;
}

/** `ownerOf`, with the reason. */
export function explainOwner(
  facts: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): OwnerExplained {
  const id = ownerOf(facts, salespeople, day);
  const owner = id === null ? null : (salespeople.get(id) ?? null);
  const newest = newestSale(salesInForce(facts.sales, day));
  const credited = (newest?.credits ?? []).flatMap((one) => salespeople.get(one) ?? []);
  const gone = credited.filter((one) => !isActive(one, day)).map((one) => one.name);
  if (newest === null) return { owner, because: 'no car in force: nobody owns this customer' };
  if (credited.length === 0) return { owner, because: 'nobody is credited with the newest sale' };
  if (owner === null) return { owner, because: 'everybody credited with the newest sale has left' };
  if (credited[0]?.id === owner.id) return { owner, because: 'first credited with the newest sale' };
  return { owner, because: `next credited: ${gone.join(', ')} left` };
}
