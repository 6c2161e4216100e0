/** Who looks after a customer, and the rule that decided, in a sentence. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import type { OwnerBecause } from '../domain/salesperson.ts';
import { dayInShort } from '../render/day-text.ts';
import { givingSaid } from '../store/givings.ts';
import { type FormerOwner, formerOwner } from '../touches/former-owner.ts';
import { isActive, lastGiving } from '../touches/owner.ts';
import { ownerSince } from '../touches/owner-spells.ts';
import { newestSale, salesInForce } from '../touches/sales-in-force.ts';
import type { Session } from './session.ts';

export interface OwnerInWords {
  /** null = the house */
  readonly owner: SalespersonFacts | null;
  readonly because: OwnerBecause;
  /** the day since when without a break; null for whoever only promised something, and where there was never a car */
  readonly since: Day | null;
  readonly inWords: string;
  /** before they were given to the owner */
  readonly former: FormerOwner | null;
}

export function ownerInWords(
  session: Session,
  facts: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): OwnerInWords {
  const { day } = session;
  const { ownerId, because, since } = ownerSince(facts, salespeople, day);
  const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
  return {
    owner,
    because,
    since,
    inWords:
      because === 'given' ? givenInWords(session, facts, since) : words(because, facts, salespeople, day),
    former: formerOwner(facts, salespeople, day),
  };
}

/** `given by hand on Nov 2 by Pat Boss: Dana left`; without the day where that is told already */
function givenInWords(
  { store: db, settings, day }: Session,
  facts: CustomerFacts,
  since: Day | null,
): string {
  const given = lastGiving(facts, day);
  if (given === null) return 'given by hand';
  const { by, why } = givingSaid(db, given.entry);
  const on = given.on === since ? '' : ` on ${dayInShort(given.on, day, settings.store.country)}`;
  return `given by hand${on} by ${by}${why === null ? '' : `: ${why}`}`;
}

function words(
  because: Exclude<OwnerBecause, 'given'>,
  facts: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): string {
  const newest = newestSale(salesInForce(facts.sales, day));
  const credited = (newest?.credits ?? []).flatMap((id) => salespeople.get(id) ?? []);
  const left = credited.filter((one) => !isActive(one, day)).map(({ name }) => name);
  switch (because) {
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
