/** Text broken between words. */

import { displayWidth } from './terminal-text.ts';

/** Lines of at most `room` columns, a longer word on a line of its own; null = one line, for a pipe. */
export function wrapped(text: string, room: number | null): string[] {
  if (room === null) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
