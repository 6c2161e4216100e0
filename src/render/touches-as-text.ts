/** The explanation of one customer's touches, for a person to read. */

import type { Block } from '../domain/block.ts';
import type { FormerOwnerShown } from '../domain/call-list.ts';
import type { WithheldPhone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import { type SaleStatus, type Vehicle, vehicleName } from '../domain/sale.ts';
import type { Judgement, JudgementState } from '../touches/explain-touches.ts';
import { blockInWords } from './block-in-words.ts';
import { formerInWords } from './call-in-words.ts';
import { counted } from './counted.ts';
import type { CardOptions } from './customer-as-text.ts';
import { dayInFull, dayInShort, daysInText } from './day-text.ts';
import { ownerText } from './owner-text.ts';
import { withheldPhoneInWords } from './phone-text.ts';
import { cut, safeForTerminal } from './terminal-text.ts';
import { wrapped } from './wrapped.ts';

export interface SaleInWords {
  readonly id: number;
  readonly deal_number: string | null;
  readonly vehicle: Vehicle;
  readonly sold_on: Day;
  readonly in_force: boolean;
  readonly status: SaleStatus;
  readonly gone_on: Day | null;
}

export interface CustomerTouches {
  readonly id: number;
  readonly name: string;
  readonly contact: {
    readonly blocks: readonly Block[];
    readonly ways: readonly string[];
    readonly withheld: readonly WithheldPhone[];
  };
  /** until when and at what hours a call is allowed; empty without a phone */
  readonly calling: string;
  readonly owner: string | null;
  readonly ownerBecause: string;
  readonly ownerSince: Day | null;
  readonly formerOwner: FormerOwnerShown | null;
  readonly on: Day;
  readonly sales: readonly SaleInWords[];
  readonly judgements: readonly Judgement[];
}

/** What matters most today comes first. */
const STATES: Readonly<Record<JudgementState | 'open', string>> = {
  due: 'due',
  open: 'open',
  withheld: 'held back',
  'turned-off': 'turned off',
  settled: 'done',
  'not-reached': 'not reached',
  'not-yet': 'not yet',
  superseded: 'replaced',
  missed: 'missed',
  'does-not-apply': 'does not apply',
};
const ORDER = Object.keys(STATES);

/** What became of a touch: `held back` */
export const stateInWords = (state: JudgementState | 'open'): string => STATES[state];

const INDENT = '              ';

export function touchesAsText(
  {
    id,
    name,
    contact,
    calling,
    owner,
    ownerBecause,
    ownerSince,
    formerOwner,
    on,
    sales,
    judgements,
  }: CustomerTouches,
  { styles, width, country }: Omit<CardOptions, 'units'>,
): string {
  const cars = sales.map((sale) => {
    const gone =
      sale.status === 'unwound'
        ? ', unwound'
        : sale.in_force
          ? ''
          : sale.gone_on
            ? `, gone since ${dayInShort(sale.gone_on, on, country)}`
            : ', not in force';
    const deal = sale.deal_number === null ? '' : `deal ${sale.deal_number}, `;
    return `  sale ${sale.id}: ${safeForTerminal(`${deal}${vehicleName(sale.vehicle) || 'vehicle not named'}`)}, sold ${dayInShort(sale.sold_on, on, country)}${gone}\n`;
  });
  const ways = [...contact.ways, ...contact.withheld.map(withheldPhoneInWords)];
  const several = sales.length > 1;
  const listed = judgements.filter(({ state }) => state !== 'does-not-apply');
  const silent = judgements.length - listed.length;
  const paragraphs = eachReasonOnce(listed)
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || order(a.dueOn, b.dueOn))
    .map((one) => {
      const sale = several && one.saleId !== null ? `, sale ${one.saleId}` : '';
      const due = one.dueOn === null ? '' : `, due ${dayInShort(one.dueOn, on, country)}`;
      const state = STATES[one.state].padEnd(INDENT.length - 2);
      const what = safeForTerminal(`${one.label}${due}${sale}`);
      const shown = width === null ? what : cut(what, width - INDENT.length);
      return `${styles.bold(state)}  ${shown}\n${indented(safeForTerminal(daysInText(one.because, on, country)), width)}`;
    });
  return [
    `${styles.heading(`${safeForTerminal(name)}  #${id}`)}  on ${dayInFull(on, country)}\n`,
    ...contact.blocks.map((block) => `${styles.bad(safeForTerminal(blockInWords(block, on, country)))}\n`),
    ways.length === 0 ? 'No phone and no e-mail.\n' : `${ways.map(safeForTerminal).join(', ')}\n`,
    calling === '' || contact.blocks.length > 0 ? '' : `Calling: ${calling}\n`,
    ...wrapped(
      safeForTerminal(
        `Owner: ${ownerText({ name: owner, since: ownerSince, because: ownerBecause }, on, country)}`,
      ),
      width,
    ).map((line) => `${line}\n`),
    formerOwner === null ? '' : `  ${safeForTerminal(formerInWords(formerOwner, on, country))}\n`,
    ...cars,
    '\n',
    ...(paragraphs.length === 0 ? ['Nothing is or was due.\n'] : paragraphs),
    silent === 0 ? '' : `${silent} more that do not apply; --json has them with the reason.\n`,
  ].join('');
}

/** What was turned off in one word, for several touches or cars, in one paragraph. */
function eachReasonOnce(judgements: readonly Judgement[]): Judgement[] {
  const off = new Map<string, Judgement[]>();
  for (const one of judgements)
    if (one.state === 'turned-off') off.set(one.because, [...(off.get(one.because) ?? []), one]);
  return [
    ...judgements.filter(({ state }) => state !== 'turned-off'),
    ...[...off.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined || group.length === 1) return group;
      const labels = new Set(group.map(({ label }) => label));
      const sales = new Set(group.map(({ saleId }) => saleId));
      return {
        ...first,
        label: labels.size === 1 ? first.label : counted(labels.size, 'touch', 'touches'),
        saleId: sales.size === 1 ? first.saleId : null,
      };
    }),
  ];
}

/** The reason below its touch, broken between words on a terminal, in one line in a pipe. */
const indented = (text: string, width: number | null): string =>
  wrapped(text, width === null ? null : width - INDENT.length)
    .map((line) => `${INDENT}${line}\n`)
    .join('');

const order = (a: Day | null, b: Day | null): number =>
  a === b ? 0 : a === null ? 1 : b === null || a < b ? -1 : 1;
