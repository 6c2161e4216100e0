/** A call list as the HTML part of a mail: tables and inline styles, which is all that mail programs agree on. */

import type { Call, CallList, DayLists, Reason } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import type { Script } from '../domain/plan.ts';
import {
  dueInWords,
  factsInWords,
  lastContactInWords,
  otherPromises,
  promiseInWords,
  soldInWords,
  toldApart,
  whoseInWords,
  whyInWords,
} from './call-in-words.ts';
import { callingInWords } from './calling-in-words.ts';
import { hoursUnbroken } from './clock-text.ts';
import { dayInFull } from './day-text.ts';
import { type HtmlFragment, html } from './html.ts';
import { mailPage } from './mail-page.ts';
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
}

const CELL = 'padding:10px 8px;border-top:1px solid #ccc;vertical-align:top';
const SMALL = 'color:#555;font-size:13px';
const NAME = 'font-weight:bold;font-size:16px';
const PHONE = 'color:#0645ad;font-size:16px;white-space:nowrap';

/** A whole document; it loads nothing and runs nothing. */
export function callMailAsHtml(
  list: CallList,
  { on, last_import_on }: Pick<DayLists, 'on' | 'last_import_on'>,
  { country, storeName, footer, lane }: CallMailOptions,
): string {
  const { calls } = list;
  const title = `${dayInFull(on, country)} · ${callsInWords(list)}`;
  const share = restInWords(list, on);
  const notices = noticeTexts(list.notices, { on, country, atMost: NOTICES_ABOVE_CALLS });
  const stale = staleInWords(last_import_on, on, country);
  return mailPage({
    title,
    heading: html`<bdi>${list.salesperson?.name ?? ''}</bdi> · ${title}`,
    storeName,
    footer,
    body: html`${stale === null ? null : html`<p style="margin:0 0 10px 0">${stale}</p>\n`}${share === '' ? null : html`<p style="${SMALL};margin:0 0 8px 0">${share}</p>\n`}${notices.map((text) => html`<p style="margin:0 0 8px 0">${text}</p>\n`)}<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="border-collapse:collapse">
${calls.map((call, i) => row(call, i + 1, list, on, country))}</table>${lane}${whatToSay(list.scripts)}`,
  });
}

/** Once for all the calls that share it. */
const whatToSay = (scripts: CallList['scripts']): HtmlFragment | null =>
  scripts.length === 0
    ? null
    : html`\n<p style="${NAME};margin:16px 0 4px">What to say</p>\n${scripts.map(({ touch, label, late, script }) => html`<div>${label.trim() || touch}${late === true ? ', late' : ''}</div>\n${scriptLines(script)}`)}`;

function row(call: Call, number: number, { scripts }: CallList, on: Day, country: string): HtmlFragment {
  const { customer, vehicle, sold_on, reasons, last_contact, calling, facts } = call;
  const car = soldInWords(vehicle, sold_on, on, country);
  const last = lastContactInWords(last_contact, on, country);
  return html`<tr>
<td style="${CELL};${SMALL}" width="24">${number}</td>
<td style="${CELL}"><div style="${NAME}"><bdi>${customer.name}</bdi> <span style="${SMALL};font-weight:normal">#${customer.id}</span></div>
${toldApart(reasons).map((reason) => why(reason, on, country, isSaidOnce(reason, scripts, on)))}${whoseInWords(call, on, country).map((line) => html`<div>${line}</div>\n`)}${otherPromises(call).map((promise) => html`<div>${promiseInWords(promise, on, country)}</div>\n`)}<div style="${SMALL}">${car}</div>
<div style="${SMALL}">${last_contact === null ? last : `last contact ${last}`}</div>${facts.length === 0 ? null : html`\n<div style="${SMALL}">${factsInWords(facts)}</div>`}</td>
<td style="${CELL}" align="right">${waysToReach(customer, country)}${customer.phones.length === 0 ? null : html`<div style="${SMALL}">${hoursUnbroken(callingInWords(calling, on, country))}</div>`}</td>
</tr>
`;
}

const why = (reason: Reason, on: Day, country: string, isSaidBelow: boolean): HtmlFragment =>
  html`<div>${whyInWords(reason, on, country)}, ${dueInWords(reason, on, country)}</div>
${isSaidBelow ? null : scriptLines(reason.script)}`;

const scriptLines = (script: Script | null): HtmlFragment[] =>
  [script?.opener, script?.question, script?.value]
    .flatMap((line) => line?.trim() || [])
    .map((line) => html`<div style="${SMALL};font-style:italic">${line}</div>\n`);

function waysToReach(
  { phones, email }: Pick<Call['customer'], 'phones' | 'email'>,
  country: string,
): HtmlFragment {
  const numbers = phones.map(
    (phone) =>
      html`<div><a style="${PHONE}" href="${telUri(phone)}">${phoneText(phone, country)}</a>${phone.kind === null ? null : html` <span style="${SMALL}">${phone.kind}</span>`}</div>\n`,
  );
  if (numbers.length === 0) numbers.push(html`<div style="${SMALL}">no phone</div>\n`);
  return html`${numbers}${email === null ? null : html`<div style="${SMALL}">${email}</div>`}`;
}
