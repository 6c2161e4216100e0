/** Whom a plan could make due on a day: a superset, which the rules then judge. */

import type { Day } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import {
  type AnchorSpans,
  anchoredIn,
  candidates,
  candidatesOf,
  oldestAnchor,
  planned,
} from '../store/candidates.ts';
import type { Store } from '../store/engine/store.ts';
import { anchorRanges, drivenRange, missedDays } from '../touches/anchor-ranges.ts';
import { earliestTry } from '../touches/settlement.ts';

/** No sale and no birth on file is older than this. */
const OLDEST = '1900-01-01' as Day;

/** Ids of customers for whom something may be due, ascending. */
export const mayBeDue = (db: Store, plan: Plan, day: Day): number[] => candidates(db, spansOf(db, plan, day));

/** The same for what is planned alone: no promise and no case brings them. */
export const mayBePlanned = (db: Store, plan: Plan, day: Day): number[] =>
  planned(db, spansOf(db, plan, day));

/** The same among those a salesperson is credited with, in any sale. */
export const mayBeDueOf = (db: Store, salespersonId: number, plan: Plan, day: Day): number[] =>
  candidatesOf(db, salespersonId, spansOf(db, plan, day));

/** The same, for whom a touch may close on the day as the plan has it, without having been put off by tries. */
export function mayClose(db: Store, plan: Plan, day: Day): number[] {
  const closing = plan.touches.map((touch) => ({
    ...touch,
    opens: { ...touch.closes, count: -touch.closes.count },
  }));
  return anchoredIn(db, rangesOf(db, { ...plan, touches: closing }, day));
}

const spansOf = (db: Store, plan: Plan, day: Day): AnchorSpans => ({
  ranges: rangesOf(db, plan, day),
  day,
  triedSince: earliestTry(plan, day),
});

/** Buyers are born long before the first sale. */
function rangesOf(db: Store, plan: Plan, day: Day): AnchorSpans['ranges'] {
  const ofBirth = { ...plan, touches: plan.touches.filter(({ from }) => from === 'birthday') };
  const oldest = oldestAnchor(db) ?? OLDEST;
  const ranges = anchorRanges(plan, day, oldest);
  return {
    ...ranges,
    birthday: anchorRanges(ofBirth, day, OLDEST).birthday,
    'no-show': missedDays(plan, ranges['no-show']),
    driven: drivenRange(plan, day, oldest),
  };
}
