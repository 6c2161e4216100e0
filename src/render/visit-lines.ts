/** A visit as lines of text, the time in front: on the terminal, on paper, in a mail. */

import type { LaneVisit } from '../domain/lane.ts';
import { vehicleInWords } from './call-in-words.ts';
import {
  customerInWords,
  greetedInWords,
  hostInWords,
  type LaneWords,
  lastSeenInWords,
  pitchInWords,
  pointsOf,
  remarksOf,
  stateInWords,
  stayInWords,
  timeInWords,
} from './lane-in-words.ts';
import { phoneInWords } from './phone-text.ts';
import { plainStyles, type Styles } from './styles.ts';
import { cut, displayWidth, safeForTerminal } from './terminal-text.ts';
import { wrapped } from './wrapped.ts';

/** `12:30 pm`, and a gap. */
const TIME = 10;
export const VISIT_INDENT = ' '.repeat(TIME);
const REASONS_AT_MOST = 4;
const GAP = ' · ';

/**
 * The first line says who comes when and where they are, the second in which car and who greets them; then what there is to say.
 * @param width of the lines, at least 40
 */
export function visitLines(
  visit: LaneVisit,
  words: LaneWords,
  width: number,
  styles: Styles = plainStyles,
): string[] {
  const { customer } = visit;
  const time = safeForTerminal(timeInWords(visit, words.country)).padStart(TIME - 2);
  const state = joined(', ', stateInWords(visit), stayInWords(visit));
  const id = customer === null ? '' : `  #${customer.id}`;
  const room = width - TIME - displayWidth(id) - displayWidth(state) - 2;
  const name = styles.bold(cut(safeForTerminal(customerInWords(visit)), room));
  const greeted = greetedInWords(visit, words);
  const below = [
    joined(
      GAP,
      vehicleInWords(visit.vehicle),
      ...(customer?.phones.slice(0, 1) ?? []).map((phone) => phoneInWords(phone, words.country)),
      hostInWords(visit),
      visit.advisor === null ? '' : `advisor ${visit.advisor}`,
    ),
    greeted ?? '',
    pitchInWords(visit),
    joined(GAP, ...pointsOf(visit, words, REASONS_AT_MOST), ...remarksOf(visit)),
    customer === null || greeted !== null ? '' : lastSeenInWords(visit, words),
  ];
  return [
    `${time}  ${name}${id}  ${state}`,
    ...below
      .flatMap((text) => wrapped(safeForTerminal(text), width - TIME))
      .map((line) => VISIT_INDENT + line),
  ];
}

const joined = (gap: string, ...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(gap);
