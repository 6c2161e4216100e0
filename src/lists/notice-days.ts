/** How long an owner is told of something that was found out once. */

import { addDays, type Day } from '../domain/day.ts';
import { isBusinessDay, type WorkingDays } from '../domain/working-days.ts';

/** The day itself is one of them. */
const TOLD_FOR_DAYS = 7;
/** Nobody is away longer and comes back to the same customers. */
const LONGEST_AWAY_DAYS = 366;

/**
 * The first day of which notices are told on `day`: those of the last seven days; on the day somebody comes back also
 * those of every day since they went, or they would never be told.
 * @param daysOff of the owner; the store's own are in `working`
 */
export function noticesSince(working: WorkingDays, daysOff: readonly Day[], day: Day): Day {
  const worksOn = (on: Day): boolean => isBusinessDay(working, on) && !daysOff.includes(on);
  let since = addDays(day, 1 - TOLD_FOR_DAYS);
  if (!worksOn(day)) return since;
  // further back only through days without a break on which nobody was there
  let away = 0;
  while (away < LONGEST_AWAY_DAYS && !worksOn(addDays(day, -away - 1))) away++;
  const left = addDays(day, -away);
  if (left < since) since = left;
  return since;
}
