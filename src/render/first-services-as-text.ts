/** Who of the buyers of late was introduced to the workshop, and who came: by salesperson, then sale by sale. */

import type { Day } from '../domain/day.ts';
import type { FirstServiceState } from '../domain/first-service.ts';
import type { Vehicle } from '../domain/sale.ts';
import { vehicleInWords } from './call-in-words.ts';
import { counted } from './counted.ts';
import { dayInShort } from './day-text.ts';
import { firstServiceInWords } from './first-service-in-words.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { type TableColumn, textTable } from './text-table.ts';
import { wrapped } from './wrapped.ts';

interface Person {
  readonly name: string;
}

export interface FirstServicesShown {
  readonly on: Day;
  readonly rows: readonly {
    readonly customer: { readonly id: number; readonly name: string };
    readonly vehicle: Vehicle;
    readonly sold_on: Day;
    readonly owner: Person | null;
    readonly introduced_on: Day | null;
    readonly booked_on: Day | null;
    readonly state: FirstServiceState;
    readonly visit_on: Day | null;
    readonly days: number;
  }[];
  readonly summary: readonly {
    readonly salesperson: Person | null;
    readonly sold: number;
    readonly introduced: number;
    readonly set: number;
    readonly showed: number;
    readonly missed: number;
  }[];
}

export interface FirstServicesOptions {
  /** the days asked for, both included */
  readonly from: Day;
  readonly to: Day;
  /** columns; null for a pipe */
  readonly width: number | null;
  readonly styles: Styles;
  /** ISO 3166, the store's */
  readonly country: string;
}

const COUNTS = ['sold', 'introduced', 'set', 'showed', 'missed'] as const;

const PEOPLE: readonly TableColumn[] = [
  { title: 'Salesperson', priority: 99, minWidth: 12, maxWidth: 28, grow: true },
  ...['Sold', 'Introduced', 'Set', 'Showed', 'Missed'].map(
    (title, i): TableColumn => ({ title, align: 'right', priority: 90 - i, minWidth: title.length }),
  ),
];

const SALES: readonly TableColumn[] = [
  { title: 'Id', align: 'right', priority: 6, minWidth: 4 },
  { title: 'Customer', priority: 10, minWidth: 12, maxWidth: 26, style: 'bold', grow: true },
  { title: 'Car', priority: 5, minWidth: 12, maxWidth: 24, grow: true },
  { title: 'Sold', priority: 8, minWidth: 6 },
  { title: 'Owner', priority: 4, minWidth: 10, maxWidth: 18, grow: true },
  { title: 'Introduced', priority: 3, minWidth: 10 },
  { title: 'First service', priority: 9, minWidth: 14, maxWidth: 32 },
  { title: 'Days', align: 'right', priority: 7, minWidth: 4 },
];

export function firstServicesAsText(
  { on, rows, summary }: FirstServicesShown,
  { from, to, width, styles, country }: FirstServicesOptions,
): string {
  const short = (day: Day): string => dayInShort(day, on, country);
  const span = `sold from ${short(from)} to ${short(to)}`;
  if (rows.length === 0 && summary.length === 0) return `No car ${span} is still with its buyer.\n`;
  const tally = textTable(
    PEOPLE,
    summary.map((one) => [
      one.salesperson?.name ?? 'nobody here',
      ...COUNTS.map((what) => String(one[what])),
    ]),
    { width, style: styles },
  );
  const list = textTable(
    SALES,
    rows.map((row) => [
      `#${row.customer.id}`,
      row.customer.name,
      vehicleInWords(row.vehicle),
      short(row.sold_on),
      row.owner?.name ?? 'house',
      row.introduced_on === null ? 'no' : short(row.introduced_on),
      firstServiceInWords(row, { on, country }) || 'not set',
      String(row.days),
    ]),
    { width, style: styles },
  );
  const without = rows.filter(({ state }) => state === 'none').length;
  const sum = `${counted(rows.length, 'car')} ${span}${without === 0 ? '' : `; ${without} without a first service`}.`;
  return [
    styles.heading('By who sold'),
    '\n',
    tally,
    '\n',
    ...(rows.length === 0 ? [] : [styles.heading('The oldest sale first'), '\n', list]),
    ...wrapped(safeForTerminal(sum), width).map((line) => `${line}\n`),
  ].join('');
}
