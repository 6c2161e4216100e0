/** What was known of a customer by a day. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts } from '../domain/facts.ts';
import { contactsUntil } from './open-touches.ts';

/** A day looked back on knows nothing of what came later. */
export function knownOn(facts: CustomerFacts, day: Day): CustomerFacts {
  const knownSale = (sale: SaleFacts): SaleFacts => ({
    ...sale,
    goneOn: sale.goneOn !== null && sale.goneOn > day ? null : sale.goneOn,
    orders: sale.orders.filter(({ on }) => on <= day),
  });
  return {
    ...facts,
    sales: facts.sales.filter(({ soldOn }) => soldOn <= day).map(knownSale),
    contacts: contactsUntil(facts.contacts, day),
    promiseEnds: facts.promiseEnds.filter(({ on }) => on <= day),
    givings: facts.givings.filter(({ on }) => on <= day),
    wishes: facts.wishes.filter(({ on }) => on <= day),
    cases: facts.cases
      .filter(({ openedOn }) => openedOn <= day)
      .map((one) => ({ ...one, steps: one.steps.filter(({ on }) => on <= day) })),
    turnOffs: facts.turnOffs.filter(({ on }) => on <= day),
  };
}
