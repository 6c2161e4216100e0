/** A handover, done or only looked at: what each receiver gets, the first customers with the reason; and what came back of one. */

import type { Day } from '../domain/day.ts';
import type { HandedBecause, Handover, MovedCustomer } from '../domain/handover.ts';
import { counted } from './counted.ts';
import { dayInShort } from './day-text.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { type TableColumn, textTable } from './text-table.ts';
import { wrapped } from './wrapped.ts';

/** More are told only to programs. */
const CUSTOMERS_SHOWN = 10;

const WHY_HANDED: Readonly<Record<HandedBecause, string>> = {
  named: 'named',
  household: 'looks after their household',
  credited: 'also credited with their last sale',
  talked: 'spoke with them last',
  even: 'has the fewest customers',
};

const RECEIVERS: readonly TableColumn[] = [
  { title: 'To', priority: 9, minWidth: 12, maxWidth: 30, style: 'bold', grow: true },
  { title: 'With a car', priority: 7, minWidth: 10, align: 'right' },
  { title: 'Gets', priority: 8, minWidth: 4, align: 'right' },
];
const CUSTOMERS: readonly TableColumn[] = [
  { title: 'Id', align: 'right', priority: 8, minWidth: 4 },
  { title: 'Customer', priority: 9, minWidth: 14, maxWidth: 30, style: 'bold', grow: true },
  { title: 'To', priority: 7, minWidth: 12, maxWidth: 24, grow: true },
  { title: 'Because who gets them', priority: 6, minWidth: 21, maxWidth: 34 },
];

export interface HandoverLook {
  readonly on: Day;
  /** ISO 3166, the store's */
  readonly country: string;
  /** columns; null for a pipe */
  readonly width: number | null;
  readonly styles: Styles;
}

export function handoverAsText(
  { entry, from, leaves, moved, counts }: Handover,
  { on, country, width, styles }: HandoverLook,
): string {
  const would = entry === null;
  const look = { width, style: styles };
  const getting = counts.filter(({ given }) => given > 0).length;
  const go = moved.length === 1 ? 'goes' : 'go';
  const left = leaves ? `, who ${would ? 'would be' : 'is'} gone from ${dayInShort(on, on, country)} on` : '';
  const head =
    moved.length === 0
      ? `${from.name}${left}${leaves ? ',' : ''} has no customers to hand over.`
      : `${counted(moved.length, 'customer')} of ${from.name}${left}${leaves ? ',' : ''} ${would ? 'would go' : go} to ${getting === 1 ? 'one person' : `${getting} people`}.`;
  const lines = wrapped(safeForTerminal(head), width).map((line) => `${line}\n`);
  if (moved.length === 0) return lines.join('');
  const receivers = counts.map(({ to, before, given }) => [to.name, String(before), String(given)]);
  const shown = moved.slice(0, CUSTOMERS_SHOWN);
  return [
    ...lines,
    '\n',
    textTable(RECEIVERS, receivers, look),
    '\n',
    textTable(CUSTOMERS, shown.map(rowOf), look),
    moved.length > shown.length ? `and ${moved.length - shown.length} more; all with --json\n` : '',
  ].join('');
}

const rowOf = ({ customer, to, because }: MovedCustomer): string[] => [
  `#${customer.id}`,
  customer.name,
  to.name,
  WHY_HANDED[because],
];

/** What a handover that was taken back gave back; nothing for any other entry. */
export function cameBackAsText({
  undone,
  kept,
  namesOfKept,
}: {
  readonly undone: { readonly action: string; readonly details: Readonly<Record<string, unknown>> };
  readonly kept: readonly { readonly customer_id: number; readonly entry: number }[];
  readonly namesOfKept: ReadonlyMap<number, string>;
}): string {
  if (undone.action !== 'handover') return '';
  const { moved } = undone.details;
  const back = (Array.isArray(moved) ? moved.length : 0) - kept.length;
  const stay = kept.map(
    ({ customer_id: id, entry }) =>
      `  #${id} ${namesOfKept.get(id) ?? ''} stays: given again, entry ${entry}`,
  );
  return [`${counted(back, 'customer is', 'customers are')} back as before`, ...stay]
    .map((line, i) => `${safeForTerminal(line)}${i === 0 ? (stay.length === 0 ? '.' : ',') : ''}\n`)
    .join('');
}
