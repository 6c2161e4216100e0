/** A span of one day's clock, `09:00` to `20:00`: between which times something may be done. */

export interface Hours {
  /** `HH:MM`, 24 hours */
  readonly from: string;
  /** later than `from`; `24:00` is the end of the day */
  readonly to: string;
}

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Whether both are times of the clock and the first is earlier. */
export const areHours = ({ from, to }: Hours): boolean => CLOCK.test(from) && CLOCK.test(to) && from < to;

/** What is inside both; null when that is nothing, or when one of them is (no time at all). */
export function sharedHours(a: Hours | null, b: Hours | null): Hours | null {
  if (a === null || b === null) return null;
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from < to ? { from, to } : null;
}

const MINUTES_A_DAY = 24 * 60;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The same span on a clock that shows so many minutes more; what falls on another day is cut off. */
export function shiftedHours({ from, to }: Hours, minutes: number): Hours | null {
  const start = Math.max(0, minutesOf(from) + minutes);
  const end = Math.min(MINUTES_A_DAY, minutesOf(to) + minutes);
  return start < end ? { from: clockOf(start), to: clockOf(end) } : null;
}
