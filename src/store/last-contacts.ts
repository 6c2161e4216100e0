/** When salespeople were in touch with anybody last. */

import type { Day } from '../domain/day.ts';
import type { Store } from './engine/store.ts';

/** The day of the newest contact each of them made up to a day, by id. */
export const lastContacts = (db: Store, day: Day): Map<number, Day> =>
  new Map(
    db
      .prepare<[Day], [number, Day]>(
        `SELECT salesperson_id, max(contact_on) FROM contact
         WHERE salesperson_id IS NOT NULL AND contact_on <= ? GROUP BY salesperson_id`,
      )
      .raw()
      .all(day),
  );
