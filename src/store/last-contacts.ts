/** When salespeople were in touch with anybody last. */

import type { Day } from '../domain/day.ts';
import type { Store } from './engine/store.ts';

/** The day of the newest contact each of them made up to a day, by id. */
export const lastContacts = (db: Store, day: Day): Map<number, Day> =>
  new Map(
    db
      .prepare<[Day], [number, Day]>(
        `SELECT p.id, (SELECT max(k.contact_on) FROM contact k WHERE k.salesperson_id = p.id AND k.contact_on <= ?) AS last_on
         FROM salesperson p WHERE last_on IS NOT NULL`,
      )
      .raw()
      .all(day),
  );
