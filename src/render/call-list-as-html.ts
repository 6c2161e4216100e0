/** Call lists as a page to print: large telephone numbers, boxes to tick, room for a pen. */

import type { Call, CallList, DayLists, Reason } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import type { Script } from '../domain/plan.ts';
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
import { callSheetStyle, type Paper } from './call-sheet-style.ts';
import { callingInWords } from './calling-in-words.ts';
import { hoursUnbroken } from './clock-text.ts';
import { counted } from './counted.ts';
import { dayInFull } from './day-text.ts';
import { type HtmlFragment, html, trustedStyle } from './html.ts';
import { NOTICES_ABOVE_CALLS, noticeTexts } from './notice-lines.ts';
import { phoneText, telUri } from './phone-text.ts';
import { isSaidOnce } from './said-once.ts';
import { callsInWords, noCallsInWords, restInWords } from './share-in-words.ts';
import { OTHER_LETTERS, SHEET_BOXES, typedIn } from './sheet-boxes.ts';
import { staleInWords } from './stale-in-words.ts';
import { cut } from './terminal-text.ts';

export interface CallSheetOptions {
  readonly paper: Paper;
  /** the store's: how telephone numbers are written */
  readonly country: string;
  readonly storeName: string;
}

/** A call must fit on a page whatever stands in the file; a fleet owner has a reason for every car. */
const REASONS_AT_MOST = 5;
const NAME_AT_MOST = 120;
const LINE_AT_MOST = 240;

/** A whole document with every list, each beginning on a new page. It loads nothing and runs nothing. */
export function callListsAsHtml(day: DayLists, options: CallSheetOptions): string {
  const [list, ...others] = day.lists;
  const whose = list === undefined || others.length > 0 ? '' : ` ${nameOf(list)}`;
  return document(`Calls ${day.on}${whose}`, day, options);
}

const nameOf = ({ salesperson }: CallList): string => salesperson?.name ?? HOUSE_LIST;

function document(title: string, { lists, on, last_import_on }: DayLists, options: CallSheetOptions): string {
  const stale = staleInWords(last_import_on, on, options.country);
  const known = stale === null ? null : html`<div class="stale">${stale}</div>`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trustedStyle(callSheetStyle(options.paper))}</style>
</head>
<body>
${lists.length === 0 ? html`<p class="none">No calls due on ${dayInFull(on, options.country)}.</p>\n${known}` : null}${lists.map((list) => sheet(list, on, known, options))}</body>
</html>
`.toString();
}

function sheet(list: CallList, on: Day, known: HtmlFragment | null, options: CallSheetOptions): HtmlFragment {
  const { calls } = list;
  const head = html`<div class="who"><bdi>${nameOf(list)}</bdi></div>
<div>${dayInFull(on, options.country)} · ${[callsInWords(list), restInWords(list, on)].filter(Boolean).join(' · ')}${options.storeName === '' ? null : html` · <bdi>${options.storeName}</bdi>`}</div>${known}`;
  const told = noticeTexts(list.notices, { on, country: options.country, atMost: NOTICES_ABOVE_CALLS });
  const notices = told.map((text) => html`<p class="notice">${cut(text, LINE_AT_MOST)}</p>\n`);
  if (calls.length === 0) {
    return html`<section>\n<div class="sheet">${head}</div>\n${notices}<p class="none">${noCallsInWords(list)}</p>\n</section>\n`;
  }
  return html`<section>
${notices}<table>
<colgroup><col style="width: 11mm"><col style="width: 54mm"><col><col style="width: 60mm"></colgroup>
<thead>
<tr><th class="sheet" colspan="4">${head}</th></tr>
<tr class="titles"><th>No</th><th>Customer</th><th>Why, car, last contact</th><th>Notes</th></tr>
</thead>
<tfoot><tr><td class="foot" colspan="4">To type it in, the # and a letter: <b>${typedIn(calls)}</b> · also ${OTHER_LETTERS}</td></tr></tfoot>
${calls.map((call, i) => row(call, i + 1, list, on, options))}</table>
${whatToSay(list.scripts)}</section>
`;
}

/** Once for all the calls that share it, under the last of them. */
function whatToSay(scripts: CallList['scripts']): HtmlFragment | null {
  const said = scripts.flatMap(({ touch, label, late, script }) => {
    const words = scriptWords(script);
    return words === null
      ? []
      : [html`<p><strong>${label.trim() || touch}${late === true ? ', late' : ''}</strong> ${words}</p>\n`];
  });
  return said.length === 0 ? null : html`<div class="say"><h2>What to say</h2>\n${said}</div>\n`;
}

function row(
  call: Call,
  number: number,
  { calls, scripts: shared }: CallList,
  on: Day,
  { country }: CallSheetOptions,
): HtmlFragment {
  const { customer, vehicle, sold_on, reasons, last_contact, calling, facts } = call;
  const car = soldInWords(vehicle, sold_on, on, country);
  const all = toldApart(reasons);
  const shown = all.slice(0, REASONS_AT_MOST);
  const more = all.length - shown.length;
  const scripts = shown.flatMap((reason) => {
    const words = isSaidOnce(reason, shared, on) ? null : scriptWords(reason.script);
    return words === null ? [] : [html`<p>${words}</p>`];
  });
  const last =
    last_contact === null
      ? 'No contact yet'
      : `Last contact ${lastContactInWords(last_contact, on, country)}`;
  return html`<tbody class="call">
<tr>
<td class="number">${number}<small>of ${calls.length}</small></td>
<td><div class="name"><bdi>${cut(customer.name, NAME_AT_MOST)}</bdi> <b class="id">#${customer.id}</b></div>${waysToReach(customer, country)}${customer.phones.length === 0 ? null : html`<div class="small">${hoursUnbroken(callingInWords(calling, on, country))}</div>`}</td>
<td class="about">${shown.map((reason) => why(reason, on, country))}${more === 0 ? null : html`<div class="small">and ${counted(more, 'more reason')}</div>`}${besideInWords(call, on, country).map((line) => html`<div>${cut(line, LINE_AT_MOST)}</div>`)}${otherPromises(call).map((promise) => html`<div>${cut(promiseInWords(promise, on, country), LINE_AT_MOST)}</div>`)}${car === '' ? null : html`<div>${cut(car, LINE_AT_MOST)}</div>`}
<div class="small">${cut(last, LINE_AT_MOST)}</div>${facts.length === 0 ? null : html`<div class="small">${cut(factsInWords(facts), LINE_AT_MOST)}</div>`}</td>
<td class="notes"><i></i><i></i><i></i></td>
</tr>
<tr><td class="boxes" colspan="4"><ul>${SHEET_BOXES.map(({ letter, label }) => html`<li><b>${letter}</b>${label}</li>`)}<li class="next">Next</li></ul></td></tr>
${scripts.length === 0 ? null : html`<tr><td></td><td class="script" colspan="3">${scripts}</td></tr>\n`}</tbody>
`;
}

function waysToReach(
  { phones, email }: Pick<Call['customer'], 'phones' | 'email'>,
  country: string,
): HtmlFragment {
  const numbers = phones.map(
    (phone) =>
      html`<a class="phone" href="${telUri(phone)}"><span>${phoneText(phone, country)}</span>${phone.kind === null ? null : html` <small>${phone.kind}</small>`}</a>`,
  );
  if (numbers.length === 0) numbers.push(html`<div class="phone">no phone</div>`);
  return html`${numbers}${email === null ? null : html`<div class="small">${email}</div>`}`;
}

const why = (reason: Reason, on: Day, country: string): HtmlFragment =>
  html`<div class="why">${whyInWords(reason, on, country)}</div><div class="small when">${dueInWords(reason, on, country)}</div>`;

function scriptWords(words: Script | null): HtmlFragment[] | null {
  const part = (title: string, line: string | null | undefined): HtmlFragment[] =>
    line == null || line.trim() === '' ? [] : [html`<b>${title}</b> ${line} `];
  const parts = [
    ...part('Open', words?.opener),
    ...part('Ask', words?.question),
    ...part('Offer', words?.value),
  ];
  return parts.length === 0 ? null : parts;
}
