/** Who makes whose calls, as it was agreed. */

import type { Cover } from '../domain/cover.ts';
import type { Day } from '../domain/day.ts';
import { isEmpty } from './engine/rows.ts';
import type { Store } from './engine/store.ts';

/** The covers that hold on `day`, in the order in which they were made. */
export function coversOn(db: Store, day: Day): Cover[] {
  if (isEmpty(db, 'cover')) return [];
  return db
    .prepare<{ day: Day }, Cover>(
      `SELECT id, of_id AS ofId, by_id AS byId, from_on AS "from", to_on AS "to", why, ended_on AS endedOn,
       entry_id AS entry FROM cover WHERE from_on <= :day AND :day <= to_on ORDER BY id`,
    )
    .all({ day });
}
