/** The explanation of one customer's touches, for a person to read. */

import type { Day } from '../domain/day.ts';
import { type SaleStatus, type Vehicle, vehicleName } from '../domain/sale.ts';
import type { Judgement, JudgementState } from '../touches/explain-touches.ts';
import { dayInFull } from './day-text.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { textTable } from './text-table.ts';

export interface SaleInWords {
  readonly id: number;
  readonly vehicle: Vehicle;
  readonly sold_on: Day;
  readonly in_force: boolean;
  readonly status: SaleStatus;
  readonly gone_on: Day | null;
}

export interface CustomerTouches {
  readonly id: number;
  readonly name: string;
  readonly owner: string | null;
  readonly ownerBecause: string;
  readonly on: Day;
  readonly sales: readonly SaleInWords[];
  readonly judgements: readonly Judgement[];
}

/** What matters most today comes first. */
const STATES: Readonly<Record<JudgementState, string>> = {
  due: 'due',
  withheld: 'withheld',
  settled: 'settled',
  'not-reached': 'not reached',
  'not-yet': 'not yet',
  superseded: 'superseded',
  missed: 'missed',
  'does-not-apply': 'does not apply',
};
const ORDER = Object.keys(STATES);

export function touchesAsText(
  { id, name, owner, ownerBecause, on, sales, judgements }: CustomerTouches,
  { styles, width }: { readonly styles: Styles; readonly width: number | null },
): string {
  const cars = sales.map((sale) => {
    const gone =
      sale.status === 'unwound'
        ? ', unwound'
        : sale.in_force
          ? ''
          : sale.gone_on
            ? `, gone since ${sale.gone_on}`
            : ', not in force';
    return `  sale ${sale.id}: ${safeForTerminal(vehicleName(sale.vehicle) || 'vehicle not named')}, sold ${sale.sold_on}${gone}\n`;
  });
  const rows = [...judgements]
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || order(a.dueOn, b.dueOn))
    .map((one) => [
      STATES[one.state],
      one.label,
      one.saleId === null ? '' : String(one.saleId),
      one.dueOn ?? '',
      one.because,
    ]);
  return [
    `${styles.heading(`${safeForTerminal(name)}  #${id}`)}  on ${dayInFull(on)}\n`,
    `Owner: ${safeForTerminal(owner ?? 'the house')} (${safeForTerminal(ownerBecause)})\n`,
    ...cars,
    '\n',
    textTable(
      [
        { title: 'State', priority: 9, minWidth: 8, style: 'bold' },
        { title: 'Touch', priority: 8, minWidth: 12, maxWidth: 34 },
        { title: 'Sale', priority: 3, minWidth: 4, align: 'right' },
        { title: 'Due', priority: 6, minWidth: 10 },
        { title: 'Because', priority: 7, minWidth: 20, grow: true },
      ],
      rows,
      { width, style: styles },
    ),
  ].join('');
}

const order = (a: Day | null, b: Day | null): number =>
  a === b ? 0 : a === null ? 1 : b === null || a < b ? -1 : 1;
