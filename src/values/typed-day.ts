/** A day as a person types it. */

import { addDays, addOffset, type Day, dayOf, daysBetween, parseOffset } from '../domain/day.ts';
import { dateShape } from './date-shape.ts';
import type { DateOrder } from './dates.ts';

/** Which one of several is meant where a day says neither week nor year: the next one, or the one that has just been. */
export type Looks = 'ahead' | 'back';

export interface DayIsRead {
  /** what `today` is */
  readonly on: Day;
  /** the country's way of writing dates; null where it has two */
  readonly order: DateOrder | null;
  /** `ahead` when left out */
  readonly looks?: Looks;
}

const NEAR: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
const A_MONDAY = '2001-01-01' as Day;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = /^(?:(next|last)\s+)?(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs?|rsday|urday)?\.?$/;
const DAY_AND_MONTH = /^(\d{1,2})[./-](\d{1,2})\.?$/;
const THREE_NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})\.?$/;

/**
 * The days that may be meant: one; none for what is no day; two for numbers that are two days in a country that writes dates in
 * two ways. Taken are `2027-05-03`, `today`, `tomorrow`, `yesterday`, `+3d` (`3d`, `2w`, `6m`, `1y`; `-3d` is behind us), `fri`
 * (never today when it looks ahead), `last fri`, `5/3` and `5/3/27` in the order given, `May 3` with a year or without.
 */
export function daysMeant(text: string, { on, order, looks = 'ahead' }: DayIsRead): readonly Day[] {
  const word = text.trim().toLowerCase();
  const near = NEAR[word];
  if (near !== undefined) return [addDays(on, near)];
  const [, side, weekday] = WEEKDAY.exec(word) ?? [];
  if (weekday !== undefined) return [weekdayBeside(on, weekday, side ?? looks)];
  const offset = /^[+-]?\d/.test(word) ? parseOffset(word) : null;
  if (offset !== null) return [addOffset(on, offset)];
  const [, first, second, year] = THREE_NUMBERS.exec(word) ?? [];
  if (first !== undefined && second !== undefined && year !== undefined)
    return eachOnce(ordersFor(order, first, second, year).map((each) => inOrder(each, first, second, year)));
  const [, one, other] = DAY_AND_MONTH.exec(word) ?? [];
  if (one !== undefined && other !== undefined)
    return eachOnce(
      ordersFor(order === 'ymd' ? 'mdy' : order, one, other).map((each) =>
        withoutYear(on, looks, (written) => inOrder(each, one, other, written)),
      ),
    );
  return eachOnce([writtenOut(word) ?? withoutYear(on, looks, (year) => writtenOut(`${word} ${year}`))]);
}

/** The one day that is meant; null for what is no day, or may be two. */
export function dayMeant(text: string, how: DayIsRead): Day | null {
  const [day, other] = daysMeant(text, how);
  return other === undefined ? (day ?? null) : null;
}

const eachOnce = (days: readonly (Day | null)[]): readonly Day[] => [
  ...new Set(days.filter((day) => day !== null)),
];

/** @param side `next` and `ahead` leave today out, and so does `last`; `back` does not */
function weekdayBeside(on: Day, weekday: string, side: string): Day {
  const today = ((daysBetween(A_MONDAY, on) % 7) + 7) % 7;
  const ahead = ((WEEKDAYS.indexOf(weekday) - today + 6) % 7) + 1;
  if (side === 'back') return addDays(on, ahead === 7 ? 0 : ahead - 7);
  return addDays(on, side === 'last' ? (ahead === 7 ? -7 : ahead - 7) : ahead);
}

/** A month has no more than twelve: what can be read in one way only needs no country. */
function ordersFor(order: DateOrder | null, first: string, second: string, year = ''): readonly DateOrder[] {
  if (order === 'ymd' && year.length === 2) return ['ymd'];
  if (Number(first) > 12) return ['dmy'];
  if (Number(second) > 12) return ['mdy'];
  return order === 'mdy' || order === 'dmy' ? [order] : ['mdy', 'dmy'];
}

function inOrder(order: DateOrder, first: string, second: string, third: string): Day | null {
  if (order === 'ymd') return dayOf(fullYear(first), Number(second), Number(third));
  const [month, day] = order === 'mdy' ? [first, second] : [second, first];
  return dayOf(fullYear(third), Number(month), Number(day));
}

/** Calls are made in this century. */
const fullYear = (year: string): number => (year.length <= 2 ? 2000 + Number(year) : Number(year));

/** The year that puts the day on the side looked at. */
function withoutYear(on: Day, looks: Looks, dayIn: (year: string) => Day | null): Day | null {
  const year = Number(on.slice(0, 4));
  const days = (looks === 'ahead' ? [year, year + 1] : [year, year - 1]).map((each) => dayIn(String(each)));
  return days.find((day) => day !== null && (looks === 'ahead' ? day >= on : day <= on)) ?? null;
}

/** A day with its year first, or with its month in words. */
function writtenOut(text: string): Day | null {
  const shape = /:/.test(text) ? null : dateShape(text);
  return shape?.form === 'ordered' ? dayOf(fullYear(shape.year), shape.month, shape.day) : null;
}
