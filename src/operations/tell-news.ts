/** What is new at the store and worth telling whoever comes in: told, ended, listed. */

import { addDays, type Day } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import { isTold, type News } from '../domain/news.ts';
import { type NewsOnFile, newsOfId, newsOnFile } from '../store/news.ts';
import { recordNews, recordNewsEnd } from '../store/writing/news-writer.ts';
import { refuseDayToCome } from './days-given.ts';
import type { ActingSession, Session } from './session.ts';

export interface NewsChanged {
  /** of the journal */
  readonly entry: number;
  /** the one that was told or ended */
  readonly changed: News;
  /** all that is told on the day */
  readonly news: readonly News[];
}

/** What is told on the day, the oldest first. */
export const listNews = ({ store, day }: Session): News[] =>
  newsOnFile(store)
    .map(asTold)
    .filter((one) => isTold(one, day));

/**
 * @param until the last day it is told on; null = until it is ended
 * @throws Fault `no-text`, `bad-day` for an end before the day it is told, `future-day`
 */
export function addNews(session: ActingSession, text: string, until: Day | null): NewsChanged {
  const { store, acting, day: on } = session;
  const said = text.trim();
  if (said === '')
    throw usageFault('no-text', 'it is not said what is new', 'beback news add "the new Civic is here"');
  refuseDayToCome(session);
  if (until !== null && until < on)
    throw usageFault('bad-day', `--until ${until} lies before ${on}, the day it is told`);
  const news = { text: said, on, until };
  const id = recordNews(store, acting, news);
  return { entry: id, changed: { id, ...news }, news: listNews(session) };
}

/** From the day on it is told no more. @throws Fault `unknown-news`, `already-ended`, `bad-day`, `future-day` */
export function endNews(session: ActingSession, id: number): NewsChanged {
  const { store, acting, day } = session;
  refuseDayToCome(session);
  const found = newsOfId(store, id);
  if (found === null)
    throw usageFault('unknown-news', `there is no news ${id}`, '`beback news` lists them with their numbers');
  if (found.endedOn !== null)
    throw usageFault('already-ended', `news ${id} has been ended on ${found.endedOn}`);
  if (day < found.on) throw usageFault('bad-day', `news ${id} was told on ${found.on}, after ${day}`);
  const entry = recordNewsEnd(store, acting, found, day);
  return { entry, changed: asTold({ ...found, endedOn: day }), news: listNews(session) };
}

/** Ended before its time, its last day is the one before. */
function asTold({ endedOn, ...news }: NewsOnFile): News {
  if (endedOn === null) return news;
  const last = addDays(endedOn, -1);
  return { ...news, until: news.until !== null && news.until < last ? news.until : last };
}
