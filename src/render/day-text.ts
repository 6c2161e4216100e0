/** Days as people of the store's country write them; the month is a word, so that nobody takes it for the day. */

import { type Day, daysBetween } from '../domain/day.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
/** Where the month comes before the day: `Nov 21, 2026`. ISO 3166. */
const MONTH_FIRST = new Set(['US', 'PH']);
const A_MONDAY = '2001-01-01' as Day;

const monthOf = (day: Day): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
const dayOfMonth = (day: Day): string => String(Number(day.slice(8, 10)));

function written(day: Day, month: string, withYear: boolean, country: string): string {
  const year = String(Number(day.slice(0, 4)));
  if (MONTH_FIRST.has(country)) return `${month} ${dayOfMonth(day)}${withYear ? `, ${year}` : ''}`;
  return `${dayOfMonth(day)} ${month}${withYear ? ` ${year}` : ''}`;
}

/** `Monday` */
export const weekdayOf = (day: Day): string => WEEKDAYS[((daysBetween(A_MONDAY, day) % 7) + 7) % 7] ?? '';

/** `Saturday, November 21, 2026` in the United States, `Saturday 21 November 2026` elsewhere. @param country ISO 3166 */
export function dayInFull(day: Day, country: string): string {
  return `${weekdayOf(day)}${MONTH_FIRST.has(country) ? ',' : ''} ${dayInLetter(day, country)}`;
}

/** `November 21, 2026`, `21 November 2026` */
export const dayInLetter = (day: Day, country: string): string => written(day, monthOf(day), true, country);

/** `Nov 19`, `19 Nov`; with the year (`Nov 19, 2023`) when it is not the year of `on`. */
export const dayInShort = (day: Day, on: Day, country: string): string =>
  written(day, monthOf(day).slice(0, 3), day.slice(0, 4) !== on.slice(0, 4), country);

/** A sentence that names days as `2026-11-19`, with each of them as `dayInShort` writes it. */
export const daysInText = (text: string, on: Day, country: string): string =>
  text.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => dayInShort(day as Day, on, country));
