/** The days on which calls are made: the store's, and each salesperson's. */

import { addDays, type Day, daysBetween } from './day.ts';

/** In the order in which days are counted from a Monday. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface WorkingDays {
  readonly businessDays: readonly Weekday[];
  /** the store is closed */
  readonly holidays: readonly Day[];
}

const A_MONDAY = '2001-01-01' as Day;
/** Nobody looks back further for what was missed: after that long away, a list of its own is due anyway. */
const LOOK_BACK_DAYS = 31;

export const weekdayOf = (day: Day): Weekday => WEEKDAYS[((daysBetween(A_MONDAY, day) % 7) + 7) % 7] ?? 'mon';

/** Most stores are closed on Sunday only. */
export const USUAL_DAYS: WorkingDays = {
  businessDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  holidays: [],
};

/** Longer than any store is closed for holidays. */
const LONGEST_CLOSING_DAYS = 366;

/** The first day on or after `day` on which the store works. */
export function businessDayFrom(working: WorkingDays, day: Day): Day {
  let on = day;
  for (let waited = 0; waited < LONGEST_CLOSING_DAYS && !isBusinessDay(working, on); waited++)
    on = addDays(on, 1);
  return on;
}

/** The last day before `day` on which the store works. */
export function lastWorkingDayBefore(working: WorkingDays, day: Day): Day {
  let on = addDays(day, -1);
  for (let waited = 0; waited < LONGEST_CLOSING_DAYS && !isBusinessDay(working, on); waited++)
    on = addDays(on, -1);
  return on;
}

/** Whether the store worked on no day of the week, which begins on Monday, before `day`. */
export const isFirstOfWeek = (working: WorkingDays, day: Day): boolean =>
  daysBetween(lastWorkingDayBefore(working, day), day) > WEEKDAYS.indexOf(weekdayOf(day));

export const isBusinessDay = ({ businessDays, holidays }: WorkingDays, day: Day): boolean =>
  businessDays.includes(weekdayOf(day)) && !holidays.includes(day);

/**
 * How many days lie between `day` and the working day before it: 0 on a Tuesday, 1 on a Monday after a closed Sunday.
 * @param daysOff of one salesperson; the store's own are in `working`
 */
export function daysMissed(working: WorkingDays, daysOff: readonly Day[], day: Day): number {
  for (let missed = 0; missed < LOOK_BACK_DAYS; missed++) {
    const before = addDays(day, -missed - 1);
    if (isBusinessDay(working, before) && !daysOff.includes(before)) return missed;
  }
  return LOOK_BACK_DAYS;
}
