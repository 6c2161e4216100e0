/** What was known of a customer by a day. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, OtherOrder, SaleFacts } from '../domain/facts.ts';
import { contactsUntil } from './open-touches.ts';

/** A day looked back on knows nothing of what came later. */
export function knownOn(facts: CustomerFacts, day: Day): CustomerFacts {
  const knownSale = (sale: SaleFacts): SaleFacts => ({
    ...sale,
    goneOn: sale.goneOn !== null && sale.goneOn > day ? null : sale.goneOn,
    orders: sale.orders.filter(({ on }) => on <= day),
    otherOrders: otherOrdersOn(sale, day),
  });
  return {
    ...facts,
    sales: facts.sales.filter(({ soldOn }) => soldOn <= day).map(knownSale),
    contacts: contactsUntil(facts.contacts, day),
    promiseEnds: facts.promiseEnds.filter(({ on }) => on <= day),
    givings: facts.givings.filter(({ on }) => on <= day),
    visits: facts.visits && { ...facts.visits, until: day },
    wishes: facts.wishes.filter(({ on }) => on <= day),
    cases: facts.cases
      .filter(({ openedOn }) => openedOn <= day)
      .map((one) => ({ ...one, steps: one.steps.filter(({ on }) => on <= day) })),
    turnOffs: facts.turnOffs.filter(({ on }) => on <= day),
  };
}

/** What was closed later was still open. */
const otherOrdersOn = ({ orders, otherOrders }: SaleFacts, day: Day): OtherOrder[] =>
  [...otherOrders, ...orders.filter(({ on }) => on > day).map(stillOpen)]
    .filter(({ openedOn, closedOn }) => (openedOn ?? closedOn ?? day) <= day)
    .map((one) => (one.closedOn !== null && one.closedOn > day ? { ...one, closedOn: null } : one));

const stillOpen = ({ openedOn, on, odometer }: SaleFacts['orders'][number]): OtherOrder => ({
  openedOn,
  closedOn: on,
  odometer,
  isInternal: false,
});
