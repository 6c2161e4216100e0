/** What must be put right before customers can be reached, with the share of those who can. */

import type { CallablePhone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import { HOUSE_LIST } from './call-in-words.ts';
import { counted } from './counted.ts';
import { dayInShort } from './day-text.ts';
import { numberAlone, phoneInWords } from './phone-text.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { textTable } from './text-table.ts';

export interface OwnerFixes {
  readonly salesperson: { readonly code: string | null; readonly name: string } | null;
  /** customers who still have a car from us, and how many of them can be reached */
  readonly reachability: {
    readonly customers: number;
    readonly with_phone: number;
    readonly with_email: number;
    readonly with_either: number;
  };
  readonly fixes: readonly {
    readonly customer: { readonly id: number; readonly name: string };
    readonly phones: readonly CallablePhone[];
    readonly email: string | null;
    readonly wrong: readonly {
      readonly kind: string;
      readonly value: string | null;
      readonly since: Day | null;
    }[];
  }[];
}

export interface FixesTextOptions {
  readonly on: Day;
  readonly width: number | null;
  readonly styles: Styles;
  readonly country: string;
}

/** List by list: that of a whole store is long. */
export function* fixesAsText(owners: Iterable<OwnerFixes>, options: FixesTextOptions): Generator<string> {
  let isFirst = true;
  for (const one of owners) {
    yield `${isFirst ? '' : '\n'}${listOf(one, options)}`;
    isFirst = false;
  }
  if (isFirst) yield 'No customer has a car from us.\n';
}

function listOf({ salesperson, reachability, fixes }: OwnerFixes, options: FixesTextOptions): string {
  const { on, width, styles, country } = options;
  const { customers, with_phone, with_email, with_either } = reachability;
  const share = (n: number): string => `${Math.round((100 * n) / Math.max(1, customers))} %`;
  const head = `${safeForTerminal(salesperson?.name ?? HOUSE_LIST)} · ${counted(customers, 'customer')}: ${share(with_phone)} with a good phone, ${share(with_email)} with an e-mail address, ${share(with_either)} can be reached`;
  if (fixes.length === 0) return `${styles.bold(head)}\nNothing to put right.\n`;
  const table = textTable(
    [
      { title: 'Id', align: 'right', priority: 9, minWidth: 8 },
      { title: 'Customer', priority: 8, minWidth: 14, maxWidth: 30 },
      { title: 'What', priority: 10, minWidth: 20, grow: true },
      { title: 'Left to try', priority: 7, minWidth: 14, maxWidth: 40 },
    ],
    fixes.map(({ customer, phones, email, wrong }) => [
      `#${customer.id}`,
      customer.name,
      wrong.map((one) => inWords(one, on, country)).join('; '),
      phones[0] === undefined ? (email ?? '') : phoneInWords(phones[0], country),
    ]),
    { width, style: styles },
  );
  return `${styles.bold(head)}\n${table}`;
}

function inWords(
  { kind, value, since }: OwnerFixes['fixes'][number]['wrong'][number],
  on: Day,
  country: string,
): string {
  const what = value === null ? '' : ` ${kind === 'wrong-number' ? numberAlone(value, country) : value}`;
  return `${kind.replaceAll('-', ' ').replace('email', 'e-mail')}${what}${since === null ? '' : ` (${dayInShort(since, on, country)})`}`;
}
