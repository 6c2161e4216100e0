/** The lane in a mail, in short: who comes when in which car, and what to greet them with. */

import type { LaneVisit } from '../domain/lane.ts';
import { vehicleInWords } from './call-in-words.ts';
import { counted } from './counted.ts';
import { type HtmlFragment, html } from './html.ts';
import {
  customerInWords,
  type LaneWords,
  pitchInWords,
  pointsOf,
  stayInWords,
  timeInWords,
} from './lane-in-words.ts';
import { safeForTerminal } from './terminal-text.ts';
import { wrapped } from './wrapped.ts';

const REASONS_AT_MOST = 2;

/** `In the service drive today: 3 customers` */
const titleOf = (visits: readonly LaneVisit[]): string =>
  `In the service drive today: ${counted(visits.length, 'customer')}`;

interface VisitInShort {
  readonly time: string;
  readonly who: string;
  readonly says: string;
}

/** For whom a stand-in greets is said, too. */
function inShort(visit: LaneVisit, words: LaneWords): VisitInShort {
  const { customer, owner, stand_in, state } = visit;
  const parts = (...some: readonly string[]): string => some.filter((one) => one !== '').join(', ');
  return {
    time: timeInWords(visit, words.country) || (state === 'here' ? 'here' : ''),
    who: parts(
      `${customerInWords(visit)}${customer === null ? '' : ` #${customer.id}`}`,
      vehicleInWords(visit.vehicle),
      stayInWords(visit),
      stand_in === null || owner === null ? '' : `for ${owner.name}`,
    ),
    says: [...pointsOf({ ...visit, news: [], facts: [] }, words, REASONS_AT_MOST), pitchInWords(visit)].join(
      ' · ',
    ),
  };
}

/** `12:30 pm`, and a gap. */
const TIME = 10;

/** Ended by a line break; empty where nobody comes. */
export function laneInMailText(visits: readonly LaneVisit[], words: LaneWords, width: number): string {
  if (visits.length === 0) return '';
  const lines = visits.flatMap((visit) => {
    const { time, who, says } = inShort(visit, words);
    const below = [who, says].flatMap((text) => wrapped(safeForTerminal(text), width - TIME));
    return below.map((line, i) => (i === 0 ? time.padStart(TIME - 2) : '').padEnd(TIME) + line);
  });
  return `${[titleOf(visits), ...lines].join('\n')}\n`;
}

const CELL = 'padding:6px 8px;border-top:1px solid #ccc;vertical-align:top';
const SMALL = 'color:#555;font-size:13px';

/** Null where nobody comes. */
export const laneInMailHtml = (visits: readonly LaneVisit[], words: LaneWords): HtmlFragment | null =>
  visits.length === 0
    ? null
    : html`<p style="font-weight:bold;font-size:16px;margin:16px 0 4px">${titleOf(visits)}</p>
<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="border-collapse:collapse">
${visits.map((visit) => {
  const { time, who, says } = inShort(visit, words);
  return html`<tr>
<td style="${CELL};white-space:nowrap" width="64">${time}</td>
<td style="${CELL}"><div><b><bdi>${who}</bdi></b></div><div style="${SMALL}">${says}</div></td>
</tr>
`;
})}</table>
`;
