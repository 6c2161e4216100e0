/** How a date is written in a cell, before anybody decides whether the day or the month comes first. */

import type { Day } from '../domain/day.ts';
import { addDays, parseDay } from '../domain/day.ts';
import { cleanCell } from './cell.ts';
import { foldText } from './fold-text.ts';

export type DateShape =
  /** blank, or one of the ways to write "no date" */
  | { readonly form: 'none' }
  | { readonly form: 'day'; readonly day: Day }
  /** which part is which is plain; the year has two or four digits */
  | { readonly form: 'ordered'; readonly year: string; readonly month: number; readonly day: number }
  /** three numbers whose order is not plain; the last has two or four digits, the others one or two */
  | { readonly form: 'numeric'; readonly parts: readonly [string, string, string] }
  | { readonly form: 'unknown' };

const NONE = { form: 'none' } as const;
const UNKNOWN = { form: 'unknown' } as const;

const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:$|[T ]{1,2}\d.*$)/;
const THREE_NUMBERS =
  /^(\d{1,2})\s{0,2}[-/. ]\s{0,2}(\d{1,2})\s{0,2}[-/. ]\s{0,2}(\d{4}|\d{2})(?:$|(?:[T ,]{1,3}|\s(?:at|um|à|-|@)\s)(?:\d{1,2}[:.h]\d.*|\d{1,4}\s?[ap]\.?m?\.?|\d{1,2}\s?(?:h|uhr)|(?<=\d{4} )(?:[01]\d|2[0-3])[0-5]\d)$)/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:$|[T ]?\d{2}:?\d{2}.*$)/;
const EPOCH_MILLISECONDS = /^\d{13}$/;
const SERIAL = /^([2-5]\d{4}|60000)(?:[.,]\d+)?$/;
const NO_DATE = /^(?:[0\s/.:T-]*|n\/?a|none|null|nil|tbd|unknown)$/i;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+/i;
const TIME = /[\sT,]+(?:(?:at|um|-|@)\s+)?(?:\d{1,2}:\d{2}.*|\d{1,4}\s?[ap]\.?m\.?)$/i;
const DAY_FIRST_NAMED =
  /^(\d{1,2})(?:st|nd|rd|th|er|º)?[\s./,-]*(?:de )?(\p{L}{3,10})[\s./,-]*(?:de )?(\d{4}|\d{2})$/u;
const MONTH_FIRST_NAMED = /^(\p{L}{3,10})[\s./,-]*(\d{1,2})(?:st|nd|rd|th)?[\s./,-]+(\d{4}|\d{2})$/u;
const YEAR_FIRST_NAMED = /^(\d{4})[\s./-]*(\p{L}{3,10})[\s./-]*(\d{1,2})$/u;
const LONGEST_DATE = 60;
const YEAR_OF_A_COMPACT_DATE = /^(?:0001|19|20|9999)/;

/** English, French, Spanish, German, Italian and Portuguese months by their first three letters, accents off. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan ene gen',
    'feb fev',
    'mar mrz',
    'apr abr avr',
    'may mai mag',
    'jun giu',
    'jul lug',
    'aug ago aou',
    'sep set',
    'oct okt ott out',
    'nov',
    'dec dic dez',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** Takes a cell apart; whether its numbers make a real day is not looked at. */
export function dateShape(text: string): DateShape {
  const cell = cleanCell(text);
  const numbers = THREE_NUMBERS.exec(cell);
  if (numbers) return numeric(numbers[1], numbers[2], numbers[3]);
  const yearFirst = YEAR_FIRST.exec(cell);
  if (yearFirst) return ordered(yearFirst[1], yearFirst[2], yearFirst[3]);
  if (cell === '' || NO_DATE.test(cell)) return NONE;
  if (cell.length > LONGEST_DATE) return UNKNOWN;
  return digitsOnly(cell) ?? named(foldText(cell.replace(WEEKDAY, '').replace(TIME, '')));
}

function digitsOnly(cell: string): DateShape | null {
  const serial = SERIAL.exec(cell);
  // Day 1 is 1 January 1900; counting from 30 December makes up for the 29 February 1900 that spreadsheets believe in.
  if (serial) return counted('1899-12-30', Number(serial[1]));
  if (EPOCH_MILLISECONDS.test(cell)) return counted('1970-01-01', Math.floor(Number(cell) / 86_400_000));
  const compact = COMPACT.exec(cell);
  if (!compact) return null;
  if (YEAR_OF_A_COMPACT_DATE.test(cell) && Number(compact[2]) <= 12)
    return ordered(compact[1], compact[2], compact[3]);
  return numeric(cell.slice(0, 2), cell.slice(2, 4), cell.slice(4, 8));
}

function counted(from: string, days: number): DateShape {
  const start = parseDay(from);
  return start === null ? UNKNOWN : { form: 'day', day: addDays(start, days) };
}

function named(text: string): DateShape {
  const dayFirst = DAY_FIRST_NAMED.exec(text);
  if (dayFirst) return withMonthName(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_FIRST_NAMED.exec(text);
  if (monthFirst) return withMonthName(monthFirst[3], monthFirst[1], monthFirst[2]);
  const yearFirst = YEAR_FIRST_NAMED.exec(text);
  return yearFirst ? withMonthName(yearFirst[1], yearFirst[2], yearFirst[3]) : UNKNOWN;
}

function withMonthName(year = '', name = '', day = ''): DateShape {
  // "juin" and "juillet" differ in the fourth letter only.
  const month = name.startsWith('jui') ? (name.startsWith('juil') ? 7 : 6) : MONTHS.get(name.slice(0, 3));
  return month === undefined ? UNKNOWN : { form: 'ordered', year, month, day: Number(day) };
}

function ordered(year = '', month = '', day = ''): DateShape {
  if (Number(year) === 0 && Number(month) === 0 && Number(day) === 0) return NONE;
  return { form: 'ordered', year, month: Number(month), day: Number(day) };
}

const numeric = (first = '', second = '', third = ''): DateShape =>
  Number(first) === 0 && Number(second) === 0 && Number(third) === 0
    ? NONE
    : { form: 'numeric', parts: [first, second, third] };
