/** A guide, laid out for the width of a terminal. */

import { wrapped } from '../../render/wrapped.ts';

const INDENT = 6;

/**
 * Paragraphs are broken anew between words. A line that begins with blanks stays one where it fits; else what is said of it, behind
 * two blanks, hangs beside it, or stands below where there is no room.
 * @param width null = as it is written
 */
export function guideAsText(text: string, width: number | null): string {
  if (width === null || text.split('\n').every((line) => line.length <= width)) return text;
  return text
    .split('\n\n')
    .map((part) => partAsText(part, width))
    .join('\n\n');
}

function partAsText(part: string, width: number): string {
  const blocks: string[][] = [];
  for (const line of part.split('\n')) {
    const last = blocks.at(-1);
    if (last === undefined || line === '' || last[0] === '' || isIndented(line) !== isIndented(last[0] ?? ''))
      blocks.push([line]);
    else if (isIndented(line) && !CONTINUED.test(line)) blocks.push([line]);
    else last.push(isIndented(line) && !SAID.test(last.join(' ')) ? `   ${line.trim()}` : line.trim());
  }
  return blocks.map((lines) => blockAsText(lines.join(' '), width).join('\n')).join('\n');
}

const isIndented = (line: string): boolean => line.startsWith(' ');
/** What is said of a line, behind it. */
const SAID = /^(?<head> +\S.*?)(?<gap> {2,})(?<said>\S.*)$/;
/** What is said of the line before goes on. */
const CONTINUED = /^ {6}/;

function blockAsText(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  if (!isIndented(line)) return wrapped(line, width);
  const { head = line, gap = '', said = '' } = SAID.exec(line)?.groups ?? {};
  const column = head.length + gap.length;
  if (column <= width / 3)
    return wrapped(said, width - column).map((one, i) => (i === 0 ? head + gap : ' '.repeat(column)) + one);
  const above = wrapped(head, width - INDENT).map((one, i) => `${' '.repeat(i === 0 ? 2 : INDENT)}${one}`);
  return [...above, ...wrapped(said, width - INDENT).map((one) => `${' '.repeat(INDENT)}${one}`)];
}
