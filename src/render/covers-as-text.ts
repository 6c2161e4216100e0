/** Who makes whose calls, in a sentence and as a table. */

import type { CoverRecord } from '../domain/cover.ts';
import type { Day } from '../domain/day.ts';
import { dayInShort } from './day-text.ts';
import type { Styles } from './styles.ts';
import { type TableColumn, textTable } from './text-table.ts';

/** `Dana Reyes's calls stand on Maria Delgado's list from Nov 23 to Nov 27` @param country ISO 3166 */
export function coverInWords({ of, by, from, to }: CoverRecord, on: Day, country: string): string {
  const day = (one: Day): string => dayInShort(one, on, country);
  const days = from === to ? `on ${day(from)}` : `from ${day(from)} to ${day(to)}`;
  return `${of.name}'s calls stand on ${by.name}'s list ${days}`;
}

/** The same of one that was just ended. */
export function coverEndInWords(cover: CoverRecord, on: Day, country: string): string {
  if (cover.to < cover.from)
    return `${cover.of.name}'s calls stay on their own list: the cover by ${cover.by.name} had not begun`;
  return `${cover.of.name}'s calls are back on their own list; ${cover.by.name} had them until ${dayInShort(cover.to, on, country)}`;
}

export interface CoversOptions {
  readonly on: Day;
  /** columns; null for a pipe */
  readonly width: number | null;
  readonly styles: Styles;
  /** ISO 3166, the store's */
  readonly country: string;
}

const COLUMNS: readonly TableColumn[] = [
  { title: 'No.', align: 'right', priority: 9, minWidth: 3 },
  { title: 'Calls of', priority: 10, minWidth: 12, maxWidth: 24, style: 'bold' },
  { title: 'On the list of', priority: 10, minWidth: 14, maxWidth: 24 },
  { title: 'From', priority: 8, minWidth: 6 },
  { title: 'To', priority: 8, minWidth: 6 },
  { title: 'Why', priority: 6, minWidth: 8, grow: true, wrap: true },
];

/** A line a cover. */
export function coversAsText(
  covers: readonly CoverRecord[],
  { on, width, styles, country }: CoversOptions,
): string {
  if (covers.length === 0) return 'Everybody makes their own calls: nobody is covered, now or later.\n';
  const rows = covers.map(({ id, of, by, from, to, why }) => [
    String(id),
    of.name,
    by.name,
    dayInShort(from, on, country),
    dayInShort(to, on, country),
    why ?? '',
  ]);
  return textTable(COLUMNS, rows, { width, style: styles });
}
