/** The mail that brings a salesperson the call list of the day. */

import type { CallList, DayLists } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import type { AnswerLinks } from '../render/answer-links.ts';
import { callListsAsCsv } from '../render/call-list-as-csv.ts';
import { callListsAsHtml } from '../render/call-list-as-html.ts';
import { callListsAsText } from '../render/call-list-as-text.ts';
import { callMailAsHtml } from '../render/call-mail-as-html.ts';
import type { Paper } from '../render/call-sheet-style.ts';
import { counted } from '../render/counted.ts';
import { dayInFull } from '../render/day-text.ts';
import { listFileName } from '../render/list-file-name.ts';
import { NOTICES_ABOVE_CALLS } from '../render/notice-lines.ts';
import { codesOf } from '../render/sheet-boxes.ts';
import { plainStyles } from '../render/styles.ts';
import { wrapped } from '../render/wrapped.ts';
import type { Attachment, Letter } from './message.ts';

export interface LetterOptions {
  /** the store's: how telephone numbers are written */
  readonly country: string;
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

function footerOf({ calls }: CallList, { answers }: LetterOptions): string {
  const [first] = calls;
  if (first === undefined) return NO_CALLS_FOOTER;
  return answers !== null
    ? `Answer this mail with a line a call: ${codesOf(calls)}, or #${first.customer.id} talked: wants a van, next 2027-05-03. ${FOOTER}`
    : FOOTER;
}

/** @param list with a salesperson and at least one call or notice; nobody else's customers are in it */
export function callMail(
  list: CallList,
  { on, last_import_on }: Pick<DayLists, 'on' | 'last_import_on'>,
  options: LetterOptions,
): Letter {
  const { country, storeName, paper, sheet, answers } = options;
  const footer = footerOf(list, options);
  const day: DayLists = { on, lists: [list], withheld: [], last_import_on };
  // a list of notices alone leaves nothing to fill in
  const attachments: Attachment[] = list.calls.length === 0 ? [] : [listAsAttachment(list, on, country)];
  const beyond = (calls: number): string =>
    `${counted(calls, 'more call stands', 'more calls stand')} in the attached file ${attachments[0]?.filename}.`;
  const { page, shown } = callMailAsHtml(list, day, { country, storeName, footer, answers, beyond });
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
  const below = left === 0 ? [footer] : [beyond(left), footer];
  if (sheet && list.calls.length > 0) {
    attachments.push({
      filename: listFileName(list.salesperson, on, 'html', new Set()),
      contentType: 'text/html; charset=utf-8',
      content: callListsAsHtml(day, { paper, country, storeName }),
    });
  }
  return {
    subject: `Your calls for ${dayInFull(on, country)}: ${list.calls.length === 0 ? 'none, but a notice' : list.calls.length}`,
    text: `${text}\n${below.map((line) => `${wrapped(line, MAIL_WIDTH).join('\n')}\n`).join('\n')}`,
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
