/** Customers whom nobody looks after, as a table. */

import type { Day } from '../domain/day.ts';
import type { Orphan } from '../domain/orphan.ts';
import { todayOr, vehicleInWords } from './call-in-words.ts';
import { counted } from './counted.ts';
import { dayInShort } from './day-text.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { type TableColumn, textTable } from './text-table.ts';
import { wrapped } from './wrapped.ts';

export interface OrphansOptions {
  readonly on: Day;
  /** columns; null for a pipe */
  readonly width: number | null;
  readonly styles: Styles;
  /** ISO 3166, the store's */
  readonly country: string;
}

const COLUMNS: readonly TableColumn[] = [
  { title: 'Id', align: 'right', priority: 10, minWidth: 9 },
  { title: 'Customer', priority: 9, minWidth: 14, maxWidth: 30, style: 'bold', grow: true },
  { title: 'Was', priority: 7, minWidth: 10, maxWidth: 20, grow: true },
  { title: 'Since', priority: 5, minWidth: 12 },
  { title: 'Car', priority: 6, minWidth: 12, maxWidth: 28, grow: true },
  { title: 'Next due', priority: 8, minWidth: 12 },
];

/** A line a customer, and how many there are of whom. */
export function orphansAsText(
  orphans: readonly Orphan[],
  { on, width, styles, country }: OrphansOptions,
): string {
  if (orphans.length === 0) return 'Everybody with a car from us has somebody who looks after them.\n';
  const rows = orphans.map(({ customer, was, since, vehicle, next_due_on }) => [
    `#${customer.id}`,
    customer.name,
    was?.name ?? 'nobody',
    since === null ? '' : dayInShort(since, on, country),
    vehicleInWords(vehicle),
    next_due_on === null ? '' : todayOr(next_due_on, on, country),
  ]);
  const sum = wrapped(safeForTerminal(sumInWords(orphans)), width)
    .map((line) => `${line}\n`)
    .join('');
  return `${textTable(COLUMNS, rows, { width, style: styles })}${sum}`;
}

/** `3 customers whom nobody looks after: 2 were Max Orr's, 1 was nobody's` */
function sumInWords(orphans: readonly Orphan[]): string {
  const counts = new Map<string, number>();
  for (const { was } of orphans) {
    const name = was?.name ?? 'nobody';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const parts = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${counted(count, 'was', 'were')} ${name}'s`);
  return `${counted(orphans.length, 'customer')} whom nobody looks after: ${parts.join(', ')}.`;
}
