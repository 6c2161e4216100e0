/** Who makes whose calls, as it was agreed. */

import type { Cover } from '../domain/cover.ts';
import type { Day } from '../domain/day.ts';
import { isEmpty } from './engine/rows.ts';
import type { Store } from './engine/store.ts';

const COVERS = `SELECT id, of_id AS ofId, by_id AS byId, from_on AS "from", to_on AS "to", why, ended_on AS endedOn,
  entry_id AS entry FROM cover`;
/** One that was ended before it began holds on no day. */
const BETWEEN = `${COVERS} WHERE from_on <= :to AND :from <= to_on AND from_on <= to_on ORDER BY id`;

/** The covers that hold on `day`, in the order in which they were made. */
export const coversOn = (db: Store, day: Day): Cover[] =>
  isEmpty(db, 'cover') ? [] : coversBetween(db, day, day);

/** Those that hold on a day of these, both included, in the order in which they were made. */
export const coversBetween = (db: Store, from: Day, to: Day): Cover[] =>
  db.prepare<{ from: Day; to: Day }, Cover>(BETWEEN).all({ from, to });

/** Those that are not over on `day`, and those to come, the earliest first. */
export const coversFrom = (db: Store, day: Day): Cover[] =>
  db.prepare<[Day], Cover>(`${COVERS} WHERE to_on >= ? AND from_on <= to_on ORDER BY from_on, id`).all(day);

/** Null for none. */
export const coverOfId = (db: Store, id: number): Cover | null =>
  db.prepare<[number], Cover>(`${COVERS} WHERE id = ?`).get(id) ?? null;
