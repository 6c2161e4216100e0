/** A recovery case on one screen, and many of them a line each. */

import type { Day } from '../domain/day.ts';
import { type CaseRecord, unkept } from '../domain/recovery-case.ts';
import { cardPart } from './card-part.ts';
import { casePromiseInWords, clockInWords, openInWords } from './case-in-words.ts';
import { counted } from './counted.ts';
import { dayInShort } from './day-text.ts';
import type { Styles } from './styles.ts';
import { oneLine, safeForTerminal } from './terminal-text.ts';
import { type TableColumn, textTable } from './text-table.ts';
import { amountInWords } from './wish-in-words.ts';

export interface CaseTextOptions {
  readonly on: Day;
  /** columns; null for a pipe */
  readonly width: number | null;
  readonly styles: Styles;
  /** ISO 3166, the store's */
  readonly country: string;
}

/** The whole of it. */
export function caseAsText(one: CaseRecord, { on, width, styles, country }: CaseTextOptions): string {
  const part = cardPart(width, styles);
  const short = (day: Day): string => dayInShort(day, on, country);
  const words = (title: string, text: string | null): string => part(title, text === null ? [] : [text]);
  return [
    `${styles.heading(`case ${one.id}: ${safeForTerminal(oneLine(one.headline))}`)}\n`,
    part('Customer', [`#${one.customer.id} ${one.customer.name}`], styles.bold),
    part('State', [stateInWords(one, on, country)], one.late === null ? undefined : styles.warning),
    part('Owner', [one.owner ?? 'nobody yet']),
    part('Severity', one.severity === 'normal' ? [] : [one.severity]),
    words('Order', one.repair_order),
    words('Sale', one.sale_id === null ? null : String(one.sale_id)),
    words('Situation', one.situation),
    words('Needs', one.needs),
    words('Limits', one.limits),
    part(
      'Offered',
      one.offers.map((offer) => `${short(offer.on)}: ${offer.text}`),
    ),
    part(
      'Promised',
      one.promises.map(
        (promise) =>
          `${promise.n}. ${promise.kept_on === null ? casePromiseInWords(promise, on, country).replace('promised ', '') : `kept on ${short(promise.kept_on)}: ${promise.text}`}`,
      ),
    ),
    part(
      'Updates',
      one.updates.map(
        ({ on: day, by, text, cc }) => `${short(day)} (${by}${cc === null ? '' : `, cc ${cc}`}): ${text}`,
      ),
    ),
    words('Met', one.met.length === 0 ? null : one.met.join(', ')),
    words('Amount', amountsInWords(one)),
  ].join('');
}

/** `new since Nov 21, answer by Nov 23`; `closed on Nov 27 as recovered, apologised` */
export function stateInWords(one: CaseRecord, on: Day, country: string): string {
  const short = (day: Day): string => dayInShort(day, on, country);
  if (one.closed_on !== null)
    return `closed on ${short(one.closed_on)} as ${one.outcome}${one.apologised ? ', apologised' : ''}; opened on ${short(one.opened_on)}`;
  return `${one.state}, opened on ${short(one.opened_on)}; ${clockInWords(one, on, country)}`;
}

function amountsInWords({
  amount_before_cents: before,
  amount_after_cents: after,
}: CaseRecord): string | null {
  const words = [
    ...(before === null ? [] : [`before ${amountInWords(before)}`]),
    ...(after === null ? [] : [`after ${amountInWords(after)}`]),
  ];
  return words.length === 0 ? null : words.join(', ');
}

const COLUMNS: readonly TableColumn[] = [
  { title: 'No.', align: 'right', priority: 9, minWidth: 3 },
  { title: 'By', priority: 9, minWidth: 12, maxWidth: 30, wrap: true },
  { title: 'Customer', priority: 10, minWidth: 14, maxWidth: 26, style: 'bold', wrap: true },
  { title: 'What', priority: 8, minWidth: 16, maxWidth: 44, grow: true, wrap: true },
  { title: 'Owner', priority: 7, minWidth: 8, maxWidth: 20 },
  { title: 'Promised', priority: 6, minWidth: 14, maxWidth: 36, grow: true, wrap: true },
  { title: 'Severity', priority: 3, minWidth: 8 },
];

/** A line a case, and how many are late. @param closed they are closed ones */
export function casesAsText(
  cases: readonly CaseRecord[],
  closed: boolean,
  { on, width, styles, country }: CaseTextOptions,
): string {
  if (cases.length === 0) return closed ? 'No case is closed.\n' : 'No case is open.\n';
  const rows = cases.map((one) => {
    const [promise] = unkept(one.promises);
    return [
      String(one.id),
      one.closed_on === null
        ? clockInWords(one, on, country)
        : `closed ${dayInShort(one.closed_on, on, country)}, ${one.outcome}`,
      `#${one.customer.id} ${one.customer.name}`,
      oneLine(one.headline),
      one.owner ?? '',
      promise === undefined
        ? ''
        : oneLine(casePromiseInWords(promise, on, country).replace('promised for ', '')),
      one.severity,
    ];
  });
  const sum = closed ? `${counted(cases.length, 'case')} closed` : openInWords(cases);
  return `${textTable(COLUMNS, rows, { width, style: styles })}${sum}.\n`;
}
