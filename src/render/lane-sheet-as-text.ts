/** The lane as plain text for a line printer (`lp`): 80 columns, boxes to tick, a form feed between pages. */

import type { Lane, LaneVisit } from '../domain/lane.ts';
import { dayInFull } from './day-text.ts';
import type { LaneSheetOptions } from './lane-as-html.ts';
import { countsInWords, noVisitsInWords, problemInWords, scheduleInWords } from './lane-in-words.ts';
import { inPages, PAGE_LINES, PAGE_WIDTH } from './lp-pages.ts';
import { cut, safeForTerminal } from './terminal-text.ts';
import { VISIT_INDENT, visitLines } from './visit-lines.ts';
import { wrapped } from './wrapped.ts';

/** One page or more under a heading; no visit is split. */
export function laneSheetAsText(lane: Lane, options: Omit<LaneSheetOptions, 'paper'>): string {
  const { on, country, storeName, problem, whose } = options;
  const safe = (text: string): string => cut(safeForTerminal(text), PAGE_WIDTH);
  const heading = (page: number, of: number): string[] => [
    safe(`${whose} · ${dayInFull(on, country)}`),
    safe(
      [storeName, countsInWords(lane.counts), `page ${page} of ${of}`]
        .filter((one) => one !== '')
        .join(' · '),
    ),
    safe(scheduleInWords(lane, options)),
    ...(problem === null ? [] : wrapped(problemInWords(problem), PAGE_WIDTH)),
    '='.repeat(PAGE_WIDTH),
  ];
  const pages = inPages(
    lane.visits.map((visit) => [...visitLines(visit, options, PAGE_WIDTH), ...boxesOf(visit), '']),
    PAGE_LINES - heading(1, 1).length,
    noVisitsInWords(lane),
  );
  return pages.map((lines, i) => `${[...heading(i + 1, pages.length), ...lines].join('\n')}\n`).join('\f');
}

/** And room for a word; none for whoever was greeted, or is nobody we know. */
function boxesOf({ customer, greeted, pitch }: LaneVisit): string[] {
  if (customer === null || greeted !== null) return [];
  const boxes = `${VISIT_INDENT}[ ] g greeted  [ ] h hello  ${pitch ? '[ ] pitched  ' : ''}`;
  return [boxes + '_'.repeat(PAGE_WIDTH - boxes.length)];
}
