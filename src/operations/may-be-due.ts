/** Whom a plan could make due on a day: a superset, which the rules then judge. */

import type { Day } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import { type AnchorSpans, candidates, candidatesOf, oldestAnchor } from '../store/candidates.ts';
import type { Store } from '../store/engine/store.ts';
import { anchorRanges } from '../touches/anchor-ranges.ts';
import { earliestTry } from '../touches/settlement.ts';

/** No sale and no birth on file is older than this. */
const OLDEST = '1900-01-01' as Day;

/** Ids of customers for whom something may be due, ascending. */
export const mayBeDue = (db: Store, plan: Plan, day: Day): number[] => candidates(db, spansOf(db, plan, day));

/** The same among those a salesperson is credited with, in any sale. */
export const mayBeDueOf = (db: Store, salespersonId: number, plan: Plan, day: Day): number[] =>
  candidatesOf(db, salespersonId, spansOf(db, plan, day));

/** Buyers are born long before the first sale. */
function spansOf(db: Store, plan: Plan, day: Day): AnchorSpans {
  const ofBirth = { ...plan, touches: plan.touches.filter(({ from }) => from === 'birthday') };
  return {
    ranges: {
      ...anchorRanges(plan, day, oldestAnchor(db) ?? OLDEST),
      birthday: anchorRanges(ofBirth, day, OLDEST).birthday,
    },
    day,
    triedSince: earliestTry(plan, day),
  };
}
