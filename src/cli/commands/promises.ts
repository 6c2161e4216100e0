/** `beback promises`: what we said we would do: broken, due today, still to come. */

import { outcomeName } from '../../domain/contact.ts';
import { EXIT } from '../../domain/fault.ts';
import { listPromises } from '../../operations/list-promises.ts';
import { dayInShort } from '../../render/day-text.ts';
import { makerInWords } from '../../render/maker-in-words.ts';
import { phoneInWords } from '../../render/phone-text.ts';
import { textTable } from '../../render/text-table.ts';
import type { Context } from '../context.ts';
import { type ScopeFlags, scopeOf } from '../scope.ts';

export function runPromises(context: Context, flags: ScopeFlags): number {
  const { session, terminal } = context;
  const { day, settings } = session;
  const promises = listPromises(session, scopeOf(context, flags));
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
        { title: 'No.', priority: 8, minWidth: 3, align: 'right' },
      ],
      promises.map((one) => [
        dayInShort(one.promised_for, day, settings.store.country),
        one.do_not_call ? 'do not call' : one.state === 'coming' ? '' : one.state,
        `#${one.customer.id} ${one.customer.name}`,
        one.customer.phones[0] === undefined
          ? 'no phone'
          : phoneInWords(one.customer.phones[0], settings.store.country),
        one.note ?? (one.outcome === 'promised' ? '' : outcomeName(one.outcome)),
        makerInWords(one),
        dayInShort(one.made_on, day, settings.store.country),
        one.owner?.name ?? 'house',
        String(one.id),
      ]),
      { width: terminal.width, style: terminal.styles },
    ),
  );
  return EXIT.done;
}
