/** Calendar days as `YYYY-MM-DD` text: no clock, no time zone, compared as strings. */

import { UTCDate } from '@date-fns/utc';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { addYears as addYearsTo } from 'date-fns/addYears';

declare const dayBrand: unique symbol;
/** A real day of the Gregorian calendar, `YYYY-MM-DD`, years 0001 to 9999. */
export type Day = string & { readonly [dayBrand]: true };

export type DayUnit = 'd' | 'w' | 'm' | 'y';
/** A signed distance between days, as written in a plan: `30d`, `-6m`, `1y`. */
export interface Offset {
  readonly count: number;
  readonly unit: DayUnit;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The day with these parts (month 1 to 12), or null when the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const length = month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1];
  if (length === undefined || dayOfMonth < 1 || dayOfMonth > length || year < 1 || year > 9999) return null;
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}` as Day;
}

const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** Reads `YYYY-MM-DD`; null for anything else, 30 February included. */
export function parseDay(text: string): Day | null {
  const parts = DAY.exec(text);
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

const asDate = (day: Day): UTCDate =>
  new UTCDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

const fromDate = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

const remembered = new Map<string, Day>();
const REMEMBERED_AT_MOST = 50_000;

/**
 * `day` moved by `offset`. Months and years keep the day of the month, clamped to the month's end:
 * 31 January + 1m = 28 or 29 February, 29 February + 1y = 28 February, + 4y = 29 February.
 */
export function addOffset(day: Day, offset: Offset): Day {
  const key = `${day}${offset.count}${offset.unit}`;
  let moved = remembered.get(key);
  if (moved === undefined) {
    moved = moveBy(asDate(day), offset);
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
    remembered.set(key, moved);
  }
  return moved;
}

function moveBy(date: UTCDate, { count, unit }: Offset): Day {
  switch (unit) {
    case 'd':
      return fromDate(addDaysTo(date, count));
    case 'w':
      return fromDate(addDaysTo(date, 7 * count));
    case 'm':
      return fromDate(addMonthsTo(date, count));
    case 'y':
      return fromDate(addYearsTo(date, count));
  }
}

export const addDays = (day: Day, count: number): Day => addOffset(day, { count, unit: 'd' });
export const addMonths = (day: Day, count: number): Day => addOffset(day, { count, unit: 'm' });

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((asDate(to).getTime() - asDate(from).getTime()) / 86_400_000);
}

const OFFSET = /^([+-]?\d{1,5})([dwmy])$/;

/** Reads `30d`, `-6m`, `1y`; null when it is no offset. */
export function parseOffset(text: string): Offset | null {
  const parts = OFFSET.exec(text.trim());
  return parts ? { count: Number(parts[1]), unit: parts[2] as DayUnit } : null;
}

export const printOffset = ({ count, unit }: Offset): string => `${count}${unit}`;

/**
 * The day it is at `instant` in `timeZone` (IANA).
 * @throws RangeError when the zone is unknown
 */
export function dayInZone(instant: Date, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(instant) as Day;
}
