/** What stores write into a name for want of a better place: that nobody should call, or that the customer has died. */

import { looksLikeBusiness } from './business-name.ts';
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
/** A company may be called so; an estate or a trust has somebody's note in front. */
const COMPANY_FIRST_WORD = /^(?:dnc|deceased)(?=\s+\p{L}|,\s*\p{L}+\.?$)(?!.*\b(?:of|trust)\b)/iu;
const STARS = /\*+/g;
const EMPTY_BRACKETS = /[([{][\s\d./!-]*[)\]}]/g;
const LOOSE_END = /[\s,;:!–-]+$/u;
const LOOSE_ENDS = new RegExp(`^[\\s,;:!–-]+|${LOOSE_END.source}`, 'gu');

/** Takes the notes out of a name cell. */
export function nameNotes(cell: string): NotedName {
  if (!PERHAPS_NOTED.test(cell)) return { name: cell, wish: null, deceased: false };
  const cleaned = cleanCell(cell);
  const [own = ''] = looksLikeBusiness(cleaned) ? (COMPANY_FIRST_WORD.exec(cleaned) ?? []) : [];
  const text = cleaned.slice(own.length);
  const contact = text.search(NOT_CONTACTED) !== -1;
  const wish = contact ? 'contact' : text.search(NOT_CALLED) === -1 ? null : 'call';
  const rest = [NOT_CALLED, NOT_CONTACTED, DECEASED, STARS]
    .reduce((left, note) => left.replace(note, ' '), text)
    .replace(EMPTY_BRACKETS, ' ')
    .replace(/\s+/g, ' ')
    .replace(own === '' ? LOOSE_ENDS : LOOSE_END, '');
  return { name: own + rest, wish, deceased: text.search(DECEASED) !== -1 };
}
