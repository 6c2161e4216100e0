/** What was due while nobody was there: the plan and the lists of a day that comes after days off. */

import type { CallList } from '../domain/call-list.ts';
import { addDays } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';

/** A plan whose touches stay open for the missed days longer, so that what closed on one of them is still listed. */
export const planCatchingUp = (plan: Plan, missedDays: number): Plan =>
  missedDays === 0
    ? plan
    : {
        ...plan,
        touches: plan.touches.map((touch) => ({ ...touch, keptDays: missedDays })),
      };

/** The lists of such a plan with the closing days as they are planned. */
export const closingAsPlanned = (list: CallList, missedDays: number): CallList =>
  missedDays === 0
    ? list
    : {
        ...list,
        calls: list.calls.map((call) => ({
          ...call,
          reasons: call.reasons.map((reason) => ({
            ...reason,
            closes_on: reason.closes_on === null ? null : addDays(reason.closes_on, -missedDays),
          })),
        })),
      };
