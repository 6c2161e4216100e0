/** Every key of the work screen, with what it does. */

import { OUTCOMES } from '../domain/contact.ts';
import { cut, fitted } from './terminal-text.ts';
import type { WorkScreenOptions } from './work-view.ts';

const MOVES: readonly (readonly [key: string, says: string])[] = [
  ['space', 'skip: comes back at the end (also: down)'],
  ['z', 'snooze until a day, with the reason'],
  ['k', 'back to the one before (also: up)'],
  ['u', 'undo: take back what you logged last'],
  ['q', 'quit; `beback work` goes on here'],
  ['Ctrl-L', 'draw the screen anew'],
];
const KEY = 6;
const GAP = 2;

/** Exactly `height` lines of at most `width` columns; in two or more columns where there are few rows. */
export function workHelpAsText({ width, height, styles }: WorkScreenOptions): string {
  const keys = [
    ...OUTCOMES.flatMap(({ letter, says }) => (letter === null ? [] : [[letter, says] as const])),
    ...MOVES,
  ].map(([key, says]) => `${fitted(key, KEY)}  ${says}`);
  const title = styles.bold(cut('Keys', width));
  const foot = styles.dim(cut('any key goes back', width));
  const rows = Math.max(1, height - 2);
  const columns = Math.ceil(keys.length / rows);
  const room = Math.max(1, Math.floor((width - GAP * (columns - 1)) / columns));
  const body = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => fitted(keys[column * rows + row] ?? '', room))
      .join(' '.repeat(GAP))
      .trimEnd(),
  ).map((line) => cut(line, width));
  return [title, ...body, foot].slice(-height).join('\n');
}
