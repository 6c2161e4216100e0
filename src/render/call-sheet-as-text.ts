/** Call lists as plain text for a line printer (`lp`): 80 columns, a form feed between pages and people. */

import type { Call, CallList, DayLists } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import {
  besideInWords,
  dueInWords,
  factsInWords,
  HOUSE_LIST,
  lastContactInWords,
  otherPromises,
  promiseInWords,
  soldInWords,
  toldApart,
  whyInWords,
} from './call-in-words.ts';
import { callingInLines } from './calling-in-words.ts';
import { counted } from './counted.ts';
import { dayInFull } from './day-text.ts';
import { inPages, PAGE_LINES, PAGE_WIDTH as WIDTH } from './lp-pages.ts';
import { inLines, NOTICES_ABOVE_CALLS, noticeTexts } from './notice-lines.ts';
import { phoneInWords } from './phone-text.ts';
import { callsInWords, noCallsInWords, restInWords } from './share-in-words.ts';
import { SHEET_BOXES, typedIn } from './sheet-boxes.ts';
import { staleInWords } from './stale-in-words.ts';
import { cut, displayWidth, fitted, safeForTerminal } from './terminal-text.ts';

export interface CallSheetTextOptions {
  /** the store's: how telephone numbers are written */
  readonly country: string;
  readonly storeName: string;
}

/** With its lines for notes a call must fit on a page. */
const REASONS_AT_MOST = 8;
const INDENT = ' '.repeat(4);
const FORM_FEED = '\f';

/** One page or more for each list, each page under a heading that says whose it is; no call is split. */
export function callSheetsAsText(
  { lists, on, last_import_on }: DayLists,
  options: CallSheetTextOptions,
): string {
  const stale = staleInWords(last_import_on, on, options.country);
  if (lists.length === 0)
    return `No calls due on ${dayInFull(on, options.country)}.\n${stale === null ? '' : `${stale}\n`}`;
  return lists.flatMap((list) => pagesOf(list, on, stale, options)).join(FORM_FEED);
}

function pagesOf(
  list: CallList,
  on: Day,
  stale: string | null,
  { country, storeName }: CallSheetTextOptions,
): string[] {
  const { calls } = list;
  const day = dayInFull(on, country);
  const name = fitted(safeForTerminal(list.salesperson?.name ?? HOUSE_LIST), WIDTH - day.length - 2);
  const share = restInWords(list, on);
  const notices = inLines(noticeTexts(list.notices, { on, country, atMost: NOTICES_ABOVE_CALLS }), WIDTH);
  const heading = (page: number, of: number): string[] => [
    `${name}  ${day}`,
    cut(
      safeForTerminal([storeName, callsInWords(list), `page ${page} of ${of}`].filter(Boolean).join(' · ')),
      WIDTH,
    ),
    ...(share === '' || page > 1 ? [] : [cut(share, WIDTH)]),
    ...(stale === null ? [] : [stale]),
    ...(page > 1 ? [] : notices),
    ...(calls.length === 0 ? [] : [`To type it in, the # and a letter: ${typedIn(calls)}`]),
    '='.repeat(WIDTH),
  ];
  const room = PAGE_LINES - heading(1, 1).length;
  const pages = inPages(
    calls.map((call, i) => callLines(call, i + 1, calls.length, on, country)),
    room,
    cut(safeForTerminal(noCallsInWords(list)), WIDTH),
  );
  return pages.map((lines, i) => `${[...heading(i + 1, pages.length), ...lines].join('\n')}\n`);
}

function callLines(call: Call, number: number, of: number, on: Day, country: string): string[] {
  const { customer, vehicle, sold_on, last_contact } = call;
  const place = `${number} of ${of}  `;
  const id = `  #${customer.id}`;
  const detail = (text: string): string => INDENT + cut(safeForTerminal(text), WIDTH - INDENT.length);
  const ways = [
    ...customer.phones.map((phone) => phoneInWords(phone, country)),
    ...(customer.email === null ? [] : [customer.email]),
  ];
  const reasons = toldApart(call.reasons);
  const more = reasons.length - REASONS_AT_MOST;
  const car = soldInWords(vehicle, sold_on, on, country);
  const last = lastContactInWords(last_contact, on, country);
  return [
    place + fitted(safeForTerminal(customer.name), WIDTH - place.length - id.length) + id,
    ...sideBySide(ways.length === 0 ? ['no phone'] : ways.map(safeForTerminal), '   '),
    ...(customer.phones.length === 0
      ? []
      : callingInLines(call.calling, on, country, WIDTH - INDENT.length).map(detail)),
    ...reasons
      .slice(0, REASONS_AT_MOST)
      .map((reason) => detail(`${whyInWords(reason, on, country)}, ${dueInWords(reason, on, country)}`)),
    ...(more > 0 ? [detail(`and ${counted(more, 'more reason')}`)] : []),
    ...besideInWords(call, on, country).map(detail),
    ...otherPromises(call).map((promise) => detail(promiseInWords(promise, on, country))),
    ...(car === '' ? [] : [detail(car)]),
    detail(last_contact === null ? last : `last contact ${last}`),
    ...(call.facts.length === 0 ? [] : [detail(factsInWords(call.facts))]),
    ...boxes(),
    // every other line, so that a pen has room; the second one parts this call from the next
    '',
    INDENT + '_'.repeat(WIDTH - INDENT.length),
    '',
    '_'.repeat(WIDTH),
  ];
}

/** The boxes, and a line for the day to call again behind the last of them. */
function boxes(): string[] {
  const lines = sideBySide(
    SHEET_BOXES.map(({ letter, label }) => `[ ] ${letter} ${label}`),
    '  ',
  );
  const last = `${lines.pop() ?? INDENT}  Next `;
  return [...lines, last + '_'.repeat(Math.max(0, WIDTH - last.length))];
}

/** Parts side by side, indented, on as many lines as they need; a part that has no line to itself is cut. */
function sideBySide(parts: readonly string[], gap: string): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last) + gap.length + displayWidth(part) <= WIDTH)
      lines[lines.length - 1] = last + gap + part;
    else lines.push(INDENT + cut(part, WIDTH - INDENT.length));
  }
  return lines;
}
