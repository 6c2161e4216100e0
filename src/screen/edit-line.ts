/** Editing one line by keys: the text left and right of the cursor, changed by whole characters. */

import type { TypedLine } from '../render/input-line.ts';
import { graphemes } from '../render/terminal-text.ts';
import type { Key } from '../terminal/decode-key.ts';

export const EMPTY_LINE: TypedLine = { before: '', after: '' };

export const typedText = ({ before, after }: TypedLine): string => before + after;

const LINE_BREAKS = /\r\n|[\t-\r\u0085\u2028\u2029]/gu;
const CONTROL = /\p{Cc}/gu;

/** What was typed or pasted as it is kept: line breaks and tabs are spaces, other control characters are left out. */
const asTyped = (text: string): string => text.replace(LINE_BREAKS, ' ').replace(CONTROL, '');

/** The line after the key; the same line when the key edits nothing. */
export function editLine(line: TypedLine, key: Key): TypedLine {
  const { before, after } = line;
  switch (key.press) {
    case 'text':
    case 'paste':
      return { before: before + asTyped(key.text), after };
    case 'backspace':
      return { before: graphemes(before).slice(0, -1).join(''), after };
    case 'delete':
      return { before, after: graphemes(after).slice(1).join('') };
    case 'left': {
      const characters = graphemes(before);
      return { before: characters.slice(0, -1).join(''), after: (characters.at(-1) ?? '') + after };
    }
    case 'right': {
      const characters = graphemes(after);
      return { before: before + (characters[0] ?? ''), after: characters.slice(1).join('') };
    }
    case 'home':
      return { before: '', after: before + after };
    case 'end':
      return { before: before + after, after: '' };
    case 'clear':
      return { before: '', after };
    case 'drop-word':
      return { before: before.replace(/\S*\s*$/u, ''), after };
    default:
      return line;
  }
}
