/** Text for a terminal: made harmless, measured and cut by the columns it takes up on screen. */

import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'fast-string-width';

const LINE_BREAKING = /[\t-\r\u0085\u2028\u2029]+/gu;
/** Turn the reading direction of what follows, or cannot be seen at all; no name needs them to be read. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
const CONTROL = /\p{Cc}/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Anything that the expressions above could match: most values have none and are given back as they are. */
const SUSPECT = /\p{Cc}|\p{Cs}|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LEFT_TO_RIGHT_MARK = '\u200e';

/**
 * Text from an export as one line with nothing in it that steers a terminal: escape sequences are taken out, line
 * breaks and tabs become a space, other control characters are shown in caret notation (`^G`), direction
 * overrides are dropped.
 */
export function oneLine(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return stripVTControlCharacters(text)
    .replace(LINE_BREAKING, ' ')
    .replace(INVISIBLE, '')
    .replace(CONTROL, caretNotation)
    .replace(LONE_SURROGATE, '\ufffd');
}

/** `^[` for escape, `^?` for delete; the eight-bit controls have no such notation. */
function caretNotation(control: string): string {
  const code = control.charCodeAt(0);
  return code < 0x80 ? `^${String.fromCharCode(code ^ 0x40)}` : '\ufffd';
}

/**
 * `oneLine`, and a name in a right-to-left script is set between marks. Without them a terminal that follows the
 * bidirectional rules draws the telephone number behind an Arabic name in the wrong order.
 */
export function safeForTerminal(text: string): string {
  const line = oneLine(text);
  return RIGHT_TO_LEFT.test(line) ? LEFT_TO_RIGHT_MARK + line + LEFT_TO_RIGHT_MARK : line;
}

/** Joiners and marks that the measuring library counts as a column; a joiner inside an emoji it knows. */
const NO_COLUMN = /[\u200c\u200e]|(?<!\p{Emoji}|\ufe0f)\u200d/gu;

/** Nearly every value; told apart first because a long table measures each one several times. */
const PLAIN = /^[ -~]*$/;

/** Columns that `text` takes up on screen: 2 for a Chinese character, 0 for a combining accent. */
export const displayWidth = (text: string): number =>
  PLAIN.test(text) ? text.length : stringWidth(text.replace(NO_COLUMN, ''));

/** `text` in exactly `width` columns: padded with spaces, or cut with `…` between whole characters. */
export function fitted(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const shown = cut(text, width);
  const padding = ' '.repeat(Math.max(0, width - displayWidth(shown)));
  return align === 'left' ? shown + padding : padding + shown;
}

/** `text` in at most `width` columns, the end replaced by `…` when it does not fit. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  let kept = '';
  let columns = 0;
  for (const { segment } of characters().segment(text)) {
    columns += displayWidth(segment);
    if (columns > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…${text.startsWith(LEFT_TO_RIGHT_MARK) ? LEFT_TO_RIGHT_MARK : ''}`;
}

let segmenter: Intl.Segmenter | undefined;
const characters = (): Intl.Segmenter => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter;
};

/** The characters as a person counts them: a letter with its accents is one, so is an emoji of several parts. */
export const graphemes = (text: string): string[] =>
  Array.from(characters().segment(text), ({ segment }) => segment);
