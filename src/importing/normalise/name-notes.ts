/** What stores write into a name for want of a better place: that nobody should call, or that the customer has died. */

import { cleanCell } from './cell.ts';

export interface NotedName {
  /** without the notes and without the stars that draw the eye to them */
  readonly name: string;
  /** `call`: not to be called; `contact`: not to be contacted at all */
  readonly wish: 'call' | 'contact' | null;
  readonly deceased: boolean;
}

const PERHAPS_NOTED = /\*|dnc|not|n't|dont|no c|decea|dec'd|décéd/i;
const NOT_CALLED =
  /\bdnc\b|\bdo\s*n[o']?t\s+(?:call|phone|solicit)\b|\bdon['’]?t\s+call\b|\bno\s+calls?\b/giu;
const NOT_CONTACTED = /\bdo\s*n[o']?t\s+contact\b|\bdon['’]?t\s+contact\b|\bno\s+contact\b/giu;
const DECEASED = /\bdeceased\b|\bdec'd\b|décédée?/giu;
const STARS = /\*+/g;
const EMPTY_BRACKETS = /[([{][\s\d./!-]*[)\]}]/g;
const LOOSE_ENDS = /^[\s,;:!–-]+|[\s,;:!–-]+$/gu;

/** Takes the notes out of a name cell. */
export function nameNotes(cell: string): NotedName {
  if (!PERHAPS_NOTED.test(cell)) return { name: cell, wish: null, deceased: false };
  const text = cleanCell(cell);
  const contact = text.search(NOT_CONTACTED) !== -1;
  const wish = contact ? 'contact' : text.search(NOT_CALLED) === -1 ? null : 'call';
  const name = [NOT_CALLED, NOT_CONTACTED, DECEASED, STARS]
    .reduce((left, note) => left.replace(note, ' '), text)
    .replace(EMPTY_BRACKETS, ' ')
    .replace(/\s+/g, ' ')
    .replace(LOOSE_ENDS, '');
  return { name, wish, deceased: text.search(DECEASED) !== -1 };
}
