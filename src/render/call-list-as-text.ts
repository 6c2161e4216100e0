/** Call lists for the terminal: what a salesperson needs in order to pick up the phone. */

import type { CallList, DayLists, WithheldTouch } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import { HOUSE_LIST, withheldInWords } from './call-in-words.ts';
import { callParagraphs } from './call-paragraphs.ts';
import { callPerLine, callTable } from './call-table.ts';
import { counted } from './counted.ts';
import { dayInFull } from './day-text.ts';
import { inLines, noticeTexts } from './notice-lines.ts';
import { callsInWords, noCallsInWords, restInWords } from './share-in-words.ts';
import { staleInWords } from './stale-in-words.ts';
import type { Styles } from './styles.ts';
import { cut, displayWidth, safeForTerminal } from './terminal-text.ts';
import { textTable } from './text-table.ts';
import { wrapped } from './wrapped.ts';

export interface CallListTextOptions {
  /** columns of the terminal; null for a pipe: one call a line, nothing cut */
  readonly width: number | null;
  readonly styles: Styles;
  /** the store's: how telephone numbers are written */
  readonly country: string;
  /** also say whom the plan would have called, and why not */
  readonly withheld: boolean;
  readonly storeName: string;
  /** notices of a list at most; left out: all */
  readonly noticesAtMost?: number;
  /** calls of a list at most; left out: all */
  readonly callsAtMost?: number;
}

/** From here on a call has room on one line; below it, a call is a short paragraph. */
const TABLE_FROM = 160;
/** Cutting further would leave nothing to read; a narrower window may wrap. */
const NARROWEST = 40;

/** All lists, each under its heading, ended by a line break. */
export function callListsAsText(day: DayLists, options: CallListTextOptions): string {
  const settings = { ...options, width: options.width === null ? null : Math.max(options.width, NARROWEST) };
  const parts = day.lists.map(
    (list) =>
      heading(list, day.on, settings) + notices(list, day.on, settings) + body(list, day.on, settings),
  );
  if (parts.length === 0) parts.push(`No calls due on ${dayInFull(day.on, options.country)}.\n`);
  const stale = staleInWords(day.last_import_on, day.on, options.country);
  const head = [
    ...(options.storeName === '' ? [] : [cutTo(settings.width, safeForTerminal(options.storeName))]),
    ...(stale === null ? [] : wrapped(stale, settings.width).map(options.styles.warning)),
  ];
  if (head.length > 0) parts.unshift(`${head.join('\n')}\n`);
  if (options.withheld) parts.push(withheldAsText(day.withheld, day.on, settings));
  return parts.join('\n');
}

const cutTo = (width: number | null, text: string): string => (width === null ? text : cut(text, width));

/** On a Sunday or a holiday the list is there to be looked at. */
const noneAllowed = (calls: CallList['calls']): boolean =>
  calls.length > 0 &&
  calls.every(({ customer, calling }) => customer.phones.length > 0 && calling.hours === null);

/** On one line, or on two where that is too long; under it whom the day's share leaves waiting. */
function heading(list: CallList, on: Day, { width, styles, country }: CallListTextOptions): string {
  const name = safeForTerminal(list.salesperson?.name ?? HOUSE_LIST);
  const rest = `${dayInFull(on, country)} · ${callsInWords(list)}${noneAllowed(list.calls) ? ', none allowed today' : ''}`;
  const line = `${name} · ${rest}`;
  const titles =
    width === null || displayWidth(line) <= width
      ? `${styles.heading(line)}\n`
      : `${styles.heading(cut(name, width))}\n${cut(rest, width)}\n`;
  const share = restInWords(list, on);
  return share === '' ? titles : `${titles}${wrapped(share, width).join('\n')}\n`;
}

function notices(
  { notices: told }: CallList,
  on: Day,
  { width, styles, country, noticesAtMost }: CallListTextOptions,
): string {
  const texts = noticeTexts(told, { on, country, atMost: noticesAtMost ?? null });
  return inLines(texts, width)
    .map((line) => `${styles.warning(line)}\n`)
    .join('');
}

function body(list: CallList, on: Day, { width, styles, country, callsAtMost }: CallListTextOptions): string {
  if (list.calls.length === 0) return `${wrapped(safeForTerminal(noCallsInWords(list)), width).join('\n')}\n`;
  const calls = list.calls.slice(0, callsAtMost ?? list.calls.length);
  if (width === null) return callPerLine(calls, { on, styles, country });
  if (width >= TABLE_FROM) return callTable(calls, { on, styles, country, width });
  return callParagraphs(calls, { on, styles, country, width });
}

function withheldAsText(
  withheld: readonly WithheldTouch[],
  on: Day,
  { width, styles, country }: CallListTextOptions,
): string {
  const title = `Due but on no list: ${counted(withheld.length, 'touch', 'touches')}`;
  if (withheld.length === 0) return `${title}\n`;
  const table = textTable(
    [
      { title: 'Id', align: 'right', priority: 3, minWidth: 8 },
      { title: 'Customer', priority: 2, minWidth: 10, maxWidth: 32, grow: true },
      { title: 'Touch', priority: 1, minWidth: 8, maxWidth: 24, grow: true },
      { title: 'Why', priority: 4, minWidth: 12, grow: true },
    ],
    withheld.map((one) => [
      `#${one.customer.id}`,
      one.customer.name,
      one.touch,
      withheldInWords(one, on, country),
    ]),
    { width, style: styles },
  );
  return `${styles.heading(title)}\n${table}`;
}
