/** What is new at the store, a line each. */

import type { Day } from '../domain/day.ts';
import type { News } from '../domain/news.ts';
import { dayInShort } from './day-text.ts';
import type { Styles } from './styles.ts';
import { type TableColumn, textTable } from './text-table.ts';

export interface NewsOptions {
  readonly on: Day;
  /** columns; null for a pipe */
  readonly width: number | null;
  readonly styles: Styles;
  /** ISO 3166, the store's */
  readonly country: string;
}

const COLUMNS: readonly TableColumn[] = [
  { title: 'No.', align: 'right', priority: 10, minWidth: 3 },
  { title: 'Since', priority: 6, minWidth: 6 },
  { title: 'Until', priority: 7, minWidth: 6 },
  { title: 'News', priority: 9, minWidth: 20, wrap: true, grow: true },
];

export function newsAsText(news: readonly News[], { on, width, styles, country }: NewsOptions): string {
  if (news.length === 0) return 'There is no news.\n';
  const rows = news.map(({ id, text, on: since, until }) => [
    String(id),
    dayInShort(since, on, country),
    until === null ? '' : dayInShort(until, on, country),
    text,
  ]);
  return textTable(COLUMNS, rows, { width, style: styles });
}
