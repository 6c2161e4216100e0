/** Where somebody stopped working a day's list. */

import type { Day } from '../domain/day.ts';
import type { WorkPlace } from '../domain/work-day.ts';
import type { Store } from './engine/store.ts';

/** @param who whose list: code or name of the salesperson, or `house`; null where nobody stopped on that day */
export function workPlace(db: Store, who: string, on: Day): WorkPlace | null {
  const row = db
    .prepare<[string, Day], { customer_id: number | null; skipped: string }>(
      'SELECT customer_id, skipped FROM work_place WHERE who = ? AND on_day = ?',
    )
    .get(who, on);
  return row === undefined
    ? null
    : { customerId: row.customer_id, skipped: JSON.parse(row.skipped) as number[] };
}

export function saveWorkPlace(db: Store, who: string, on: Day, { customerId, skipped }: WorkPlace): void {
  db.prepare(
    `INSERT INTO work_place (who, on_day, customer_id, skipped) VALUES (:who, :on, :customerId, :skipped)
     ON CONFLICT (who, on_day) DO UPDATE SET customer_id = excluded.customer_id, skipped = excluded.skipped`,
  ).run({ who, on, customerId, skipped: JSON.stringify(skipped) });
}
