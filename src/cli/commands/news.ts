/** `beback news`: what is new at the store and worth telling whoever comes in. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import type { News } from '../../domain/news.ts';
import { dayGiven } from '../../operations/days-given.ts';
import { addNews, endNews, listNews, type NewsChanged } from '../../operations/tell-news.ts';
import { dayInFull } from '../../render/day-text.ts';
import { newsAsText } from '../../render/news-as-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';

export function runNews(context: Context): number {
  const { session, terminal } = context;
  const { day: on } = session;
  const news = listNews(session);
  if (context.json) context.printJson({ on, news });
  else
    terminal.print(
      newsAsText(news, {
        on,
        width: terminal.width,
        styles: terminal.styles,
        country: session.settings.store.country,
      }),
    );
  return EXIT.done;
}

export function runNewsAdd(
  context: Context,
  words: readonly string[],
  { until }: { readonly until?: string },
): number {
  const last = until === undefined ? null : dayGiven(context, '--until', until, { on: context.day });
  return tellChange(
    context,
    addNews(context.actingSession, words.join(' '), last),
    ({ id, text, until: to }) =>
      `news ${id}: ${text} (${to === null ? `until \`beback news end ${id}\`` : `until ${inFull(context, to)}`})`,
  );
}

export function runNewsEnd(context: Context, wanted: string): number {
  if (!/^[1-9]\d{0,11}$/.test(wanted))
    throw usageFault(
      'usage',
      `"${wanted}" is not the number of a piece of news`,
      '`beback news` lists them with their numbers',
    );
  return tellChange(
    context,
    endNews(context.actingSession, Number(wanted)),
    ({ id, text }) => `news ${id} is told no more: ${text}`,
  );
}

const inFull = (context: Context, day: NonNullable<News['until']>): string =>
  dayInFull(day, context.settings.store.country);

function tellChange(
  context: Context,
  { entry, changed, news }: NewsChanged,
  inWords: (changed: News) => string,
): number {
  if (context.json) context.printJson({ entry, changed, news });
  else context.tell(`${safeForTerminal(inWords(changed))}\n`);
  return EXIT.done;
}
