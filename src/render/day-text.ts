/** Days as a person reads them: the month as a word, so that no country takes it for the day. */

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
const A_MONDAY = '2001-01-01' as Day;

const monthOf = (day: Day): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
const dayOfMonth = (day: Day): string => String(Number(day.slice(8, 10)));

/** `Saturday 21 November 2026` */
export function dayInFull(day: Day): string {
  const weekday = WEEKDAYS[((daysBetween(A_MONDAY, day) % 7) + 7) % 7] ?? '';
  return `${weekday} ${dayOfMonth(day)} ${monthOf(day)} ${Number(day.slice(0, 4))}`;
}

/** `21 November 2026` */
export const dayInLetter = (day: Day): string =>
  `${dayOfMonth(day)} ${monthOf(day)} ${Number(day.slice(0, 4))}`;

/** `19 Nov`, with the year (`19 Nov 2023`) when it is not the year of `on`. */
export function dayInShort(day: Day, on: Day): string {
  const year = day.slice(0, 4) === on.slice(0, 4) ? '' : ` ${Number(day.slice(0, 4))}`;
  return `${dayOfMonth(day)} ${monthOf(day).slice(0, 3)}${year}`;
}
