/** What is new at the store, as it was told. */

import type { Day } from '../domain/day.ts';
import type { News } from '../domain/news.ts';
import type { Store } from './engine/store.ts';

export interface NewsOnFile extends News {
  /** the first day it is told no more, because somebody ended it */
  readonly endedOn: Day | null;
}

const NEWS = `SELECT n.id, n.text, n.told_on AS "on", n.until_on AS until, e.ended_on AS endedOn
  FROM news n LEFT JOIN news_end e ON e.news_id = n.id`;

/** All there ever was, the oldest first. */
export const newsOnFile = (db: Store): NewsOnFile[] =>
  db.prepare<[], NewsOnFile>(`${NEWS} ORDER BY n.told_on, n.id`).all();

/** Null for none. */
export const newsOfId = (db: Store, id: number): NewsOnFile | null =>
  db.prepare<[number], NewsOnFile>(`${NEWS} WHERE n.id = ?`).get(id) ?? null;
