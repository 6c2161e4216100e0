/** A call list as the HTML part of a mail: a call under the other, its number and what came of it a tap each. */

import type { Call, CallList, DayLists, Reason } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import type { Script } from '../domain/plan.ts';
import { type AnswerLinks, answerLinks } from './answer-links.ts';
import {
  besideInWords,
  dueInWords,
  factsInWords,
  lastContactInWords,
  otherPromises,
  promiseInWords,
  soldInWords,
  toldApart,
  whyInWords,
} from './call-in-words.ts';
import { callingInWords } from './calling-in-words.ts';
import { hoursUnbroken } from './clock-text.ts';
import { dayInFull } from './day-text.ts';
import { type HtmlFragment, html } from './html.ts';
import { mailPage, PART_HEADING, QUIET } from './mail-page.ts';
import { NOTICES_ABOVE_CALLS, noticeTexts } from './notice-lines.ts';
import { phoneText, telUri } from './phone-text.ts';
import { isSaidOnce } from './said-once.ts';
import { callsInWords, restInWords } from './share-in-words.ts';
import { staleInWords } from './stale-in-words.ts';

export interface CallMailOptions {
  /** whom they greet today; null where nobody comes */
  readonly lane: HtmlFragment | null;
  /** the store's: how telephone numbers are written */
  readonly country: string;
  readonly storeName: string;
  /** what stands under the list */
  readonly footer: string;
  /** null = answers are not read, and nothing is there to tap */
  readonly answers: AnswerLinks | null;
  /** says where those are that the mail has no room for */
  readonly beyond: (calls: number) => string;
}

/** Gmail cuts off what is beyond 102 KB, and the encoding on the way may add a tenth. */
const HTML_AT_MOST_BYTES = 88_000;

const CALL = 'padding:16px 0;border-top:1px solid #ccc';
const NAME = 'font-size:18px;line-height:24px;font-weight:bold;margin:0 0 8px 0';
/** 44 px high, as a thumb needs it; three answers go side by side on a telephone. Short: it stands there six times a call. */
const TAP = 'display:inline-block;margin:0 6px 8px 0;border:1px solid #767676;';
const PHONE = `${TAP}padding:10px 16px;font-size:18px;line-height:22px;font-weight:bold`;
const ANSWER = `${TAP}padding:11px 9px`;
const ANSWERS = 'font-size:14px;line-height:20px;margin-top:6px';
const PARAGRAPH = 'margin:0 0 8px 0';

/** A whole document, and how many calls it has room for; it loads nothing and runs nothing. */
export function callMailAsHtml(
  list: CallList,
  day: Pick<DayLists, 'on' | 'last_import_on'>,
  options: CallMailOptions,
): { readonly page: string; readonly shown: number } {
  const { calls } = list;
  let room = HTML_AT_MOST_BYTES - Buffer.byteLength(pageOf(list, [], day, options));
  const rows: HtmlFragment[] = [];
  for (const [i, call] of calls.entries()) {
    const row = callRow(call, i + 1, list, day.on, options);
    room -= Buffer.byteLength(row.toString());
    if (room < 0) break;
    rows.push(row);
  }
  return { page: pageOf(list, rows, day, options), shown: rows.length };
}

function pageOf(
  list: CallList,
  rows: readonly HtmlFragment[],
  { on, last_import_on }: Pick<DayLists, 'on' | 'last_import_on'>,
  { country, storeName, footer, answers, beyond, lane }: CallMailOptions,
): string {
  const title = `${dayInFull(on, country)} · ${callsInWords(list)}`;
  const share = restInWords(list, on);
  const stale = staleInWords(last_import_on, on, country);
  const notices = noticeTexts(list.notices, { on, country, atMost: NOTICES_ABOVE_CALLS });
  const left = list.calls.length - rows.length;
  return mailPage({
    title,
    heading: html`<bdi>${list.salesperson?.name ?? ''}</bdi> · ${title}`,
    storeName,
    footer,
    body: html`${stale === null ? null : html`<p style="${PARAGRAPH}">${stale}</p>\n`}${share === '' ? null : quiet(share)}${notices.map((text) => html`<p style="${PARAGRAPH}">${text}</p>\n`)}${answers === null || list.calls.length === 0 ? null : quiet(HOW_TO_TAP)}${
      rows.length === 0
        ? null
        : html`<table role="presentation" cellpadding="0" cellspacing="0" width="100%">
${rows}</table>
`
    }${left === 0 ? null : html`<p class="rule" style="${CALL};margin:0;font-weight:bold">${beyond(left)}</p>\n`}${lane}${whatToSay(list.scripts)}`,
  });
}

const HOW_TO_TAP =
  'Tap what came of a call, then send: the answer is written already. A note can stand behind it.';

const quiet = (text: string): HtmlFragment =>
  html`<p class="quiet" style="${QUIET};${PARAGRAPH}">${text}</p>\n`;

/** Once for all the calls that share it. */
const whatToSay = (scripts: CallList['scripts']): HtmlFragment | null =>
  scripts.length === 0
    ? null
    : html`<h2 style="${PART_HEADING}">What to say</h2>\n${scripts.map(({ touch, label, late, script }) => html`<div>${label.trim() || touch}${late === true ? ', late' : ''}</div>\n${scriptLines(script)}`)}`;

function callRow(
  call: Call,
  place: number,
  { scripts }: CallList,
  on: Day,
  { country, answers }: CallMailOptions,
): HtmlFragment {
  const { customer, vehicle, sold_on, reasons, last_contact, calling, facts } = call;
  const last = lastContactInWords(last_contact, on, country);
  return html`<tr><td class="rule" style="${CALL}">
<h2 style="${NAME}">${place}. <bdi>${customer.name}</bdi> <span class="quiet" style="${QUIET};font-weight:normal">#${customer.id}</span></h2>
${toldApart(reasons).map((reason) => why(reason, on, country, isSaidOnce(reason, scripts, on)))}${besideInWords(call, on, country).map((line) => html`<div>${line}</div>\n`)}${otherPromises(call).map((promise) => html`<div>${promiseInWords(promise, on, country)}</div>\n`)}${small(soldInWords(vehicle, sold_on, on, country))}${small(last_contact === null ? last : `last contact ${last}`)}${facts.length === 0 ? null : small(factsInWords(facts))}${waysToReach(customer, country)}${customer.phones.length === 0 ? null : small(hoursUnbroken(callingInWords(calling, on, country)))}${answers === null ? null : toTap(answers, place, customer.id)}</td></tr>
`;
}

const small = (text: string): HtmlFragment | null =>
  text === '' ? null : html`<div class="quiet" style="${QUIET}">${text}</div>\n`;

const toTap = (answers: AnswerLinks, place: number, customerId: number): HtmlFragment =>
  html`<div style="${ANSWERS}">${answerLinks(answers, { place, customerId }).map(({ label, href }) => html`<a class="tap" style="${ANSWER}" href="${href}">${label}</a> `)}</div>
`;

const why = (reason: Reason, on: Day, country: string, isSaidBelow: boolean): HtmlFragment =>
  html`<div>${whyInWords(reason, on, country)}, ${dueInWords(reason, on, country)}</div>
${isSaidBelow ? null : scriptLines(reason.script)}`;

const scriptLines = (script: Script | null): HtmlFragment[] =>
  [script?.opener, script?.question, script?.value]
    .flatMap((line) => line?.trim() || [])
    .map((line) => html`<div class="quiet" style="${QUIET};font-style:italic">${line}</div>\n`);

function waysToReach(
  { phones, email }: Pick<Call['customer'], 'phones' | 'email'>,
  country: string,
): HtmlFragment {
  const numbers = phones.map(
    (phone) =>
      html`<a class="tap" style="${PHONE}" href="${telUri(phone)}">${phoneText(phone, country)}${phone.kind === null ? null : html` <span style="font-size:14px;font-weight:normal">${phone.kind}</span>`}</a> `,
  );
  return html`${email === null ? null : small(email)}${numbers.length === 0 ? small('no phone') : html`<div style="margin-top:8px">${numbers}</div>\n`}`;
}
