/** Giving customers to somebody, or to the house, by hand. */

import type { GivenCustomer } from '../domain/handover.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { findCustomer } from '../store/find-customer.ts';
import { recordGivings } from '../store/writing/record-givings.ts';
import { ownerOf } from '../touches/owner.ts';
import { refuseDayToCome } from './days-given.ts';
import { refuseOthersThanManagers } from './managers-only.ts';
import { isHouse, reasonOf, receiverNamed } from './receiver-named.ts';
import { salespersonNamed } from './salesperson-named.ts';
import type { ActingSession } from './session.ts';

export interface GivingAsked {
  /** each as `findCustomer` takes it */
  readonly customers: readonly string[];
  /** name, code or alias; `house` */
  readonly to: string;
  readonly why: string;
  /** only told, not done */
  readonly dryRun: boolean;
}

export interface CustomersGiven {
  /** null = nothing was done */
  readonly entry: number | null;
  /** in the order in which they were named, each once */
  readonly given: readonly GivenCustomer[];
}

/**
 * All of them in one deed.
 * @throws Fault `unknown-customer`, `several-customers`, `unknown-salesperson`, `several-salespeople`, `has-left`, `no-reason`,
 * `future-day`, `managers-only`
 */
export function giveCustomers(session: ActingSession, asked: GivingAsked): CustomersGiven {
  refuseOthersThanManagers(session, 'giving customers to somebody');
  const { store: db, acting, day } = session;
  const { dryRun } = asked;
  const why = reasonOf(asked.why);
  refuseDayToCome(session);
  const give = db.transaction((): CustomersGiven => {
    const receiver = isHouse(asked.to) ? null : receiverNamed(session, asked.to).id;
    const ids = [...new Set(asked.customers.map((wanted) => findCustomer(db, wanted)))];
    const salespeople = salespeopleById(db);
    const to = salespersonNamed(salespeople, receiver);
    const facts = [...callFacts(db, ids)];
    const given = facts.map((one): GivenCustomer => {
      const from = salespersonNamed(salespeople, ownerOf(one, salespeople, day));
      return { customer: { id: one.id, name: one.name }, from, to, doNotCall: one.doNotCall };
    });
    if (dryRun) return { entry: null, given };
    const entry = recordGivings(db, acting, {
      action: 'give',
      on: day,
      given: ids.map((customerId) => ({ customerId, to: receiver })),
      details: {
        to: receiver === null ? null : { id: receiver, ...to },
        why,
        given: given.map(({ customer, from }) => ({ customer_id: customer.id, from, to: receiver })),
      },
    });
    return { entry, given };
  });
  return dryRun ? give() : give.immediate();
}
