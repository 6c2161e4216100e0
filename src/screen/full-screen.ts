/** The whole screen of a terminal, drawn line by line; what was there before comes back when it is closed. */

import type { ScreenSize } from '../render/work-view.ts';
import { writeAll } from '../terminal/terminal.ts';

export interface FullScreen {
  readonly size: () => ScreenSize;
  /** false: whatever changes is written below what was there, so nothing should change by itself */
  readonly canMove: boolean;
  /** @param lines as many as the screen has rows, none wider than it */
  readonly draw: (lines: readonly string[], cursor: { row: number; column: number } | null) => void;
  /** everything is drawn anew by the next `draw` */
  readonly forget: () => void;
  /** as often as one likes */
  readonly close: () => void;
}

const ESC = '\u001b[';
const OPEN = `${ESC}?1049h${ESC}?2004h${ESC}2J`;
const CLOSE = `${ESC}0m${ESC}?2004l${ESC}?25h${ESC}?1049l`;

/** @param onResize the window has another size now: to be drawn again */
export function openFullScreen(onResize: () => void): FullScreen {
  const canMove = process.env.TERM !== 'dumb';
  const write = (text: string): void => writeAll(1, text);
  let before: readonly string[] = [];
  let isOpen = true;
  const resized = (): void => {
    before = [];
    onResize();
  };
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    process.stdout.off('resize', resized);
    process.off('exit', close);
    try {
      write(canMove ? CLOSE : '\n');
    } catch {
      // a terminal that is gone needs nothing
    }
  };
  process.stdout.on('resize', resized);
  process.on('exit', close);
  if (canMove) write(OPEN);
  return {
    canMove,
    size: () => ({ width: process.stdout.columns || 80, height: process.stdout.rows || 24 }),
    draw: (lines, cursor) => {
      write(canMove ? changes(before, lines) + placed(cursor) : downwards(before, lines));
      before = lines;
    },
    forget: () => {
      before = [];
    },
    close,
  };
}

/** Only the lines that changed: over a slow line the rest stands still. A line is cleared before it is written, since behind its last column the end of it would be. */
function changes(before: readonly string[], lines: readonly string[]): string {
  const clear = before.length === lines.length ? '' : `${ESC}2J`;
  const drawn = lines.map((line, row) =>
    clear === '' && before[row] === line ? '' : `${ESC}${row + 1};1H${ESC}2K${line}`,
  );
  return `${ESC}?25l${clear}${drawn.join('')}`;
}

const placed = (cursor: { row: number; column: number } | null): string =>
  cursor === null ? '' : `${ESC}${cursor.row + 1};${cursor.column + 1}H${ESC}?25h`;

/** Where the cursor cannot be moved: screen under screen, and a line that is typed is written over itself. */
function downwards(before: readonly string[], lines: readonly string[]): string {
  const last = lines.at(-1) ?? '';
  const isSame =
    before.length === lines.length && before.slice(0, -1).every((line, row) => line === lines[row]);
  if (!isSame) return `\r\n${lines.join('\r\n')}`;
  const blank = ' '.repeat((before.at(-1) ?? '').length);
  return `\r${blank}\r${last}`;
}
