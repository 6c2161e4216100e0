/** News as it is told and ended, each with its entry in one transaction. */

import type { Acting } from '../../domain/acting.ts';
import type { Day } from '../../domain/day.ts';
import type { News } from '../../domain/news.ts';
import type { Store } from '../engine/store.ts';
import { addEntry } from './entry-log.ts';

/** Gives the number of its entry, which is the news' own. */
export function recordNews(db: Store, acting: Acting, news: Omit<News, 'id'>): number {
  return db
    .transaction(() => {
      const id = addEntry(db, acting, { customerId: null, action: 'news', details: news });
      db.prepare('INSERT INTO news (id, text, told_on, until_on) VALUES (:id, :text, :on, :until)').run({
        id,
        ...news,
      });
      return id;
    })
    .immediate();
}

/** @param on the first day it is told no more. Gives the number of the entry. */
export function recordNewsEnd(db: Store, acting: Acting, { id: news, text }: News, on: Day): number {
  return db
    .transaction(() => {
      const id = addEntry(db, acting, { customerId: null, action: 'news', details: { news, text, on } });
      db.prepare('INSERT INTO news_end (id, news_id, ended_on) VALUES (:id, :news, :on)').run({
        id,
        news,
        on,
      });
      return id;
    })
    .immediate();
}
