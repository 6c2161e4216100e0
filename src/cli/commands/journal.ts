/** `beback journal`: every deed and everything that left the house, newest first; and whether its chain is whole. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import type { EarlierHead } from '../../domain/journal-check.ts';
import { listJournal } from '../../operations/list-journal.ts';
import { verifyJournal } from '../../operations/verify-journal.ts';
import { entryInWords } from '../../render/entry-in-words.ts';
import { journalCheckAsText } from '../../render/journal-check-as-text.ts';
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
    terminal.print('Nothing was done yet.\n');
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
        entry.for === null ? entry.by : `${entry.by} for ${entry.for}`,
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

/** Of a store of before there was a journal nothing is changed. @throws Fault `no-journal` */
export function runJournalVerify(
  context: Context,
  flags: { readonly entries?: string; readonly head?: string },
): number {
  const earlier = earlierHead(flags);
  if (!context.access.hasJournal)
    throw usageFault(
      'no-journal',
      `${context.databasePath} has no journal`,
      'a database of an earlier version gets one with the first command that changes something',
    );
  const check = verifyJournal(context.session, earlier);
  if (context.json) context.printJson(check);
  else if (check.ok) context.tell(journalCheckAsText(check, earlier));
  else context.terminal.print(journalCheckAsText(check, earlier));
  return check.ok ? EXIT.done : EXIT.failed;
}

function earlierHead({
  entries,
  head,
}: {
  readonly entries?: string;
  readonly head?: string;
}): EarlierHead | null {
  if (entries === undefined && head === undefined) return null;
  const number = wholeNumber('--entries', entries);
  if (number === null || head === undefined)
    throw usageFault(
      'usage',
      '--entries and --head go together',
      'both stand in the digest of the day: paste them',
    );
  return { entries: number, head: head.trim() };
}
