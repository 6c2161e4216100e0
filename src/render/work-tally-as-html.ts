/** What was done, as a piece of a mail's HTML part. */

import type { WorkTally } from '../domain/work-tally.ts';
import { type HtmlFragment, html } from './html.ts';
import { PART_HEADING, QUIET } from './mail-page.ts';
import { mailTable } from './mail-table.ts';
import {
  isEmptyTally,
  spanInWords,
  TALLY_COLUMNS,
  TALLY_LEGEND,
  tallyLines,
  unreachedLines,
} from './tally-in-words.ts';

const SMALL = `${QUIET};margin:6px 0 12px 0`;

/** A table of people, then what closed and was given up by touch. */
export function workTallyAsHtml(tally: WorkTally, country: string): HtmlFragment {
  const when = spanInWords(tally, country);
  if (isEmptyTally(tally)) return html`<p>Nothing was done, and nothing closed uncalled, ${when}.</p>\n`;
  return html`<h2 style="${PART_HEADING}">Done ${when}</h2>
${mailTable(
  [{ title: 'Salesperson' }, ...TALLY_COLUMNS.map(({ title }) => ({ title, isNumber: true }))],
  tallyLines(tally).map(({ who, counts }) => [who, ...counts]),
)}<p class="quiet" style="${SMALL}">${TALLY_LEGEND}</p>
${unreachedAsHtml(tally)}`;
}

function unreachedAsHtml(tally: WorkTally): HtmlFragment | null {
  const lines = unreachedLines(tally);
  if (lines.length === 0) return null;
  return html`<h2 style="${PART_HEADING}">Closed uncalled, and given up</h2>
${mailTable(
  [
    { title: 'Salesperson' },
    { title: 'Touch' },
    ...['Uncalled', 'Held back', 'Given up'].map((title) => ({ title, isNumber: true })),
  ],
  lines.map(({ who, label, uncalled, withheld, givenUp }, i) => [
    lines[i - 1]?.who === who ? '' : who,
    label,
    uncalled,
    withheld,
    givenUp,
  ]),
)}`;
}
