/** Days as exports write them, read in the order a column is written in. */

import type { Day } from '../domain/day.ts';
import { dayOf } from '../domain/day.ts';
import type { Reading } from '../domain/problem.ts';
import { read, unreadable } from '../domain/problem.ts';
import { dateShape } from './date-shape.ts';

export type DateOrder = 'mdy' | 'dmy' | 'ymd';

const IN_WORDS: Readonly<Record<DateOrder, string>> = {
  mdy: 'month-first (mdy)',
  dmy: 'day-first (dmy)',
  ymd: 'year-first (ymd)',
};

/** What systems store for "no date": the first day of their calendar, SQL's first, 1910 in powersports, the last day there is. */
const EMPTY_DATES: ReadonlySet<string> = new Set([
  '0001-01-01',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1901-01-01',
  '1910-01-01',
  '9999-12-31',
]);

/**
 * The day in a cell, time of day cut off; null for a blank and for the dates that mean "none".
 * @param order how three numbers without a name or a four-digit year in front are to be read; null = only where one reading is possible, else `ambiguous-date`
 * @param latest two-digit years take the newest century that gives no day after this one
 */
export function readDate(text: string, order: DateOrder | null, latest: Day): Reading<Day> {
  const shape = dateShape(text);
  switch (shape.form) {
    case 'none':
      return read<Day>(null);
    case 'unknown':
      return unreadable('bad-date', 'is written in no form of date known here');
    case 'day':
      return reading(shape.day);
    case 'ordered':
      return reading(dayIn(shape.year, shape.month, shape.day, latest));
    case 'numeric':
      return readNumbers(shape.parts, order, latest);
  }
}

type Parts = readonly [string, string, string];

function readNumbers(parts: Parts, order: DateOrder | null, latest: Day): Reading<Day> {
  const [first, second, third] = parts;
  // What a spreadsheet shows for an empty cell formatted as a date.
  if (third === '1900' && Number(first) + Number(second) === 1) return read<Day>(null);
  if (order !== null && (order !== 'ymd' || third.length === 2)) {
    return reading(inOrder(parts, order, latest), order);
  }
  const orders: DateOrder[] = third.length === 2 && Number(first) > 31 ? ['ymd'] : ['mdy', 'dmy'];
  const days = new Set(orders.map((each) => inOrder(parts, each, latest)).filter((day) => day !== null));
  if (days.size > 1) {
    return unreadable(
      'ambiguous-date',
      `may be ${[...days].join(' or ')}: nothing in the column tells day and month apart`,
      'say which with --date-order mdy or --date-order dmy',
    );
  }
  const [day] = days;
  return reading(day ?? null);
}

function inOrder([first, second, third]: Parts, order: DateOrder, latest: Day): Day | null {
  if (order === 'mdy') return dayIn(third, Number(first), Number(second), latest);
  if (order === 'dmy') return dayIn(third, Number(second), Number(first), latest);
  return dayIn(first.padStart(2, '0'), Number(second), Number(third), latest);
}

function dayIn(year: string, month: number, day: number, latest: Day): Day | null {
  if (year.length !== 2) return dayOf(Number(year), month, day);
  const latestYear = Number(latest.slice(0, 4));
  const full = latestYear - (latestYear % 100) + Number(year);
  const newest = full > latestYear ? null : dayOf(full, month, day);
  return newest !== null && newest <= latest
    ? newest
    : newest === null && full <= latestYear
      ? null
      : dayOf(full - 100, month, day);
}

function reading(day: Day | null, order?: DateOrder): Reading<Day> {
  if (day !== null) return read(EMPTY_DATES.has(day) ? null : day);
  return order === undefined
    ? unreadable('bad-date', 'there is no such day')
    : unreadable(
        'bad-date',
        `there is no such day in a ${IN_WORDS[order]} column`,
        'if the column is written in another order, say which with --date-order',
      );
}

/** How many cells could only be read in one order. */
export interface DateVerdict {
  /** null: nothing proves an order, or the proofs contradict each other */
  readonly order: DateOrder | null;
  readonly proofs: Readonly<Record<DateOrder, number>>;
  /** cells that make two different days, month first and day first */
  readonly ambiguous: number;
}

/** A few mistyped dates do not overturn a column. */
const CLEAR_MAJORITY = 5;

/** Gathers the cells of one column to find out in which order its dates are written. */
export class DateEvidence {
  #mdy = 0;
  #dmy = 0;
  #ymd = 0;
  #ambiguous = 0;

  /** Looks at one cell; blanks and dates that need no order prove nothing. */
  add(text: string): void {
    const shape = dateShape(text);
    if (shape.form !== 'numeric') return;
    const [first, second, third] = [Number(shape.parts[0]), Number(shape.parts[1]), shape.parts[2]];
    if (first > 31 && third.length === 2 && second <= 12) this.#ymd++;
    else if (first > 12 && first <= 31 && second <= 12) this.#dmy++;
    else if (second > 12 && second <= 31 && first <= 12) this.#mdy++;
    else if (first <= 12 && second <= 12 && first !== second) this.#ambiguous++;
  }

  /** The order at least five of six proofs speak for. */
  verdict(): DateVerdict {
    const proofs = { mdy: this.#mdy, dmy: this.#dmy, ymd: this.#ymd };
    const all = proofs.mdy + proofs.dmy + proofs.ymd;
    const orders: readonly DateOrder[] = ['mdy', 'dmy', 'ymd'];
    const order = orders.find(
      (each) => proofs[each] > 0 && proofs[each] >= CLEAR_MAJORITY * (all - proofs[each]),
    );
    return { order: order ?? null, proofs, ambiguous: this.#ambiguous };
  }
}
