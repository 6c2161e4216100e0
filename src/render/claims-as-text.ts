/** Whose customer somebody is, on one screen, to be read before they are greeted. */

import type { ClaimedCustomer } from '../domain/claimed-customer.ts';
import type { Day } from '../domain/day.ts';
import type { FoundBy } from '../domain/found-customer.ts';
import { blockInWords } from './block-in-words.ts';
import { channelName, lastContactInWords, soldInWords, todayOr, vehicleInWords } from './call-in-words.ts';
import { cardPart } from './card-part.ts';
import { caseInWords } from './case-in-words.ts';
import { dayInShort } from './day-text.ts';
import { makerInWords } from './maker-in-words.ts';
import { ownerText } from './owner-text.ts';
import { phoneInWords, withheldPhoneInWords } from './phone-text.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { type TableColumn, textTable } from './text-table.ts';

export interface ClaimsOptions {
  readonly on: Day;
  /** columns; null for a pipe */
  readonly width: number | null;
  readonly styles: Styles;
  /** ISO 3166, the store's */
  readonly country: string;
}

const FOUND_BY: Readonly<Record<FoundBy, string>> = {
  id: 'id',
  phone: 'phone',
  plate: 'plate',
  vin: 'VIN',
  'vin-tail': 'end of VIN',
  deal: 'deal',
  stock: 'stock number',
  email: 'e-mail',
  name: 'name',
  'co-buyer': 'co-buyer',
  household: 'household',
};

/** More of them are told a line each, so that all stand on one screen. */
const TOLD_WHOLE = 2;
/** Cars, promises, people, numbers: so many lines of each. */
const LINES = 3;

const isRelated = ({ found_by }: ClaimedCustomer): boolean =>
  found_by === 'co-buyer' || found_by === 'household';

/** One or two customers whole, and a line for each who bought with them; more as a table. */
export function claimsAsText(found: readonly ClaimedCustomer[], options: ClaimsOptions): string {
  const meant = found.filter((one) => !isRelated(one));
  if (meant.length === 0 || meant.length > TOLD_WHOLE) return asTable(found, options);
  const related = found.filter(isRelated);
  const told = new Set(found.map(({ customer }) => customer.id));
  const whole = meant.map((one) => wholeOf(one, told, options)).join('\n');
  return related.length === 0 ? whole : `${whole}\n${asTable(related, options)}`;
}

/** @param told ids of those who stand on the screen themselves */
function wholeOf(
  one: ClaimedCustomer,
  told: ReadonlySet<number>,
  { on, width, styles, country }: ClaimsOptions,
): string {
  const { customer, owner, covered_by, vehicles, promises, cases, others, last_talk, last_contact } = one;
  const household = one.household.filter(({ id }) => !told.has(id));
  const part = cardPart(width, styles);
  return [
    `${styles.heading(`${safeForTerminal(customer.name)}  #${customer.id}`)}  found by ${FOUND_BY[one.found_by]}\n`,
    part('', doNotInWords(customer, on, country), styles.bad),
    part(
      'Owner',
      [
        ownerText(
          { name: owner?.name ?? null, since: one.since, because: one.because_in_words },
          on,
          country,
        ),
      ],
      styles.bold,
    ),
    covered_by === null ? '' : part('Covered by', [covered_by.name], styles.warning),
    part(
      'Also',
      atMost(
        LINES,
        others.map((other) => claimInWords(other)),
      ),
      styles.warning,
    ),
    part('Last talk', [last_talk === null ? 'none yet' : lastContactInWords(last_talk, on, country)]),
    last_contact === null || last_contact.on === last_talk?.on
      ? ''
      : part('Since then', [lastContactInWords(last_contact, on, country)]),
    part(
      'Promise',
      atMost(
        LINES,
        promises.map((promise) => promiseInWords(promise, on, country)),
      ),
      promises.some((promise) => promise.on <= on) ? styles.warning : undefined,
    ),
    part(
      'Case',
      atMost(
        LINES,
        cases.map((open) => caseInWords(open, on, country)),
      ),
      styles.bad,
    ),
    part(
      'Cars',
      vehicles.length === 0
        ? ['none from us now']
        : atMost(
            LINES,
            vehicles.map((car) => soldInWords(car, car.sold_on, on, country)),
          ),
    ),
    part(
      'Phone',
      customer.phones.length === 0
        ? [customer.withheld_phones.length === 0 ? 'none' : 'none to call']
        : customer.phones.map((phone) => phoneInWords(phone, country)),
    ),
    part('', customer.withheld_phones.map(withheldPhoneInWords), styles.bad),
    part(
      'Household',
      household.length === 0 ? [] : [household.map(({ id, name }) => `#${id} ${name}`).join(', ')],
    ),
  ].join('');
}

/** The first so many; of more the last line says how many. */
const atMost = (most: number, lines: readonly string[]): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), `and ${lines.length - most + 1} more`];

/** Each wish with since when and through whom; what was said of several ways at once is one sentence. */
function doNotInWords({ blocks, do_not }: ClaimedCustomer['customer'], on: Day, country: string): string[] {
  const said = new Map<string, string[]>();
  for (const block of blocks) {
    const way = channelName(block.channel).toUpperCase();
    const rest = blockInWords(block, on, country).replace(`DO NOT ${way}`, '');
    said.set(rest, [...(said.get(rest) ?? []), way]);
  }
  const lines = [...said].map(([rest, ways]) => `DO NOT ${ways.join(', ')}${rest}`);
  const ways = waysOf(do_not);
  return lines.length > 0 || ways === '' ? lines : [`DO NOT ${ways.toUpperCase()}`];
}

const waysOf = (doNot: ClaimedCustomer['customer']['do_not']): string =>
  (['call', 'text', 'email', 'mail'] as const)
    .filter((way) => doNot[way])
    .map(channelName)
    .join(', ');

const CLAIM: Readonly<Record<ClaimedCustomer['others'][number]['because'], string>> = {
  credited: 'credited with a sale',
  given: 'had them by hand before',
  talked: 'spoke with them within a year',
};

const claimInWords = ({ name, because, active }: ClaimedCustomer['others'][number]): string =>
  `${name}: ${CLAIM[because]}${active ? '' : ' (has left)'}`;

/** `for Nov 20, BROKEN: a price (Dana Reyes, Nov 3)` */
function promiseInWords(
  { on: day, given_on, text, by, for: forWhom }: ClaimedCustomer['promises'][number],
  on: Day,
  country: string,
): string {
  const what = text?.trim() ? `: ${text.trim()}` : '';
  const who = makerInWords({ by: by?.name ?? null, ...(forWhom && { for: forWhom.name }) });
  const made = [who, dayInShort(given_on, on, country)].filter(Boolean).join(', ');
  return `for ${todayOr(day, on, country)}${day < on ? ', BROKEN' : ''}${what} (${made})`;
}

const COLUMNS: readonly TableColumn[] = [
  { title: 'Id', align: 'right', priority: 10, minWidth: 9 },
  { title: 'Customer', priority: 9, minWidth: 12, maxWidth: 26, style: 'bold', grow: true },
  { title: 'Owner', priority: 8, minWidth: 10, maxWidth: 20, grow: true },
  { title: 'Since', priority: 5, minWidth: 10, maxWidth: 12 },
  { title: 'Car', priority: 7, minWidth: 12, maxWidth: 26, grow: true },
  { title: 'By', priority: 4, minWidth: 4 },
  { title: 'Do not', priority: 6, minWidth: 6 },
];

const asTable = (found: readonly ClaimedCustomer[], { on, width, styles, country }: ClaimsOptions): string =>
  textTable(
    COLUMNS,
    found.map(({ customer, owner, since, vehicles, found_by }) => [
      `#${customer.id}`,
      customer.name,
      owner?.name ?? 'the house',
      since === null ? '' : dayInShort(since, on, country),
      vehicleInWords(vehicles[0] ?? null),
      FOUND_BY[found_by],
      waysOf(customer.do_not),
    ]),
    { width, style: styles },
  );
