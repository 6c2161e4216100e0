/** The single occasions a touch of the plan gives rise to. */

import { addDays, addOffset, type Day, daysBetween, type Offset } from '../domain/day.ts';
import type { DayRange } from '../domain/day-range.ts';
import type { SaleFacts } from '../domain/facts.ts';
import type { Plan, Script, Touch } from '../domain/plan.ts';
import { movedBy, type WorkingDays } from '../domain/working-days.ts';
import { anchorRange } from './anchor-ranges.ts';
import type { Anchors } from './anchors.ts';
import { daysToGo, type Pace } from './pace.ts';
import { notesOfVisit } from './service-notes.ts';
import { closesOn, dueDaysOpen, opensOn } from './windows.ts';

export interface Occurrence {
  /** the id of the touch in the plan, `promise`, or `case` */
  readonly touch: string;
  readonly label: string;
  readonly dueOn: Day;
  readonly opensOn: Day;
  /** as tries have put it off; null for a promise, open until settled, and for a case, until it is closed */
  readonly closesOn: Day | null;
  /** the newest sale in force for a birthday; null for a promise, a case, and for what counts from a day of the person */
  readonly saleId: number | null;
  /** k of `every`, the place in the list of `at`, counted from 1; of a promise how many are open; the number of a case */
  readonly number: number;
  /** counted from the end of a lease or loan that is only estimated */
  readonly estimated: boolean;
  /** the end of the lease or loan it is counted from; null where it is counted from another day */
  readonly endsOn: Day | null;
  /** the day it is counted from; null for what is not planned */
  readonly anchorOn: Day | null;
  /** of a touch that counts by distance too: which of the two made it due, and how fast the car is driven; else null */
  readonly paced: { readonly by: 'date' | 'distance'; readonly pace: Pace } | null;
  /** what of the visit it is counted from should be known before calling */
  readonly notes: readonly string[];
  /** the day set for the first service, where it is counted from that */
  readonly bookedOn?: Day;
  readonly kind: Touch['kind'];
  readonly priority: number;
  readonly script: Script | null;
  /** the touch it comes from; null for a promise or a case */
  readonly planned: Touch | null;
  /** the salesperson who is to call, while they are here, where it need not be the customer's owner */
  readonly callerId?: number | null;
}

/** The plan an occurrence comes from, of which it knows the days of work. */
type Calendar = Pick<Plan, 'working'>;

/** The occurrences of a touch that are due on a day of the range; ascending by due day, then number. `sale` is null where it needs none. */
export function occurrencesDue(
  { working }: Calendar,
  touch: Touch,
  { days, pace }: Anchors,
  sale: SaleFacts | null,
  { from, to }: DayRange,
): Occurrence[] {
  const found: Occurrence[] = [];
  const consider = (anchorOn: Day, dueOn: Day, number: number, by: 'date' | 'distance' = 'date'): void => {
    if (from <= dueOn && dueOn <= to)
      found.push(occurrence(working, touch, sale, anchorOn, dueOn, number, pace && { by, pace }));
  };
  for (const anchorOn of days) {
    if (touch.every === null) {
      touch.at.forEach((offset, index) => {
        consider(anchorOn, movedBy(working, anchorOn, offset), index + 1);
      });
      continue;
    }
    const { count, unit } = touch.every;
    const dateOf = (k: number): Day => addOffset(anchorOn, { count: k * count, unit });
    let first = Math.ceil(stepsTo(from, anchorOn, touch.every));
    let last = Math.floor(stepsTo(to, anchorOn, touch.every));
    if (pace === null || touch.distance === null) {
      for (let k = Math.max(1, first); k <= last; k++) consider(anchorOn, dateOf(k), k);
      continue;
    }
    // neither day of an earlier one, or of a later one, is in the range
    const { distance } = touch;
    first = Math.max(first, timesDriven(daysBetween(anchorOn, from) - 1, distance, pace));
    last = Math.max(last, timesDriven(daysBetween(anchorOn, to), distance, pace));
    for (let k = Math.max(1, first); k <= last; k++) {
      const byDate = dateOf(k);
      // a car that hardly moves gets there after the end of the calendar
      const driven = daysToGo(pace, k * distance);
      if (driven < daysBetween(anchorOn, byDate))
        consider(anchorOn, addDays(anchorOn, driven), k, 'distance');
      else consider(anchorOn, byDate, k);
    }
  }
  return found.length < 2 ? found : found.sort(earlierFirst);
}

/** How often a car at that pace has gone so far in so many days. */
const timesDriven = (days: number, distance: number, pace: Pace): number =>
  Math.floor((days * pace.distance) / (pace.days * distance));

const CALENDAR_END = '9999-12-31' as Day;
/** Clamping moves a day by at most this, so one step and this much more always holds one occurrence of `every`. */
export const CLAMPED_AT_MOST = 3;

/** The earliest occurrence that is due on `from` or later. */
export function firstDueFrom(
  plan: Calendar,
  touch: Touch,
  anchors: Anchors,
  sale: SaleFacts | null,
  from: Day,
): Occurrence | null {
  let to = CALENDAR_END;
  if (touch.every !== null) {
    const start = anchors.days.reduce((latest, anchor) => (anchor > latest ? anchor : latest), from);
    to = addDays(addOffset(start, touch.every), CLAMPED_AT_MOST);
  }
  return occurrencesDue(plan, touch, anchors, sale, { from, to })[0] ?? null;
}

/** The occurrences whose window holds `day`, in the same order: the last one counts, it stands in for the others. */
export function occurrencesOpen(
  plan: Calendar,
  touch: Touch,
  anchors: Anchors,
  sale: SaleFacts | null,
  day: Day,
): Occurrence[] {
  const { due, anchorsOfAt } = openDaysOf(plan.working, touch, day);
  const near =
    touch.every === null
      ? anchors.days.filter((anchor) =>
          anchorsOfAt.some((range) => range.from <= anchor && anchor <= range.to),
        )
      : anchors.days;
  return near.length === 0 ? [] : occurrencesDue(plan, touch, { days: near, pace: anchors.pace }, sale, due);
}

/** What must be due from when to when to be open on `day`, and from which days single occurrences could be counted. */
interface OpenDays {
  readonly day: Day;
  readonly working: WorkingDays;
  readonly due: DayRange;
  readonly anchorsOfAt: readonly DayRange[];
}

const openDays = new WeakMap<Touch, OpenDays>();

/** Kept for the last day asked for: a call list asks for every sale of the store, always on the same day. */
function openDaysOf(working: WorkingDays, touch: Touch, day: Day): OpenDays {
  const known = openDays.get(touch);
  if (known?.day === day && known.working === working) return known;
  const found = {
    day,
    working,
    due: dueDaysOpen(working, touch, { from: day, to: day }),
    anchorsOfAt: touch.at.map((offset) => anchorRange(working, touch, offset, day)),
  };
  openDays.set(touch, found);
  return found;
}

/** How often `every` fits between the anchor and `day`; in calendar months for months and years, as clamping never leaves the month. */
function stepsTo(day: Day, anchorOn: Day, { count, unit }: Offset): number {
  switch (unit) {
    case 'd':
      return daysBetween(anchorOn, day) / count;
    case 'w':
      return daysBetween(anchorOn, day) / (7 * count);
    case 'm':
      return (monthIndex(day) - monthIndex(anchorOn)) / count;
    case 'y':
      return (monthIndex(day) - monthIndex(anchorOn)) / (12 * count);
  }
}

const monthIndex = (day: Day): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));

function occurrence(
  working: WorkingDays,
  touch: Touch,
  sale: SaleFacts | null,
  anchorOn: Day,
  dueOn: Day,
  number: number,
  paced: Occurrence['paced'],
): Occurrence {
  return {
    touch: touch.id,
    label: touch.label,
    dueOn,
    opensOn: opensOn(working, touch, dueOn),
    closesOn: closesOn(working, touch, dueOn),
    saleId: sale?.id ?? null,
    number,
    estimated:
      (touch.from === 'lease-end' && sale?.leaseEndEstimated === true) ||
      (touch.from === 'loan-end' && sale?.loanEndEstimated === true),
    endsOn:
      (touch.from === 'lease-end' ? sale?.leaseEndOn : touch.from === 'loan-end' ? sale?.loanEndOn : null) ??
      null,
    anchorOn,
    paced,
    notes: touch.from === 'repair-order' && sale !== null ? notesOfVisit(sale, anchorOn) : [],
    ...(touch.from === 'first-service' && { bookedOn: anchorOn }),
    kind: touch.kind,
    priority: touch.priority,
    script: hasLines(touch.script) ? touch.script : null,
    planned: touch,
    ...(touch.callerId !== undefined && { callerId: touch.callerId }),
  };
}

const hasLines = ({ opener, question, value }: Script): boolean =>
  opener !== null || question !== null || value !== null;

const earlierFirst = (a: Occurrence, b: Occurrence): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number;
