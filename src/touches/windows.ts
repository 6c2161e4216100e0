/** When a touch that is due on a day opens and closes, and which due days are open on given days. */

import { addDays, type Day } from '../domain/day.ts';
import type { DayRange } from '../domain/day-range.ts';
import type { Touch } from '../domain/plan.ts';
import { earliestTo, latestTo, movedBy, type WorkingDays } from '../domain/working-days.ts';

type Window = Pick<Touch, 'opens' | 'closes' | 'keptDays'>;

export const opensOn = (working: WorkingDays, { opens }: Window, dueOn: Day): Day =>
  movedBy(working, dueOn, before(opens));

export const closesOn = (working: WorkingDays, { closes, keptDays = 0 }: Window, dueOn: Day): Day =>
  kept(movedBy(working, dueOn, closes), keptDays);

const kept = (day: Day, days: number): Day => (days === 0 ? day : addDays(day, days));

const before = ({ count, unit }: Touch['opens']) => ({ count: -count, unit });

/** The due days of what closes on `from` or later and opens on `to` or earlier; none where the range begins after its end. */
export const dueDaysOpen = (working: WorkingDays, touch: Window, { from, to }: DayRange): DayRange => ({
  from: earliestTo(working, kept(from, -(touch.keptDays ?? 0)), touch.closes),
  to: latestTo(working, to, before(touch.opens)),
});

/** The due days of what opens on a day of the range. */
export const dueDaysOpening = (
  working: WorkingDays,
  { opens }: Window,
  { from, to }: DayRange,
): DayRange => ({
  from: earliestTo(working, from, before(opens)),
  to: latestTo(working, to, before(opens)),
});
