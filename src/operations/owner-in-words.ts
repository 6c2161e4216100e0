/** Who looks after a customer, and the rule that decided, in a sentence. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import type { OwnerBecause } from '../domain/salesperson.ts';
import { explainOwner, isActive } from '../touches/owner.ts';
import { newestSale, salesInForce } from '../touches/sales-in-force.ts';

export interface OwnerInWords {
  /** null = the house */
  readonly owner: SalespersonFacts | null;
  readonly because: OwnerBecause;
  readonly inWords: string;
}

export function ownerInWords(
  facts: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): OwnerInWords {
  const { ownerId, because } = explainOwner(facts, salespeople, day);
  const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
  return { owner, because, inWords: words(because, facts, salespeople, day) };
}

function words(
  because: OwnerBecause,
  facts: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): string {
  const newest = newestSale(salesInForce(facts.sales, day));
  const credited = (newest?.credits ?? []).flatMap((id) => salespeople.get(id) ?? []);
  const left = credited.filter((one) => !isActive(one, day)).map(({ name }) => name);
  switch (because) {
    case 'given':
      return 'given by hand';
    case 'credited':
      return 'first credited with the newest sale';
    case 'next-credited':
      return left.length > 0
        ? `next credited: ${left.join(', ')} left`
        : 'credited with an earlier car they still have';
    case 'co-buyer':
      return 'credited with a car they signed for as co-buyer';
    case 'former':
      return 'credited with a car they no longer have';
    case 'promised':
      return 'promised to be in touch';
    case 'house':
      if (left.length > 0) return 'everybody credited with the newest sale has left';
      return newest === null
        ? 'no car in force: nobody owns this customer'
        : 'nobody is credited with the newest sale';
  }
}
