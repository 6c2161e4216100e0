/** Text broken into lines for a terminal. */

import { displayWidth, graphemes } from './terminal-text.ts';

/**
 * `text` in lines of at most `width` columns, broken between words; a word that is wider than a line is broken
 * too, behind a hyphen or the like where it has one.
 * null = one line, for a pipe.
 */
export function wrapped(text: string, width: number | null): string[] {
  if (width === null) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const [last = '', ...full] = pieces(word, width).reverse();
    lines.push(...full.reverse());
    line = last;
  }
  return line === '' ? lines : [...lines, line];
}

/** Each line of a text that is too wide broken between words; what is broken goes on a little further in than it began. */
export function fittedLines(text: string, width: number | null): string {
  if (width === null) return text;
  return text
    .split('\n')
    .map((line) => (displayWidth(line) <= width ? line : hung(line, width)))
    .join('\n');
}

function hung(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const further = `${indent}  `;
  const [first = '', ...rest] = wrapped(line, width - further.length);
  return [indent + first, ...rest.map((one) => further + one)].join('\n');
}

/** Behind these a long word may be broken: addresses and double names read on from there. */
const BREAK_BEHIND = /[-/@._,;:=&]/;

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const found: string[] = [];
  let piece: string[] = [];
  for (const character of graphemes(word)) {
    while (piece.length > 0 && displayWidth(piece.join('') + character) > width) {
      const end = piece.findLastIndex((one) => BREAK_BEHIND.test(one)) + 1 || piece.length;
      found.push(piece.slice(0, end).join(''));
      piece = piece.slice(end);
    }
    piece.push(character);
  }
  return [...found, piece.join('')];
}
