/** What was promised to customers, and is not done: broken, due today, still to come. */

import { makerOf } from '../domain/contact.ts';
import { mayBeCalled } from '../domain/facts.ts';
import { openPromises } from '../lists/open-promises.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { promisedTo } from '../store/contacts.ts';
import { ownerOf } from '../touches/owner.ts';
import { CallPermissions, callingStore } from './call-permissions.ts';
import { isInScope, type Scope } from './scope.ts';
import type { Session } from './session.ts';

/** By the day promised, then by customer. */
export function listPromises({ store: db, settings, day }: Session, scope: Scope) {
  const salespeople = salespeopleById(db);
  const details = new CallDetails(db);
  const permissions = new CallPermissions(db, callingStore(settings), day);
  return [...permissions.judged(callFacts(db, promisedTo(db)))]
    .flatMap((facts) => {
      const promised = openPromises(facts, day);
      const ownerId = ownerOf(facts, salespeople, day);
      if (!isInScope(scope, ownerId)) return [];
      const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
      return promised.map(({ contact, promisedFor, state }) => ({
        id: contact.id,
        customer: {
          id: facts.id,
          name: facts.name,
          phones: permissions.of(details.customer(facts.id)).phones,
        },
        owner: owner && { code: owner.code, name: owner.name },
        promised_for: promisedFor,
        state,
        made_on: contact.on,
        ...makerOf(contact),
        note: contact.note,
        outcome: contact.outcome,
        do_not_call: !mayBeCalled(facts),
      }));
    })
    .sort((a, b) =>
      a.promised_for < b.promised_for
        ? -1
        : a.promised_for > b.promised_for
          ? 1
          : a.customer.id - b.customer.id,
    );
}
