/** What will be due for one customer in the days to come, as far as can be told today. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import { anchorsOf } from './anchors.ts';
import { knownOn } from './known-on.ts';
import { type Occurrence, occurrencesDue } from './occurrences.ts';
import { openTouches, salesFor } from './open-touches.ts';
import { promiseOccurrence, promisesOf } from './promises.ts';
import { salesInForce } from './sales-in-force.ts';

export interface ComingTouch {
  readonly occurrence: Occurrence;
  /** the day it will be on the list: its due day, or the day nothing holds it back any more */
  readonly on: Day;
}

/**
 * Promises and touches due from `day` to `to` (both included) that will be on the list, ascending by the day they will.
 * Each is judged on its own day by what is known on `day`: settled, superseded and withheld ones are left out, those
 * withheld for a while are moved to the end of it.
 */
export function comingTouches(plan: Plan, facts: CustomerFacts, day: Day, to: Day): ComingTouch[] {
  const known = knownOn(facts, day);
  const inForce = salesInForce(known.sales, day);
  const planned = plan.touches.flatMap((touch) =>
    salesFor(touch, inForce, known, day).flatMap((sale) =>
      occurrencesDue(plan, touch, anchorsOf(plan, touch, sale, known, day), sale, { from: day, to }),
    ),
  );
  const promised = promisesOf(known, day)
    .filter(({ dueOn, endedOn }) => endedOn === null && day <= dueOn && dueOn <= to)
    .map((one) => promiseOccurrence(one, 1));
  return [...promised, ...planned]
    .flatMap((occurrence) => {
      const on = firstDayOf(plan, known, occurrence);
      return on === null || on > to ? [] : [{ occurrence, on }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The first day from its due day on that the rules put it on the list; null when they never do. */
function firstDayOf(plan: Plan, known: CustomerFacts, occurrence: Occurrence): Day | null {
  let on = occurrence.dueOn;
  for (;;) {
    const fate = openTouches(plan, known, on).find(({ occurrence: open }) => isSame(open, occurrence))?.fate;
    if (fate?.state === 'due' || (fate?.state === 'superseded' && occurrence.planned === null)) return on;
    if (fate?.state !== 'withheld' || fate.withholding.until === null || fate.withholding.until <= on)
      return null;
    on = fate.withholding.until;
  }
}

const isSame = (a: Occurrence, b: Occurrence): boolean =>
  a.touch === b.touch &&
  a.saleId === b.saleId &&
  a.dueOn === b.dueOn &&
  // of promises it says how many there are by then
  (a.planned === null || a.number === b.number);
