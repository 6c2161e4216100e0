/** The mail that brings a salesperson the call list of the day. */

import type { CallList, DayLists } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import type { LaneVisit } from '../domain/lane.ts';
import type { AnswerLinks } from '../render/answer-links.ts';
import { callListsAsCsv } from '../render/call-list-as-csv.ts';
import { callListsAsHtml } from '../render/call-list-as-html.ts';
import { callListsAsText } from '../render/call-list-as-text.ts';
import { callMailAsHtml } from '../render/call-mail-as-html.ts';
import type { Paper } from '../render/call-sheet-style.ts';
import { counted } from '../render/counted.ts';
import { dayInFull } from '../render/day-text.ts';
import { laneInMailHtml, laneInMailText } from '../render/lane-in-mail.ts';
import { listFileName } from '../render/list-file-name.ts';
import { NOTICES_ABOVE_CALLS } from '../render/notice-lines.ts';
import { codesOf } from '../render/sheet-boxes.ts';
import { plainStyles } from '../render/styles.ts';
import { wrapped } from '../render/wrapped.ts';
import type { Attachment, Letter } from './message.ts';

export interface LetterOptions {
  /** the store's: how telephone numbers are written */
  readonly country: string;
  /** IANA; null = the machine's */
  readonly timezone: string | null;
  readonly storeName: string;
  readonly paper: Paper;
  /** the printable sheet goes along */
  readonly sheet: boolean;
  /** answers are read: how they come back; null = they are not */
  readonly answers: AnswerLinks | null;
}

/** Within the 78 of RFC 5322, 2.1.1, with room for a reply's `> `. */
export const MAIL_WIDTH = 76;

const FOOTER =
  'The attached CSV file is this list for a spreadsheet; its columns outcome, note and next are for what came of each call.';

const NO_CALLS_FOOTER = 'No calls are due today: nothing is to be filled in.';

function footerOf({ calls }: CallList, visits: readonly LaneVisit[], { answers }: LetterOptions): string {
  const [first] = calls;
  const greeted = visits.flatMap(({ customer }) => customer ?? [])[0];
  if (first === undefined)
    return answers !== null && greeted !== undefined
      ? `${NO_CALLS_FOOTER} Whom you greeted is logged by an answer: ${greeted.id}g.`
      : NO_CALLS_FOOTER;
  if (answers === null) return FOOTER;
  const how = `Answer this mail with a line a call: ${codesOf(calls)}, or #${first.customer.id} talked: wants a van, next 2027-05-03.`;
  return [
    how,
    ...(greeted === undefined ? [] : [`Whom you greeted is logged the same way: ${greeted.id}g.`]),
    FOOTER,
  ].join(' ');
}

/** `5 calls, and 2 to greet`; what there is none of is not named unless there is nothing else but notices */
function dayInBrief({ calls }: CallList, visits: readonly LaneVisit[]): string {
  if (visits.length === 0) return calls.length === 0 ? 'none, but a notice' : String(calls.length);
  return `${calls.length === 0 ? 'none' : calls.length}, and ${visits.length} to greet`;
}

/**
 * @param list with a salesperson; nobody else's customers are in it
 * @param visits whom they greet; at least one, where there is no call and no notice
 */
export function callMail(
  list: CallList,
  visits: readonly LaneVisit[],
  { on, last_import_on }: Pick<DayLists, 'on' | 'last_import_on'>,
  options: LetterOptions,
): Letter {
  const { country, timezone, storeName, paper, sheet, answers } = options;
  const footer = footerOf(list, visits, options);
  const words = { on, country, timezone };
  const day: DayLists = { on, lists: [list], withheld: [], last_import_on };
  // a list of notices alone leaves nothing to fill in
  const attachments: Attachment[] = list.calls.length === 0 ? [] : [listAsAttachment(list, on, country)];
  const beyond = (calls: number): string =>
    `${counted(calls, 'more call stands', 'more calls stand')} in the attached file ${attachments[0]?.filename}.`;
  const { page, shown } = callMailAsHtml(list, day, {
    country,
    storeName,
    footer,
    answers,
    beyond,
    lane: laneInMailHtml(visits, words),
  });
  const text = callListsAsText(day, {
    width: MAIL_WIDTH,
    styles: plainStyles,
    country,
    withheld: false,
    storeName,
    noticesAtMost: NOTICES_ABOVE_CALLS,
    callsAtMost: shown,
  });
  const left = list.calls.length - shown;
  const lane = laneInMailText(visits, words, MAIL_WIDTH);
  const inLines = (words: string): string => `${wrapped(words, MAIL_WIDTH).join('\n')}\n`;
  const parts = [text, left === 0 ? '' : inLines(beyond(left)), lane, inLines(footer)];
  if (sheet && list.calls.length > 0) {
    attachments.push({
      filename: listFileName(list.salesperson, on, 'html', new Set()),
      contentType: 'text/html; charset=utf-8',
      content: callListsAsHtml(day, { paper, country, storeName }),
    });
  }
  return {
    subject: `Your calls for ${dayInFull(on, country)}: ${dayInBrief(list, visits)}`,
    text: parts.filter((part) => part !== '').join('\n'),
    html: page,
    attachments,
  };
}

/** A list for a spreadsheet; the byte order mark tells Excel that it is UTF-8. */
export const listAsAttachment = (list: CallList, on: Day, country: string): Attachment => ({
  filename: listFileName(list.salesperson, on, 'csv', new Set()),
  contentType: 'text/csv; charset=utf-8',
  content: callListsAsCsv({ on, lists: [list] }, { country, bom: true, rawForMachines: false }),
});
