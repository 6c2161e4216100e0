/** Every key of the work screen, with what it does. */

import { OUTCOMES } from '../domain/contact.ts';
import { cut, fitted } from './terminal-text.ts';
import type { WorkScreenOptions } from './work-view.ts';
import { wrapped } from './wrapped.ts';

type Meaning = readonly [key: string, says: string];

const MOVES: readonly Meaning[] = [
  ['space', 'skip: comes back at the end (also: down)'],
  ['z', 'snooze: on no list before a day, 90 days at most'],
  ['r', 'promise something for a day: stands with every call'],
  ['o', 'what is owed is done: no talk is logged'],
  ['+', 'a note worth remembering, without an outcome'],
  ['/', 'find anybody, also who just walked in: then g, s, a …'],
  ['k', 'back to the one before (also: up)'],
  ['u', 'undo: take back what you logged last'],
  ['q', 'quit; `beback work` goes on here (Ctrl-L: draw anew)'],
];
const LOGGING: readonly Meaning[] = OUTCOMES.flatMap(({ letter, says }) =>
  letter === null ? [] : [[letter, says] as const],
);
const LETTER = 3;
const KEY = 7;
const GAP = 2;

/** Exactly `height` lines of at most `width` columns; the outcomes stand in two or more columns where there are few rows. */
export function workHelpAsText({ width, height, styles }: WorkScreenOptions): string {
  const title = styles.bold(cut('Keys (any key goes back)', width));
  const rows = Math.max(1, height - 1);
  const body = inFull(width, rows) ?? inShort(width, rows);
  const blank = Array<string>(rows - body.length).fill('');
  return [title, ...body, ...blank].slice(-height).join('\n');
}

/** Nothing cut, in as few columns as fit; null where nothing does. */
function inFull(width: number, rows: number): string[] | null {
  const moves = MOVES.flatMap((move) => explained(move, KEY, width));
  for (let columns = 1; width >= columns * (LETTER + GAP) + KEY; columns += 1) {
    const outcomes = LOGGING.flatMap((outcome) => explained(outcome, LETTER, roomOf(columns, width)));
    const lines = [...inColumns(outcomes, columns, width), ...moves];
    if (lines.length <= rows) return lines;
  }
  return null;
}

/** A line a key, cut where it is too long. */
function inShort(width: number, rows: number): string[] {
  const keys = [...LOGGING, ...MOVES].map(([key, says]) => fitted(key, KEY) + says);
  return inColumns(keys, Math.ceil(keys.length / rows), width).map((line) => cut(line, width));
}

function explained([key, says]: Meaning, indent: number, width: number): string[] {
  return wrapped(says, Math.max(1, width - indent)).map(
    (line, i) => (i === 0 ? key : '').padEnd(indent) + line,
  );
}

const roomOf = (columns: number, width: number): number =>
  Math.max(1, Math.floor((width - GAP * (columns - 1)) / columns));

/** Down the first column, then down the next. */
function inColumns(lines: readonly string[], columns: number, width: number): string[] {
  const rows = Math.ceil(lines.length / columns);
  const room = roomOf(columns, width);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => fitted(lines[column * rows + row] ?? '', room))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}
