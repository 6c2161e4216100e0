/** What becomes of every occurrence that comes up in the year. */

import type { Withheld } from '../../src/domain/call-list.ts';
import { isAttempt, isSettling, type OutcomeName } from '../../src/domain/contact.ts';
import type { Day } from '../../src/domain/day.ts';
import type { OpenTouch } from '../../src/touches/open-touches.ts';

/** How an occurrence ended. */
export const ENDS = [
  'settled',
  'given up',
  'tried, then closed',
  'closed uncalled',
  'withheld throughout',
  'superseded',
  'gone',
] as const;
export type End = (typeof ENDS)[number];

interface Course {
  readonly touch: string;
  readonly opensOn: Day;
  closesOn: Day;
  lastSeenOn: Day;
  wasDue: boolean;
  /** what held it back when it was last held back */
  why: Withheld | null;
  superseded: boolean;
  called: boolean;
  settled: boolean;
  tries: number;
}

export interface TouchRow {
  /** closed before the sale was in the store: nobody could know of them */
  readonly tooLate: number;
  /** occurrences that were open on a business day, and whose window lies within the year */
  cameUp: number;
  /** of them those whose customer was called while they were open */
  called: number;
  readonly ends: Record<End, number>;
  /** of those that were withheld throughout, by what held them back last */
  readonly withheld: Partial<Record<Withheld, number>>;
}

export class Tally {
  readonly #tooLate = new Map<string, number>();
  readonly #courses = new Map<string, Course>();
  /** the keys of a customer's occurrences that are open on the day looked at */
  readonly #open = new Map<number, string[]>();

  /** A new day is looked at: what was open on the last one is looked for anew. */
  startDay(): void {
    this.#open.clear();
  }

  /** Promises are no part of the plan. */
  see(customerId: number, { occurrence, fate }: OpenTouch, day: Day): void {
    const { planned, touch, saleId, dueOn, opensOn, closesOn, number } = occurrence;
    if (planned === null || closesOn === null) return;
    const whose = planned.from === 'birthday' ? 'person' : saleId;
    const key = `${customerId} ${touch} ${whose} ${dueOn} ${number}`;
    const course = this.#courses.get(key) ?? {
      touch,
      opensOn,
      closesOn,
      lastSeenOn: day,
      wasDue: false,
      why: null,
      superseded: false,
      called: false,
      settled: false,
      tries: 0,
    };
    this.#courses.set(key, course);
    course.closesOn = closesOn;
    course.lastSeenOn = day;
    course.wasDue ||= fate.state === 'due';
    if (fate.state === 'withheld') course.why = fate.withholding.why;
    course.superseded = fate.state === 'superseded';
    const open = this.#open.get(customerId);
    if (open === undefined) this.#open.set(customerId, [key]);
    else open.push(key);
  }

  /** A contact bears on all that was open that day. */
  contacted(customerId: number, outcome: OutcomeName): void {
    for (const key of this.#open.get(customerId) ?? []) {
      const course = this.#courses.get(key);
      if (course === undefined || course.settled) continue;
      course.called = true;
      if (isSettling(outcome)) course.settled = true;
      else if (isAttempt(outcome)) course.tries += 1;
    }
  }

  cameTooLate(touch: string): void {
    this.#tooLate.set(touch, (this.#tooLate.get(touch) ?? 0) + 1);
  }

  /** By touch. @param lastBusinessDay the last day on which calls are made, on or before one */
  rows(
    { from, to, tries }: { readonly from: Day; readonly to: Day; readonly tries: number },
    lastBusinessDay: (day: Day) => Day,
  ): Map<string, TouchRow> {
    const rows = new Map<string, TouchRow>();
    for (const course of this.#courses.values()) {
      if (course.opensOn < from || course.closesOn > to) continue;
      const row = rows.get(course.touch) ?? this.#noRow(course.touch);
      rows.set(course.touch, row);
      row.cameUp += 1;
      if (course.called) row.called += 1;
      const end = endOf(course, tries, lastBusinessDay(course.closesOn));
      row.ends[end] += 1;
      if (end === 'withheld throughout' && course.why !== null)
        row.withheld[course.why] = (row.withheld[course.why] ?? 0) + 1;
    }
    return rows;
  }

  #noRow(touch: string): TouchRow {
    return { tooLate: this.#tooLate.get(touch) ?? 0, cameUp: 0, called: 0, ends: noEnds(), withheld: {} };
  }
}

const noEnds = (): Record<End, number> =>
  Object.fromEntries(ENDS.map((end) => [end, 0])) as Record<End, number>;

function endOf(course: Course, tries: number, lastDay: Day): End {
  if (course.settled) return 'settled';
  if (course.tries >= tries) return 'given up';
  if (course.superseded) return 'superseded';
  // the car was traded in, or the customer turned it off or moved away, while it was open
  if (course.lastSeenOn < lastDay) return 'gone';
  if (course.called) return 'tried, then closed';
  return course.wasDue ? 'closed uncalled' : 'withheld throughout';
}
