/** Who looks after a customer. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from './facts.ts';
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
