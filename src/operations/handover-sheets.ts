/** What those who receive customers are told of them: a sheet each. */

import { mayBeCalled } from '../domain/facts.ts';
import type { Handover, HandoverSheet, MovedCustomer, NewCustomer } from '../domain/handover.ts';
import { compareText, nameKey } from '../lists/name-order.ts';
import { standingPromises } from '../lists/open-promises.ts';
import { CallDetails } from '../store/call-details.ts';
import { known } from '../store/engine/rows.ts';
import { openCases } from '../touches/cases.ts';
import { contactsUntil } from '../touches/open-touches.ts';
import { newestFirst, salesInForce } from '../touches/sales-in-force.ts';
import { saidGone } from '../touches/turned-off.ts';
import { judgedCustomers } from './call-permissions.ts';
import { caseOfCall } from './recovery-cases.ts';
import type { Session } from './session.ts';

/** So many of what the leaver noted, the newest. */
const CONTACTS_TOLD = 3;

/** In the order of the receivers; whoever gets nobody has none. */
export const handoverSheets = (
  session: Session,
  { from, fromId, moved, counts }: Handover,
): HandoverSheet[] =>
  session.store.transaction(() => {
    const { store: db, settings, day } = session;
    const ids = moved.map(({ customer }) => customer.id);
    const { facts, details, permissions } = judgedCustomers(session, ids);
    const reader = new CallDetails(db);
    const remembered = reader.facts(ids);
    const sales = reader.sales(
      [...facts.values()].flatMap((one) => salesInForce(one.sales, day).map(({ id }) => id)),
      day,
    );
    const told = ({ customer, because }: MovedCustomer): NewCustomer => {
      const one = known(facts, customer.id, 'customer');
      const cars = newestFirst(salesInForce(one.sales, day)).filter(
        ({ id }) => saidGone(one, id, day) === null,
      );
      return {
        customer,
        because,
        mayBeCalled: mayBeCalled(one),
        phones: mayBeCalled(one) ? permissions.of(known(details, customer.id, 'customer')).phones : [],
        cars: cars.map(({ id }) => {
          const { vehicle, sold_on } = known(sales, id, 'sale');
          return { vehicle, sold_on };
        }),
        contacts: contactsUntil(one.contacts, day)
          .filter(
            ({ salespersonId, note }) => salespersonId === fromId && note !== null && note.trim() !== '',
          )
          .slice(-CONTACTS_TOLD)
          .toReversed()
          .map(({ on, outcome, by, note }) => ({ on, outcome, by, note })),
        promises: standingPromises(one, day),
        cases: openCases(settings.plan, one, day).map(caseOfCall),
        facts: remembered.get(customer.id) ?? [],
      };
    };
    return counts.flatMap(({ to, given }) =>
      given === 0
        ? []
        : {
            to,
            from,
            customers: moved
              .filter((one) => one.to.code === to.code && one.to.name === to.name)
              .map((one) => ({ one, key: nameKey(one.customer.name) }))
              .sort((a, b) => compareText(a.key, b.key) || a.one.customer.id - b.one.customer.id)
              .map(({ one }) => told(one)),
          },
    );
  })();
