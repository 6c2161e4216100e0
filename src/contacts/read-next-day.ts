/** The day to be in touch again, as a person types it. */

import { addDays, addOffset, type Day, dayOf, daysBetween, parseDay, parseOffset } from '../domain/day.ts';
import type { DateOrder } from '../values/dates.ts';

const A_MONDAY = '2001-01-01' as Day;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = /^(?:next\s+)?(mon|tue|wed|thu|fri|sat|sun)[a-z]*$/;
const NUMBERS = /^(\d{1,4})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?\.?$/;

/**
 * Reads `2027-05-03`, `today`, `tomorrow`, `+3d` (`3d`, `2w`, `6m`, `1y`), `fri` (the next one), `5/3` or `5/3/27` in the order of
 * the store's country; a day without a year is the next such day. null when it is no day, or could be two
 * (`5/3` where the country has no one order).
 */
export function readNextDay(text: string, on: Day, order: DateOrder | null): Day | null {
  const word = text.trim().toLowerCase();
  if (word === 'today') return on;
  if (word === 'tomorrow') return addDays(on, 1);
  const weekday = WEEKDAY.exec(word)?.[1];
  if (weekday !== undefined) {
    const today = ((daysBetween(A_MONDAY, on) % 7) + 7) % 7;
    return addDays(on, ((WEEKDAYS.indexOf(weekday) - today + 6) % 7) + 1);
  }
  const offset = /^\+?\d/.test(word) ? parseOffset(word.replace('+', '')) : null;
  if (offset !== null) return addOffset(on, offset);
  return parseDay(word) ?? readNumbers(word, on, order);
}

function readNumbers(text: string, on: Day, order: DateOrder | null): Day | null {
  const parts = NUMBERS.exec(text);
  if (parts === null) return null;
  const [, first = '', second = '', year] = parts;
  if (first.length > 2) return year === undefined ? null : dayOf(Number(first), Number(second), Number(year));
  const dayFirst = Number(first) > 12 || order === 'dmy';
  if (order === null && Number(first) <= 12 && Number(second) <= 12 && first !== second) return null;
  const [month, dayOfMonth] =
    dayFirst && Number(second) <= 12 ? [Number(second), Number(first)] : [Number(first), Number(second)];
  if (year !== undefined)
    return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, dayOfMonth);
  const thisYear = Number(on.slice(0, 4));
  const coming = dayOf(thisYear, month, dayOfMonth);
  return coming !== null && coming >= on ? coming : dayOf(thisYear + 1, month, dayOfMonth);
}
