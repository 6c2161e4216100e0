/** The lane for the terminal: a visit after the other, by time. */

import type { Lane, LaneVisit } from '../domain/lane.ts';
import { vehicleInWords } from './call-in-words.ts';
import { dayInFull } from './day-text.ts';
import {
  countsInWords,
  customerInWords,
  greetedInWords,
  hostInWords,
  type LaneWords,
  lastSeenInWords,
  noVisitsInWords,
  pitchInWords,
  pointsOf,
  remarksOf,
  scheduleInWords,
  stateInWords,
  stayInWords,
  timeInWords,
} from './lane-in-words.ts';
import { phoneInWords } from './phone-text.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { type TableColumn, textTable } from './text-table.ts';
import { visitLines } from './visit-lines.ts';
import { wrapped } from './wrapped.ts';

export interface LaneTextOptions extends LaneWords {
  /** columns; null for a pipe: one visit a line */
  readonly width: number | null;
  readonly styles: Styles;
  readonly storeName: string;
}

/** A narrower window may wrap. */
const NARROWEST = 40;
/** Longer lines are no longer read with ease. */
const WIDEST = 120;

/** With its heading, ended by a line break. */
export function laneAsText(lane: Lane, options: LaneTextOptions): string {
  const { on, country, styles, storeName } = options;
  const width = options.width === null ? null : Math.min(Math.max(options.width, NARROWEST), WIDEST);
  const lines = (text: string): string[] => wrapped(safeForTerminal(text), width);
  const head = [
    ...(storeName === '' ? [] : lines(storeName)),
    ...lines(`Service drive · ${dayInFull(on, country)}`).map((line) => styles.heading(line)),
    ...lines(`${countsInWords(lane.counts)} · ${scheduleInWords(lane, options)}`),
  ];
  return `${head.join('\n')}\n\n${bodyOf(lane, options, width)}`;
}

function bodyOf(lane: Lane, options: LaneTextOptions, width: number | null): string {
  if (lane.visits.length === 0) return `${noVisitsInWords(lane)}\n`;
  if (width === null) return visitPerLine(lane.visits, options);
  return lane.visits
    .map((visit) => `${visitLines(visit, options, width, options.styles).join('\n')}\n`)
    .join('\n');
}

/** A line a visit with everything on it, for a pipe or a file. */
function visitPerLine(visits: readonly LaneVisit[], options: LaneTextOptions): string {
  const titles = ['Time', 'Customer', 'Id', 'Phone', 'Car', 'Where', 'Who greets', 'Number', 'What to say'];
  const columns = titles.map((title): TableColumn => ({ title, priority: 1, minWidth: 1 }));
  const rows = visits.map((visit) => [
    timeInWords(visit, options.country),
    customerInWords(visit),
    visit.customer === null ? '' : `#${visit.customer.id}`,
    (visit.customer?.phones ?? []).map((phone) => phoneInWords(phone, options.country)).join(', '),
    vehicleInWords(visit.vehicle),
    [stateInWords(visit), stayInWords(visit)].filter((one) => one !== '').join(', '),
    hostInWords(visit),
    visit.number,
    [
      greetedInWords(visit, options) ?? '',
      pitchInWords(visit),
      ...pointsOf(visit, options, visit.reasons.length),
      ...remarksOf(visit),
      visit.customer === null ? '' : lastSeenInWords(visit, options),
    ]
      .filter((one) => one !== '')
      .join('; '),
  ]);
  return textTable(columns, rows, { width: null, style: options.styles });
}
