/** Which anchor days could give an occurrence that is open on a day: to find candidates by index instead of asking everyone. */

import { addDays, addOffset, type Day, daysBetween, type Offset, type PlanOffset } from '../domain/day.ts';
import type { DayRange } from '../domain/day-range.ts';
import { ANCHORS, type Anchor, type Plan, type Touch } from '../domain/plan.ts';
import { earliestTo, latestTo, type WorkingDays } from '../domain/working-days.ts';
import { daysToGo, FARTHEST_PER_DAY, paceOfSettings } from './pace.ts';
import { dueDaysOpen } from './windows.ts';

/** 28 and 31 January are both one month before 28 February: whatever comes to a month's end may have come from so many days later. */
const CLAMPED_AT_MOST = 3;

/**
 * For each kind of anchor the days that could matter on `day`: a superset, merged and ascending, nothing earlier than
 * `oldest`. A touch counted from the last service starts at the sale's anchor where there was no service, so its
 * ranges go for both kinds of days. What a car's own odometer says is not known here: that is in `drivenRange`.
 */
export function anchorRanges(plan: Plan, day: Day, oldest: Day): Record<Anchor, DayRange[]> {
  const of = (anchor: Anchor): DayRange[] =>
    merged(
      plan.touches
        .filter(({ from }) => from === anchor)
        .flatMap((touch) => [
          ...rangesOf(plan.working, touch, day, oldest),
          ...rangesByDistance(plan, touch, day, oldest),
        ]),
    );
  return Object.fromEntries(ANCHORS.map((anchor) => [anchor, of(anchor)])) as Record<Anchor, DayRange[]>;
}

/**
 * The anchor days from which a car whose odometer was read could have gone far enough for something to be open on `day`; null
 * where no touch counts by distance.
 */
export function drivenRange(plan: Plan, day: Day, oldest: Day): DayRange | null {
  const last = plan.touches.flatMap((touch) => {
    if (touch.distance === null) return [];
    const { from, to } = dueDaysOpen(plan.working, touch, { from: day, to: day });
    return from > to ? [] : addDays(to, -Math.ceil(touch.distance / FARTHEST_PER_DAY));
  });
  const [to] = last.sort().reverse();
  return to === undefined || to < oldest ? null : { from: oldest, to };
}

/** The days of appointments that, missed, give these anchor days: a superset. */
export const missedDays = ({ working, workshop }: Plan, anchors: readonly DayRange[]): DayRange[] =>
  anchors.map(({ from, to }) => ({
    from: addDays(earliestTo(working, from, NEXT_BUSINESS_DAY), -workshop.missedAfter),
    to: latestTo(working, to, NEXT_BUSINESS_DAY),
  }));

const NEXT_BUSINESS_DAY: PlanOffset = { count: 1, unit: 'b' };

/** The anchor days from which this offset of the touch could be open on `day`: a superset, by a few days at most; empty where it begins after its end. */
export function anchorRange(working: WorkingDays, touch: Touch, offset: PlanOffset, day: Day): DayRange {
  const due = dueDaysOpen(working, touch, { from: day, to: day });
  const { count, unit } = offset;
  if (unit === 'b')
    return { from: earliestTo(working, due.from, offset), to: latestTo(working, due.to, offset) };
  const back = { count: -count, unit };
  const to = addOffset(due.to, back);
  return {
    from: addOffset(due.from, back),
    to: (unit === 'm' || unit === 'y') && isMonthsEnd(due.to) ? addDays(to, CLAMPED_AT_MOST) : to,
  };
}

const isMonthsEnd = (day: Day): boolean => addDays(day, 1).endsWith('-01');

function rangesOf(working: WorkingDays, touch: Touch, day: Day, oldest: Day): DayRange[] {
  const before = (offset: PlanOffset): DayRange => anchorRange(working, touch, offset, day);
  const due = dueDaysOpen(working, touch, { from: day, to: day });
  if (due.from > due.to) return [];
  const ranges: DayRange[] = [];
  if (touch.every === null) {
    ranges.push(...touch.at.map(before));
  } else if (isUnbroken(due, touch.every)) {
    ranges.push({ from: oldest, to: before(touch.every).to });
  } else {
    const { count, unit } = touch.every;
    let k = 1;
    for (let range = before(touch.every); range.to >= oldest; range = before({ count: k * count, unit })) {
      ranges.push(range);
      k++;
    }
  }
  return ranges
    .filter(({ from, to }) => from <= to && to >= oldest)
    .map(({ from, to }) => ({ from: from < oldest ? oldest : from, to }));
}

/** For cars of which no more is known than how far one goes in this store. */
function rangesByDistance(plan: Plan, touch: Touch, day: Day, oldest: Day): DayRange[] {
  const { distance } = touch;
  const due = dueDaysOpen(plan.working, touch, { from: day, to: day });
  if (distance === null || due.from > due.to) return [];
  const pace = paceOfSettings(plan);
  const before = (k: number): DayRange => {
    const days = daysToGo(pace, k * distance);
    return { from: addDays(due.from, -days), to: addDays(due.to, -days) };
  };
  if (daysToGo(pace, distance) <= daysBetween(due.from, due.to) + 1)
    return due.to < oldest ? [] : [{ from: oldest, to: before(1).to }].filter(({ from, to }) => from <= to);
  const ranges: DayRange[] = [];
  for (let k = 1, range = before(k); range.to >= oldest; k++, range = before(k))
    ranges.push({ from: range.from < oldest ? oldest : range.from, to: range.to });
  return ranges;
}

const LONGEST_UNIT = { d: 1, w: 7, m: 31, y: 366 } as const;

/** Whether the windows are so wide that one range runs into the next: worth knowing for "every day" since 1930. */
const isUnbroken = ({ from, to }: DayRange, { count, unit }: Offset): boolean =>
  count * LONGEST_UNIT[unit] <= daysBetween(from, to) + 1;

function merged(ranges: readonly DayRange[]): DayRange[] {
  const result: { from: Day; to: Day }[] = [];
  for (const range of [...ranges].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = result.at(-1);
    if (last !== undefined && range.from <= addDays(last.to, 1)) {
      if (range.to > last.to) last.to = range.to;
    } else {
      result.push({ ...range });
    }
  }
  return result;
}
