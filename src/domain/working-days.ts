/** The days on which calls are made: the store's, and each salesperson's. */

import { addDays, addOffset, type Day, daysBetween, type PlanOffset } from './day.ts';

/** In the order in which days are counted from a Monday. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface WorkingDays {
  readonly businessDays: readonly Weekday[];
  /** the store is closed */
  readonly holidays: readonly Day[];
  /** and on these days of a year, each with its name; absent = on no others */
  readonly regional?: (year: number) => ReadonlyMap<Day, string>;
  /** it is open all the same */
  readonly open?: readonly Day[];
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

export const isBusinessDay = (working: WorkingDays, day: Day): boolean =>
  working.open?.includes(day) === true ||
  (working.businessDays.includes(weekdayOf(day)) &&
    !working.holidays.includes(day) &&
    working.regional?.(yearOf(day)).has(day) !== true);

const yearOf = (day: Day): number => Number(day.slice(0, 4));

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

/** Few plans and few thousand days: each step is worked out once for each calendar. */
const STEPS_KEPT = 100_000;
const steps = new WeakMap<WorkingDays, Map<string, Day>>();

/**
 * `day` moved by `offset`. In business days, k counts those after the day (before it, where k is negative), whether or not it is
 * one itself; 0 is the day itself, or the next business day. A later day never comes to an earlier one.
 */
export function movedBy(working: WorkingDays, day: Day, { count, unit }: PlanOffset): Day {
  if (unit !== 'b') return addOffset(day, { count, unit });
  let known = steps.get(working);
  if (known === undefined || known.size >= STEPS_KEPT) {
    known = new Map();
    steps.set(working, known);
  }
  const step = `${count} ${day}`;
  const moved = known.get(step) ?? byBusinessDays(working, day, count);
  known.set(step, moved);
  return moved;
}

function byBusinessDays(working: WorkingDays, day: Day, count: number): Day {
  if (count === 0) return businessDayFrom(working, day);
  const way = Math.sign(count);
  const aWeek = new Set(working.businessDays).size;
  let on = day;
  let left = Math.abs(count);
  // whole weeks at once, less the holidays in them
  while (left > aWeek) {
    const weeks = Math.floor((left - 1) / aWeek);
    const to = addDays(on, way * 7 * weeks);
    left -= weeks * aWeek - closedBetween(working, on, to);
    on = to;
  }
  for (let closed = 0; left > 0 && closed < LONGEST_CLOSING_DAYS; ) {
    on = addDays(on, way);
    if (isBusinessDay(working, on)) left -= 1;
    else closed += 1;
  }
  return on;
}

/**
 * Holidays on days of the week on which the store works, less the other days on which it is open, after the one day up to and
 * with the other, whichever comes first.
 */
function closedBetween(working: WorkingDays, from: Day, to: Day): number {
  const { businessDays, open = [] } = working;
  const [first, last] = from < to ? [addDays(from, 1), to] : [to, addDays(from, -1)];
  const isIn = (on: Day): boolean => first <= on && on <= last;
  const isUsual = (on: Day): boolean => businessDays.includes(weekdayOf(on));
  const closed = new Set(
    holidaysIn(working, yearOf(first), yearOf(last)).filter((on) => isIn(on) && isUsual(on)),
  );
  for (const on of open) closed.delete(on);
  return closed.size - new Set(open.filter((on) => isIn(on) && !isUsual(on))).size;
}

/** Those listed, of any year, and those of the region in these years; some twice, some on days on which the store is open all the same. */
function holidaysIn({ holidays, regional }: WorkingDays, from: number, to: number): readonly Day[] {
  if (regional === undefined) return holidays;
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return [...holidays, ...years.flatMap((year) => [...regional(year).keys()])];
}

/** The days of the year on which the store is closed for a holiday, each with its name; empty for one that is only listed. */
export function holidaysOf(working: WorkingDays, year: number): ReadonlyMap<Day, string> {
  const named = working.regional?.(year) ?? new Map<Day, string>();
  return new Map(
    [...new Set(holidaysIn(working, year, year))]
      .filter((on) => yearOf(on) === year && working.open?.includes(on) !== true)
      .sort()
      .map((on) => [on, named.get(on) ?? '']),
  );
}

/** The earliest day that `offset` moves to `day` or a later one. */
export const earliestTo = (working: WorkingDays, day: Day, offset: PlanOffset): Day =>
  furthestTo(working, day, offset, -1);

/** The latest day that `offset` moves to `day` or an earlier one. */
export const latestTo = (working: WorkingDays, day: Day, offset: PlanOffset): Day =>
  furthestTo(working, day, offset, 1);

/** Found near the day the offset back leads to: a step back from a closed day is no step there. */
function furthestTo(working: WorkingDays, day: Day, offset: PlanOffset, way: 1 | -1): Day {
  const back = { count: -offset.count, unit: offset.unit };
  let on = movedBy(working, day, back);
  if (offset.unit === 'd' || offset.unit === 'w') return on;
  const isTooFar = (from: Day): boolean => {
    const to = movedBy(working, from, offset);
    return way === 1 ? to > day : to < day;
  };
  for (let i = 0; i < LONGEST_CLOSING_DAYS && isTooFar(on); i++) on = addDays(on, -way);
  for (let i = 0; i < LONGEST_CLOSING_DAYS && !isTooFar(addDays(on, way)); i++) on = addDays(on, way);
  return on;
}
