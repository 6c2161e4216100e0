/** The calling rules, what the store adds, and the registry on file, for a person to read. */

import type { Day } from '../domain/day.ts';
import type { Hours } from '../domain/hours.ts';
import type { RegistryArea } from '../domain/registry-area.ts';
import { DAY_KINDS, type DayKind, type LawRow } from '../law/law-table.ts';
import type { OwnEffects, OwnHours } from '../law/own-effects.ts';
import { spanText } from './clock-text.ts';
import { counted } from './counted.ts';
import { dayInFull, dayInShort } from './day-text.ts';
import type { Styles } from './styles.ts';
import { textTable } from './text-table.ts';
import { wrapped } from './wrapped.ts';

export interface RegistryOnFile extends RegistryArea {
  readonly age_days: number;
  /** not too old to go by */
  readonly usable: boolean;
}

export interface LawShown {
  readonly on: Day;
  readonly country: string;
  readonly rows: readonly LawRow[];
  /** not in force yet on the day */
  readonly coming: readonly LawRow[];
  readonly own: OwnEffects;
  /** the store has rules of its own; false = those as shipped */
  readonly ownGiven: boolean;
  readonly registry: readonly RegistryOnFile[];
}

interface Options {
  readonly styles: Styles;
  readonly width: number | null;
}
/** The country is the store's: how days and hours are written. */
type Written = Options & Pick<LawShown, 'on' | 'country'>;

export function lawAsText(
  { on, country, rows, coming, own, ownGiven, registry }: LawShown,
  { styles, width }: Options,
): string {
  const options: Written = { styles, width, on, country };
  const heading = (text: string): string => `${styles.heading(text)}\n`;
  const prose = (text: string): string =>
    wrapped(text, width)
      .map((line) => `${line}\n`)
      .join('');
  const shown = [...rows, ...coming];
  return [
    heading(`Calling rules on ${dayInFull(on, country)}`),
    rows.length === 0
      ? prose(`No rules of ${country} are in the table: only the store's own count.`)
      : rulesTable(rows, 'since', options),
    prose(
      "Hours are the customer's own. The strictest rule counts; where the place is not certain, the strictest place.",
    ),
    prose('Inquiries are not on file here: only a purchase or a service opens a window.'),
    shown.some(({ item }) => item === 'calls-a-day')
      ? prose(
          'Calls are counted by the calendar day, whatever they were about; after the last one the customer is on no list that day.',
        )
      : '',
    shown.some(({ item }) => item === 'stop')
      ? prose(
          'A stop is done here at once and for good. What is blocked is what was named: where one stop ends calls and texts, `beback block` and `beback log` say what is left to block.',
        )
      : '',
    shown.every((row) => row.looked_up)
      ? ''
      : prose(`“${NOT_LOOKED_UP}”: written down from memory. Check it before you rely on it.`),
    coming.length === 0 ? '' : `\n${heading('Rules to come')}${rulesTable(coming, 'from', options)}`,
    `\n${heading(`The store's own rules${ownGiven ? '' : ', as shipped: the settings have no [law]'}`)}`,
    ...own.hours.map((one) => beside(SETTINGS[one.days], ownLine(one, country), options)),
    beside('relationship', ownWindow(own), options),
    `\n${heading('The do-not-call registry on file')}`,
    registry.length === 0
      ? prose(
          'None: once the call window of a customer has ended, the lists say to check the registry before the call. Get a copy and: beback import FILE --kind do-not-call',
        )
      : registryTable(registry, options),
  ].join('');
}

const rulesTable = (rows: readonly LawRow[], begins: 'since' | 'from', options: Written): string =>
  textTable(
    [
      { title: 'Region', priority: 9, minWidth: 6 },
      { title: 'Rule', priority: 8, minWidth: 20, grow: true, wrap: true },
      { title: 'As of', priority: 6, minWidth: 10, wrap: true },
      { title: 'Source', priority: 5, minWidth: 18, grow: true, wrap: true },
    ],
    rows.map((row) => [row.region, ruleInWords(row, begins, options), dayOfRow(row, options), row.source]),
    { width: options.width, style: options.styles },
  );

const dayOfRow = ({ as_of, looked_up }: LawRow, { on, country }: Written): string => {
  const day = dayInShort(as_of, on, country);
  return looked_up ? day : `${day}, ${NOT_LOOKED_UP}`;
};
const NOT_LOOKED_UP = 'not looked up';

const ruleInWords = (row: LawRow, begins: 'since' | 'from', { on, country }: Written): string =>
  [
    whatItSays(row, country),
    ...(row.from === null ? [] : [`${begins} ${dayInShort(row.from, on, country)}`]),
    ...(row.until === null ? [] : [`until ${dayInShort(row.until, on, country)}`]),
  ].join(', ');

function whatItSays(row: LawRow, country: string): string {
  switch (row.item) {
    case 'relationship':
      return row.months === 0
        ? 'a past purchase opens no window'
        : `${counted(row.months, 'month')} after the last purchase or service`;
    case 'inquiry': {
      const { count, unit } = row.within;
      return count === 0 ? 'an inquiry opens no window' : `${counted(count, unit)} after an inquiry`;
    }
    case 'calls-a-day':
      return `at most ${counted(row.most, 'call')} in 24 hours about one matter`;
    case 'stop':
      return `one stop ends calls and texts on all subjects, done within ${counted(row.within.count, row.within.unit)}`;
    case 'holidays':
      return `legal holidays: ${row.names.join(', ')}`;
    case 'hours': {
      const days =
        row.days.length === DAY_KINDS.length - 1 ? 'every day' : row.days.map((one) => DAYS[one]).join(', ');
      return row.hours === null ? `no calls: ${days}` : `${days} ${spanText(row.hours, country)}`;
    }
  }
}

const DAYS: Readonly<Record<DayKind, string>> = {
  weekday: 'weekdays',
  saturday: 'Saturdays',
  sunday: 'Sundays',
  holiday: 'legal holidays',
};
const SETTINGS: Readonly<Record<DayKind, string>> = {
  weekday: 'weekdays',
  saturday: 'saturday',
  sunday: 'sunday',
  holiday: 'holidays',
};

const orNone = (hours: Hours | null, country: string): string =>
  hours === null ? 'none' : spanText(hours, country);

const LABEL = 14;

const beside = (label: string, text: string, { width }: Options): string =>
  wrapped(text, width === null ? null : width - LABEL)
    .map((line, i) => `${(i === 0 ? label : '').padEnd(LABEL)}${line}\n`)
    .join('');

function ownLine({ own, in_force }: OwnHours, country: string): string {
  return orNone(own, country) === orNone(in_force, country)
    ? orNone(own, country)
    : `${orNone(own, country)}; looser than the law has no effect: ${orNone(in_force, country)} counts`;
}

function ownWindow({ relationship_months: own, relationship_months_in_force: months }: OwnEffects): string {
  if (months === null) return 'no window known';
  if (own === null) return `as the law says: ${counted(months, 'month')}`;
  return own > months
    ? `${counted(own, 'month')}; looser than the law has no effect: ${counted(months, 'month')} count`
    : counted(own, 'month');
}

const registryTable = (
  registry: readonly RegistryOnFile[],
  { styles, width, on, country }: Written,
): string =>
  textTable(
    [
      { title: 'Area code', priority: 9, minWidth: 9 },
      { title: 'Copy of', priority: 8, minWidth: 10 },
      { title: 'Age', priority: 7, minWidth: 7 },
      { title: 'Numbers', priority: 5, minWidth: 7, align: 'right' },
      { title: 'File', priority: 4, minWidth: 10, grow: true, wrap: true },
      { title: 'By', priority: 3, minWidth: 4 },
    ],
    registry.map(({ area_code, as_of, age_days, usable, numbers, file, by }) => [
      area_code,
      dayInShort(as_of, on, country),
      `${counted(age_days, 'day')}${usable ? '' : ', too old'}`,
      counted(numbers, '', '').trim(),
      file,
      by,
    ]),
    { width, style: styles },
  );
