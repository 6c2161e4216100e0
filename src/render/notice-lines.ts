/** Notices as lines of text, above the calls of a list or in a manager's mail. */

import type { Day } from '../domain/day.ts';
import type { Notice, OwnersNotice } from '../domain/sold-by-other.ts';
import { noticeInWords, ownersNoticeInWords } from './notice-in-words.ts';
import { cut, safeForTerminal } from './terminal-text.ts';
import { wrapped } from './wrapped.ts';

export interface NoticeOptions {
  readonly on: Day;
  /** the store's: how days are written */
  readonly country: string;
  /** of a list that must fit on paper or into a mail; null = all of them */
  readonly atMost: number | null;
}

export const SOLD_BY_ANOTHER = 'Sold by another';
/** As many as anybody reads above the calls of a day. */
export const NOTICES_ABOVE_CALLS = 8;
/** Names may be of any length. */
const TEXT_AT_MOST = 320;

/** One text each, ended by one that says how many are left out. */
export const noticeTexts = (notices: readonly Notice[], { on, country, atMost }: NoticeOptions): string[] =>
  texts(
    notices.map((notice) => noticeInWords(notice, on, country)),
    atMost,
  );

/** The same for whoever is not the owner. */
export const ownersNoticeTexts = (
  notices: readonly OwnersNotice[],
  { on, country, atMost }: NoticeOptions,
): string[] =>
  texts(
    notices.map(({ owner, notice }) => ownersNoticeInWords(owner, notice, on, country)),
    atMost,
  );

function texts(all: readonly string[], atMost: number | null): string[] {
  const shown = all.slice(0, atMost ?? all.length).map((text) => `${SOLD_BY_ANOTHER}: ${text}`);
  const more = all.length - shown.length;
  return more === 0 ? shown : [...shown, `${SOLD_BY_ANOTHER}: ${more} more, in \`beback today\``];
}

/** Each text on as many lines as it needs. @param width columns; null = one line each */
export const inLines = (notices: readonly string[], width: number | null): string[] =>
  notices.flatMap((notice) => {
    const text = safeForTerminal(notice);
    if (width === null) return [text];
    return wrapped(cut(text, TEXT_AT_MOST), width - 2).map((line, i) => (i === 0 ? line : `  ${line}`));
  });
