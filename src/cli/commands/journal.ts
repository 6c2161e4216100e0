/** `beback journal`: everything logged by hand, and each copy of the registry taken in, newest first, what was taken back included. */

import { EXIT } from '../../domain/fault.ts';
import { listJournal } from '../../operations/list-journal.ts';
import { entryInWords } from '../../render/entry-in-words.ts';
import { textTable } from '../../render/text-table.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../whole-number.ts';

export function runJournal(
  context: Context,
  wanted: string | undefined,
  flags: { readonly limit?: string },
): number {
  const { session, terminal } = context;
  const entries = listJournal(session, wanted, wholeNumber('--limit', flags.limit) ?? 50);
  if (context.json) {
    context.printJson({ entries });
    return EXIT.done;
  }
  if (entries.length === 0) {
    terminal.print('Nothing was logged yet.\n');
    return EXIT.done;
  }
  terminal.print(
    textTable(
      [
        { title: 'Entry', align: 'right', priority: 7, minWidth: 5 },
        { title: 'At', priority: 4, minWidth: 16 },
        { title: 'By', priority: 6, minWidth: 8, maxWidth: 20, wrap: true },
        { title: 'Customer', priority: 8, minWidth: 12, maxWidth: 30, wrap: true },
        { title: 'What', priority: 9, minWidth: 18, grow: true, wrap: true },
        { title: 'Taken back', priority: 5, minWidth: 10, maxWidth: 30, wrap: true },
      ],
      entries.map((entry) => [
        `${entry.id}`,
        context.localTime(entry.at),
        entry.by,
        entry.customer === null ? '' : `#${entry.customer.id} ${entry.customer.name}`,
        entryInWords(entry, context.day, context.settings.store.country),
        entry.undone_at === null
          ? ''
          : `by ${entry.undone_by}${entry.undone_why === null ? '' : `: ${entry.undone_why}`}`,
      ]),
      { width: terminal.width, style: terminal.styles },
    ),
  );
  return EXIT.done;
}
