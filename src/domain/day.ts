/** Calendar days as `YYYY-MM-DD` text: no clock, no time zone, compared as strings. */

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as moveByDays } from 'date-fns/addDays';
import { addMonths as moveByMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';

declare const dayBrand: unique symbol;
/** A real day of the Gregorian calendar, `YYYY-MM-DD`, years 0001 to 9999. */
export type Day = string & { readonly [dayBrand]: true };

export type DayUnit = 'd' | 'w' | 'm' | 'y';
/** A signed distance between days, as written in a plan: `30d`, `-6m`, `1y`. */
export interface Offset {
  readonly count: number;
  readonly unit: DayUnit;
}

/** The same, or in business days: `1b` is the first business day after, `-1b` the last before, `0b` the day or the next business day. */
export interface PlanOffset {
  readonly count: number;
  readonly unit: DayUnit | 'b';
}
/** A length of time that ends on a day: whole days, or business days. */
export interface Length {
  readonly count: number;
  readonly unit: 'd' | 'b';
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

/** At its midnight in UTC, which has no clock changes: there every day is there, and equally long. */
const inUtc = (day: Day): Date =>
  new UTCDateMini(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

const inText = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

/** A list of a million sales takes the same few steps from the same few thousand days: each is worked out once. */
const STEPS_KEPT = 100_000;
const steps = new Map<string, Map<Day, Day>>();
let kept = 0;

/**
 * `day` moved by `offset`. Months and years keep the day of the month, clamped to the month's end:
 * 31 January + 1m = 28 or 29 February, 29 February + 1y = 28 February, + 4y = 29 February.
 */
export function addOffset(day: Day, offset: Offset): Day {
  const step = printOffset(offset);
  let moved = steps.get(step);
  if (moved === undefined) {
    moved = new Map();
    steps.set(step, moved);
  }
  const known = moved.get(day);
  if (known !== undefined) return known;
  const to = stepped(day, offset);
  if (kept >= STEPS_KEPT) {
    steps.clear();
    kept = 0;
  }
  moved.set(day, to);
  kept += 1;
  return to;
}

function stepped(day: Day, { count, unit }: Offset): Day {
  switch (unit) {
    case 'd':
      return inText(moveByDays(inUtc(day), count));
    case 'w':
      return inText(moveByDays(inUtc(day), 7 * count));
    case 'm':
      return inText(moveByMonths(inUtc(day), count));
    case 'y':
      return inText(moveByMonths(inUtc(day), 12 * count));
  }
}

export const addDays = (day: Day, count: number): Day => addOffset(day, { count, unit: 'd' });
export const addMonths = (day: Day, count: number): Day => addOffset(day, { count, unit: 'm' });

/** Whole years gone by from `from` to `to`, 29 February counted on the 28th of other years; negative when `to` is earlier. */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return addOffset(from, { count: years, unit: 'y' }) > to ? years - 1 : years;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => differenceInCalendarDays(inUtc(to), inUtc(from));

const OFFSET = /^([+-]?\d{1,5})([dwmy])$/;

/** Reads `30d`, `-6m`, `1y`; null when it is no offset. */
export function parseOffset(text: string): Offset | null {
  const parts = OFFSET.exec(text.trim());
  return parts ? { count: Number(parts[1]), unit: parts[2] as DayUnit } : null;
}

const BUSINESS_DAYS = /^([+-]?\d{1,5})b$/;

/** Reads what `parseOffset` does, and business days: `1b`; null when it is neither. */
export function parsePlanOffset(text: string): PlanOffset | null {
  const parts = BUSINESS_DAYS.exec(text.trim());
  return parts ? { count: Number(parts[1]), unit: 'b' } : parseOffset(text);
}

export const printOffset = ({ count, unit }: PlanOffset): string => `${count}${unit}`;

/** The day it is at `instant` where this process believes to be (its TZ). */
export const localDay = (instant: Date): Day =>
  `${String(instant.getFullYear()).padStart(4, '0')}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}` as Day;

/**
 * The day it is at `instant` in `timeZone` (IANA, known to exist; null = where this process believes to be).
 * By way of TZ, which takes half a millisecond where a date formatter takes twenty to load.
 */
export const dayInZone = (instant: Date, timeZone: string | null): Day =>
  withZone(timeZone, () => localDay(instant));

/** Day and time of an instant, `2026-11-21 08:30`, in `timeZone`; null = where this process believes to be. */
export const timeInZone = (instant: Date, timeZone: string | null): string =>
  withZone(timeZone, () => `${localDay(instant)} ${pad(instant.getHours())}:${pad(instant.getMinutes())}`);

/** Minutes by which the clocks of `timeZone` (null = this process's) are ahead of UTC at noon of `day`, when a clock change is over. */
export const minutesAhead = (day: Day, timeZone: string | null): number =>
  withZone(timeZone, () => {
    const noon = new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);
    return -noon.getTimezoneOffset();
  });

function withZone<T>(timeZone: string | null, look: () => T): T {
  if (timeZone === null) return look();
  const before = process.env.TZ;
  process.env.TZ = timeZone;
  try {
    return look();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
