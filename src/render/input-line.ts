/** A line that is being typed: the part of it that fits, and the column of the cursor. */

import { cut, displayWidth, graphemes, oneLine } from './terminal-text.ts';

export interface TypedLine {
  /** as typed, left of the cursor */
  readonly before: string;
  readonly after: string;
}

const MARK = '> ';
/** Columns kept free right of the cursor, so that one sees what stands behind it. */
const LOOKAHEAD = 8;

/** At most `width` columns; what is too long is cut at both ends with `…` and moves with the cursor. */
export function inputLineAsText(
  { before, after }: TypedLine,
  width: number,
): { readonly text: string; readonly column: number } {
  const room = width - MARK.length;
  const left = shown(before);
  const right = shown(after);
  const behind = Math.min(displayWidth(right), LOOKAHEAD, Math.max(0, Math.floor(room / 3)));
  const start = endOf(left, room - behind - 1);
  const column = MARK.length + displayWidth(start);
  return { text: cut(MARK + start + cut(right, Math.max(0, width - column - 1)), width), column };
}

/** A space at the end is kept: the cursor stands behind it. */
const shown = (typed: string): string => oneLine(typed);

function endOf(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  let kept = '';
  let columns = 1;
  for (const character of graphemes(text).reverse()) {
    columns += displayWidth(character);
    if (columns > room) break;
    kept = character + kept;
  }
  return `…${kept}`;
}
