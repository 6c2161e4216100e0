/** What one person got done on a day. */

import type { Day } from '../domain/day.ts';
import type { WorkDone } from '../domain/work-day.ts';
import type { Store } from './engine/store.ts';

/** Every contact that `by` logged for the day and that still stands, in the order in which they were logged. */
export const daysWork = (db: Store, by: string, on: Day): WorkDone[] =>
  db
    .prepare<[string, Day], WorkDone>(
      `SELECT k.customer_id AS customerId, k.outcome FROM contact k CROSS JOIN journal j ON j.id = k.id
       WHERE j."by" = ? AND k.contact_on = ? AND j.action = 'log' ORDER BY k.id`,
    )
    .all(by, on);
