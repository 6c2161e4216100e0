/** Times of the clock as a person of the store's country reads them. */

import type { Hours } from '../domain/hours.ts';

/** Where people say 8 pm; everywhere else they say 20:00. */
const TWELVE_HOURS = new Set(['US', 'CA', 'AU', 'NZ']);

/**
 * @param time `HH:MM`
 * @param country ISO 3166, the store's
 * @returns `8:30 pm`, `9 am` and `noon` where the day has two halves, `20:30` and `9:00` elsewhere
 */
export function clockText(time: string, country: string): string {
  const [hour = 0, minute = ''] = [Number(time.slice(0, 2)), time.slice(3, 5)];
  if (!TWELVE_HOURS.has(country)) return `${hour}:${minute}`;
  if (minute === '00' && hour % 12 === 0) return hour % 24 === 0 ? 'midnight' : 'noon';
  const past = minute === '00' ? '' : `:${minute}`;
  return `${hour % 12 || 12}${past} ${hour % 24 < 12 ? 'am' : 'pm'}`;
}

/** `9 am – 8 pm`, `9:00–20:00` */
export function spanText({ from, to }: Hours, country: string): string {
  const dash = TWELVE_HOURS.has(country) ? ' – ' : '–';
  return `${clockText(from, country)}${dash}${clockText(to, country)}`;
}

/** For a narrow column: `9am–8pm`, `9:00–20:00`. */
export const spanInBrief = (hours: Hours, country: string): string =>
  spanText(hours, country).replaceAll(' ', '');

/** The text for a page that breaks its own lines: never between `8` and `pm`. */
export const hoursUnbroken = (text: string): string => text.replace(/(?<=\d) (?=[ap]m\b)/g, '\u00a0');
