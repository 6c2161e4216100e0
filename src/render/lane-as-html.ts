/** The lane as a page to print: a day's visits on one sheet, with boxes to tick as people are greeted. */

import type { Lane, LaneVisit, ScheduleProblem } from '../domain/lane.ts';
import { vehicleInWords } from './call-in-words.ts';
import type { Paper } from './call-sheet-style.ts';
import { hoursUnbroken } from './clock-text.ts';
import { dayInFull } from './day-text.ts';
import { type HtmlFragment, html, trustedStyle } from './html.ts';
import {
  countsInWords,
  customerInWords,
  greetedInWords,
  hostInWords,
  type LaneWords,
  noVisitsInWords,
  pitchInWords,
  pointsOf,
  problemInWords,
  remarksOf,
  scheduleInWords,
  stateInWords,
  stayInWords,
  timeInWords,
} from './lane-in-words.ts';
import { laneSheetStyle } from './lane-sheet-style.ts';
import { phoneText, telUri } from './phone-text.ts';
import { cut } from './terminal-text.ts';

export interface LaneSheetOptions extends LaneWords {
  readonly paper: Paper;
  readonly storeName: string;
  /** the title: whose lane it is, or what of it */
  readonly whose: string;
  readonly problem: ScheduleProblem | null;
}

const REASONS_AT_MOST = 3;
const NAME_AT_MOST = 60;
/** Three lines of the sheet: whatever stands in the file, a day fits on a page. */
const SAID_AT_MOST = 140;

/** A whole document. It loads nothing and runs nothing. */
export function laneAsHtml(lane: Lane, options: LaneSheetOptions): string {
  const { on, country, paper, storeName, whose, problem } = options;
  const known = [countsInWords(lane.counts), scheduleInWords(lane, options)].join(' · ');
  const head = html`<div class="who"><bdi>${whose}</bdi> · ${dayInFull(on, country)}</div>
<div>${hoursUnbroken(known)}${storeName === '' ? null : html` · <bdi>${storeName}</bdi>`}</div>${problem === null ? null : html`<div class="stale">${problemInWords(problem)}</div>`}`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lane ${on} ${whose}</title>
<style>${trustedStyle(laneSheetStyle(paper))}</style>
</head>
<body>
${lane.visits.length === 0 ? html`<div>${head}</div>\n<p class="none">${noVisitsInWords(lane)}</p>\n` : table(lane.visits, head, options)}</body>
</html>
`.toString();
}

const table = (
  visits: readonly LaneVisit[],
  head: HtmlFragment,
  words: LaneWords,
): HtmlFragment => html`<table>
<colgroup><col class="time"><col class="customer"><col><col class="ticks"></colgroup>
<thead>
<tr><th class="sheet" colspan="4">${head}</th></tr>
<tr class="titles"><th>Time</th><th>Customer, car, who greets</th><th>What to say</th><th>g greeted · h hello · pitched</th></tr>
</thead>
<tfoot><tr><td class="foot" colspan="4">To type it in, the # and a letter: <b>beback log "482g 911h"</b>; with the pitch: <b>beback log 482 greeted --pitched</b></td></tr></tfoot>
<tbody>
${visits.map((visit) => row(visit, words))}</tbody>
</table>
`;

function row(visit: LaneVisit, words: LaneWords): HtmlFragment {
  const { customer, vehicle } = visit;
  const [phone] = customer?.phones ?? [];
  const said = [...pointsOf(visit, words, REASONS_AT_MOST), ...remarksOf(visit)].join(' · ');
  const stay = stayInWords(visit);
  const host = hostInWords(visit);
  const car = vehicleInWords(vehicle);
  return html`<tr${customer?.do_not.call === true ? html` class="blocked"` : null}>
<td class="time"><b>${timeInWords(visit, words.country)}</b><div>${[stateInWords(visit), stay].filter((one) => one !== '').join(', ')}</div></td>
<td><b class="name"><bdi>${cut(customerInWords(visit), NAME_AT_MOST)}</bdi></b>${customer === null ? null : html` <b>#${customer.id}</b>`}${phone === undefined ? null : html` <a href="${telUri(phone)}">${phoneText(phone, words.country)}</a>`}<div>${cut([car, host].filter((one) => one !== '').join(' · '), NAME_AT_MOST)}</div></td>
<td><b>${pitchInWords(visit)}</b>${said === '' ? null : html`${pitchInWords(visit) === '' ? '' : ' · '}${cut(said, SAID_AT_MOST)}`}</td>
<td class="ticks">${ticks(visit, words)}</td>
</tr>
`;
}

function ticks(visit: LaneVisit, words: LaneWords): HtmlFragment | null {
  const greeted = greetedInWords(visit, words);
  if (greeted !== null) return html`${greeted}`;
  if (visit.customer === null) return null;
  return html`<ul><li><b>g</b></li><li><b>h</b></li>${visit.pitch ? html`<li>pitched</li>` : null}</ul><i></i>`;
}
