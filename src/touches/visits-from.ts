/** From which day on appointments bear on what is due on a day. */

import type { Day } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import { anchorRanges, missedDays } from './anchor-ranges.ts';
import { earliestTry } from './settlement.ts';

const CALENDAR_START = '0001-01-01' as Day;

/**
 * Null where no touch asks for one. A missed one counts for as long as its touch may be open, tries included; one to come
 * makes a reminder of the next service needless.
 */
export function visitsFrom(plan: Plan, day: Day): Day | null {
  const touches = plan.touches.filter(({ from }) => from === 'no-show');
  if (touches.length === 0) return plan.touches.some(({ from }) => from === 'last-service') ? day : null;
  if (touches.some(({ every }) => every !== null)) return CALENDAR_START;
  let since = day;
  // each try can put the end off, and the last one still hides the customer
  for (let tries = 0; tries <= plan.tries; tries++) since = earliestTry(plan, since);
  const ranges = anchorRanges({ ...plan, touches }, since, CALENDAR_START);
  const first = missedDays(plan, ranges['no-show'])[0]?.from ?? day;
  return first < day ? first : day;
}
