/** `beback promises`: what we said we would do: broken, due today, still to come. */

import { outcomeName } from '../../domain/contact.ts';
import { mayBeCalled } from '../../domain/facts.ts';
import { EXIT } from '../../domain/fault.ts';
import { openPromises } from '../../lists/open-promises.ts';
import { CallPermissions, callingStore } from '../../operations/call-permissions.ts';
import { type ScopeFlags, scopeOf } from '../../operations/scope.ts';
import { dayInShort } from '../../render/day-text.ts';
import { phoneText } from '../../render/phone-text.ts';
import { textTable } from '../../render/text-table.ts';
import { CallDetails } from '../../store/call-details.ts';
import { callFacts, salespeopleById } from '../../store/call-facts.ts';
import { promisedTo } from '../../store/contacts.ts';
import { ownerOf } from '../../touches/owner.ts';
import type { Context } from '../context.ts';

export function runPromises(context: Context, flags: ScopeFlags): number {
  const { existingStore: db, day, settings, terminal } = context;
  const scope = scopeOf(context, flags);
  const salespeople = salespeopleById(db);
  const details = new CallDetails(db);
  const permissions = new CallPermissions(db, callingStore(settings), day);
  const promises = [...permissions.judged(callFacts(db, promisedTo(db)))]
    .flatMap((facts) => {
      const promised = openPromises(settings.plan, facts, day);
      const ownerId = ownerOf(facts, salespeople, day);
      const isAsked = scope.of === 'all' || ownerId === (scope.of === 'house' ? null : scope.salespersonId);
      if (!isAsked) return [];
      const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
      return promised.map(({ contact, promisedFor, state }) => ({
        customer: {
          id: facts.id,
          name: facts.name,
          phones: permissions.of(details.customer(facts.id)).phones,
        },
        owner: owner && { code: owner.code, name: owner.name },
        promised_for: promisedFor,
        state,
        made_on: contact.on,
        by: contact.by,
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
  if (context.json) {
    context.printJson({ on: day, promises });
    return EXIT.done;
  }
  if (promises.length === 0) {
    terminal.print('No promise is open.\n');
    return EXIT.done;
  }
  terminal.print(
    textTable(
      [
        { title: 'For', priority: 9, minWidth: 11 },
        { title: '', priority: 8, minWidth: 6 },
        { title: 'Customer', priority: 10, minWidth: 14, maxWidth: 30 },
        { title: 'Phone', priority: 7, minWidth: 14 },
        { title: 'What', priority: 6, minWidth: 14, maxWidth: 40, grow: true },
        { title: 'By', priority: 5, minWidth: 8, maxWidth: 20 },
        { title: 'Made', priority: 4, minWidth: 6 },
        { title: 'Owner', priority: 3, minWidth: 8, maxWidth: 20 },
      ],
      promises.map((one) => [
        dayInShort(one.promised_for, day),
        one.do_not_call ? 'do not call' : one.state === 'coming' ? '' : one.state,
        `#${one.customer.id} ${one.customer.name}`,
        one.customer.phones[0] === undefined
          ? 'no phone'
          : phoneText(one.customer.phones[0], settings.store.country),
        one.note ?? (one.outcome === 'promised' ? '' : outcomeName(one.outcome)),
        one.by ?? '',
        dayInShort(one.made_on, day),
        one.owner?.name ?? 'house',
      ]),
      { width: terminal.width, style: terminal.styles },
    ),
  );
  return EXIT.done;
}
