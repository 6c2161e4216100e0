/** The ways in which English words name a day. */

import {
  addDays,
  addMonths,
  addOffset,
  type Day,
  type DayUnit,
  dayOf,
  daysBetween,
  parseDay,
} from '../domain/day.ts';
import type { DateOrder } from '../values/dates.ts';
import { dayMeant } from '../values/typed-day.ts';
import { dayAfterOccasion, OCCASIONS } from './occasions.ts';

/** What a reading depends on beside the words themselves. */
export interface Around {
  /** the small words in front (`after the`), in small letters */
  readonly lead: readonly string[];
  readonly on: Day;
  readonly order: DateOrder | null;
}
export interface DayKind {
  /** global; the parts are read by `day` */
  readonly pattern: RegExp;
  readonly day: (parts: readonly (string | undefined)[], around: Around) => Day | null;
  /** says by itself that something is put off */
  readonly putsOff?: true;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const NTH = '(\\d{1,2})(?:st|nd|rd|th)?\\b';
const YEAR = '(?:,?\\s+|-)(20\\d\\d)\\b';
const NOT_IN_A_WORD = '(?<![\\w$€£#/.,-])';
const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, fall: 9, autumn: 9, winter: 12 };
/** Behind which a month or a season by its bare name is a time: `may` and `fall` are words besides. */
const TIMES = [
  'in',
  'by',
  'until',
  'till',
  'til',
  'after',
  'around',
  'next',
  'this',
  'early',
  'mid',
  'late',
  'end',
  'beginning',
  'middle',
  'come',
];

const words = (pattern: string): RegExp => new RegExp(`${NOT_IN_A_WORD}${pattern}`, 'gi');
const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const has = (lead: readonly string[], ...wanted: string[]): boolean =>
  wanted.some((word) => lead.includes(word));

/** In order of precedence: what one has taken is no other's. */
export const DAY_KINDS: readonly DayKind[] = [
  { pattern: words('(\\d{4}-\\d{2}-\\d{2})(?![\\d-])'), day: ([, text = '']) => parseDay(text) },
  {
    pattern: words(`(?:${OCCASIONS.map(({ words: one }) => `(${one})`).join('|')})(?:['’]?s)?\\b(?: day)?`),
    day: (parts, { lead, on }) => {
      const at = parts.slice(1).findIndex((part) => part !== undefined);
      const occasion = OCCASIONS[at];
      // until spring is when it begins, until Christmas is when it is over
      const isOver = has(lead, 'after') || (!occasion?.isSeason && has(lead, 'until', 'till', 'til'));
      return occasion && isOver ? dayAfterOccasion(occasion.over, on) : null;
    },
    putsOff: true,
  },
  {
    pattern: words(`${MONTH}\\s*${NTH}(?:${YEAR})?`),
    day: ([, month, day, year], around) => namedDay(monthOf(month), Number(day), year, around),
  },
  {
    pattern: words(`${NTH}(?:\\s+of)?[\\s-]+${MONTH}(?:${YEAR})?`),
    day: ([, day, month, year], around) => namedDay(monthOf(month), Number(day), year, around),
  },
  {
    pattern: words(
      '(\\d{1,2})([/.-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?(?![\\d/%]|[.-]\\d|[\\s-]*(?:ton|inch|tank|cyl|off|mile|lb))',
    ),
    day: ([, first = '', sign, second = '', year], around) => {
      if (sign !== '/' && year === undefined) return null;
      if (around.order === 'mdy' && Number(first) > 12) return null;
      const day = dayMeant([first, second, ...(year === undefined ? [] : [year])].join('/'), around);
      return year === undefined ? soon(day, around) : shifted(day, around);
    },
  },
  { pattern: words('the day after tomorrow\\b'), day: (_, { on }) => addDays(on, 2) },
  { pattern: words('tomorrow\\b'), day: (_, { on }) => addDays(on, 1) },
  {
    pattern: words(
      `(an?(?: couple(?: of)?| few)?|couple(?: of)?|few|${COUNTS.join('|')}|\\d{1,2})(?:\\s*(?:-|–|to|or)\\s*(?:\\d{1,2}|two|three|four))?\\s+(day|week|wk|month|mo|year|yr)s?\\b(\\s+from now)?`,
    ),
    day: ([, count = '', unit = '', fromNow], { lead, on }) =>
      fromNow !== undefined || has(lead, 'in', 'after')
        ? addOffset(on, { count: countOf(count), unit: unitOf(unit) })
        : null,
    putsOff: true,
  },
  {
    pattern: words('(week|month|year)\\b'),
    day: ([, unit = ''], { lead, on }) => nextUnit(unit.toLowerCase(), lead, on),
  },
  {
    pattern: words(`${MONTH}(?:${YEAR})?(?!\\s*\\d)`),
    day: ([, month, year], { lead, on }) =>
      has(lead, ...TIMES) ? inMonth(monthOf(month), year, lead, on) : null,
  },
  {
    pattern: words('(spring|summer|fall|autumn|winter)\\b(?! break)'),
    day: ([, season = ''], { lead, on }) =>
      has(lead, ...TIMES) ? inMonth(SEASONS[season.toLowerCase()] ?? 0, undefined, [], on) : null,
  },
  {
    pattern: words(
      `(?<!\\b(?:good|black|easter|cyber|thru|through)\\s)(?:(mon|tues?|wednes|thurs|fri|satur|sun)day|(mon|tues?|wed|thu|thurs?|fri|sat|sun))\\b(?!,?\\s+(?:the\\s+)?(?:\\d|${MONTH})|\\s*(?:-|–|to|thru|through)\\s*(?:mon|tue|wed|thu|fri|sat|sun))`,
    ),
    day: ([, long, short = '']: readonly (string | undefined)[], around) => {
      const isWord = /^(?:wed|sat|sun)$/i.test(short);
      if (isWord && !has(around.lead, 'on', 'next', 'this', 'by', 'until', 'till', 'til', 'after'))
        return null;
      return shifted(dayMeant((long ?? short).slice(0, 3), around), around);
    },
  },
  {
    pattern: words('(\\d{1,2})(?:st|nd|rd|th)\\b'),
    day: ([, day], around) => {
      if (!has(around.lead, 'the')) return null;
      const first = `${around.on.slice(0, 8)}01` as Day;
      const coming = [first, addMonths(first, 1)].map((month) =>
        dayOf(yearOf(month), Number(month.slice(5, 7)), Number(day)),
      );
      return shifted(coming.find((each) => each !== null && each > around.on) ?? null, around);
    },
  },
];

/** A day without a year that is most of a year off is rather one that has been. */
const SOON_DAYS = 330;
const soon = (day: Day | null, around: Around): Day | null =>
  day === null || daysBetween(around.on, day) > SOON_DAYS ? null : shifted(day, around);

/** `after Friday` is Saturday. */
const shifted = (day: Day | null, { lead }: Around): Day | null =>
  day !== null && has(lead, 'after') ? addDays(day, 1) : day;

function namedDay(month: number, day: number, year: string | undefined, around: Around): Day | null {
  if (year !== undefined) return shifted(dayOf(Number(year), month, day), around);
  const thisYear = yearOf(around.on);
  const [coming] = [thisYear, thisYear + 1]
    .map((each) => dayOf(each, month, day))
    .filter((each) => each !== null && each > around.on);
  return soon(coming ?? null, around);
}

/** The month's first day unless its middle or end is meant; of the current month only what is still to come. */
function inMonth(month: number, year: string | undefined, lead: readonly string[], on: Day): Day | null {
  if (month === 0) return null;
  const thisMonth = Number(on.slice(5, 7));
  const first = dayOf(year === undefined ? yearOf(on) + (month < thisMonth ? 1 : 0) : Number(year), month, 1);
  return first === null ? null : partOfMonth(first, lead);
}

function partOfMonth(first: Day, lead: readonly string[]): Day {
  if (has(lead, 'after')) return addMonths(first, 1);
  if (has(lead, 'end')) return addDays(addMonths(first, 1), -1);
  if (has(lead, 'late')) return addDays(first, 19);
  return has(lead, 'mid', 'middle') ? addDays(first, 14) : first;
}

/** `next week` is its Monday, `next month` its first day, `next year` its second: nobody works on the first. */
function nextUnit(unit: string, lead: readonly string[], on: Day): Day | null {
  const first = `${on.slice(0, 8)}01` as Day;
  if (unit === 'month' && has(lead, 'next')) return partOfMonth(addMonths(first, 1), lead);
  if (unit === 'month' && has(lead, 'end')) return partOfMonth(first, ['end']);
  if (!has(lead, 'next')) return null;
  return unit === 'week' ? dayMeant('mon', { on, order: null }) : dayOf(yearOf(on) + 1, 1, 2);
}

function countOf(text: string): number {
  const word = text.toLowerCase();
  if (word.includes('couple')) return 2;
  if (word.includes('few')) return 3;
  return /^\d/.test(word) ? Number(word) : COUNTS.indexOf(word) === -1 ? 1 : COUNTS.indexOf(word) + 1;
}

const unitOf = (word: string): DayUnit =>
  word.toLowerCase().startsWith('wk') ? 'w' : (word.slice(0, 1).toLowerCase() as DayUnit);
