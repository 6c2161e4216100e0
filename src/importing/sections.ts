/** Heading lines inside a report: what "WHOLESALE" above some rows says of them. */

import { cleanCell } from '../values/cell.ts';
import type { Field } from './fields.ts';
import { statedDeal } from './stated-deal.ts';
import { type WordField, type WordMeaning, wordKey, wordMeaning } from './value-words.ts';

/** A field and its value for every row of a section, or of a file. */
export type Constants = ReadonlyMap<Field, string>;

/** What a map says of a heading; `ignored` = nothing. */
export type SectionWords = ReadonlyMap<string, Constants | 'ignored'>;

/** How headings are compared: without counts, case and punctuation: `WHOLESALE (3)` = `Wholesale:`. */
export const sectionKey = (heading: string): string => wordKey(heading.replace(COUNT, ' '));

const COUNT = /[([{].*$|[:–-]\s*\d*\s*$|\b\d+\b/g;
/** What a heading may have beside the word that tells. */
const BESIDE =
  /\b(?:units?|vehicles?|cars?|deals?|sales?|sold|section|department|dept|total|list|trucks?|inventory)\b/gi;
const LONGEST = 40;

/** The one filled cell of a row; null where there are more or none. */
function onlyCell(cells: readonly string[]): string | null {
  let only: string | null = null;
  for (const cell of cells) {
    if (cell === '' || cell.trim() === '') continue;
    if (only !== null) return null;
    only = cell;
  }
  return only === null ? null : cleanCell(only);
}

/** What the rows under a heading are; `unknown` for a line that may be one and says nothing known; null for a row of data. */
export function sectionIn(
  cells: readonly string[],
  words: SectionWords,
): Constants | 'ignored' | 'unknown' | null {
  const heading = onlyCell(cells);
  if (heading === null || heading === '') return null;
  const told = words.get(sectionKey(heading));
  if (told !== undefined) return told;
  if (heading.length > LONGEST || !/\p{L}{3}/u.test(heading)) return null;
  const plain = heading.replace(COUNT, ' ').trim();
  const meaning = meaningOf(plain) ?? meaningOf(plain.replace(BESIDE, ' ').trim());
  return meaning === null ? 'unknown' : constantsOf(meaning);
}

function meaningOf(heading: string): WordMeaning | null {
  const stated = statedDeal(heading);
  if (stated?.saleClass != null) return { saleClass: stated.saleClass };
  if (stated?.state != null) return { state: stated.state };
  if (wordKey(heading).length < 3) return null;
  for (const field of ASPECTS) {
    const meaning = wordMeaning(field, heading);
    if (meaning !== null && Object.keys(meaning).length > 0) return meaning;
  }
  return null;
}

const ASPECTS: readonly WordField[] = ['sale_class', 'condition', 'deal_type'];

const constantsOf = ({ saleClass, condition, dealType, state }: WordMeaning): Constants =>
  new Map(
    (
      [
        ['sale_class', saleClass],
        ['condition', condition],
        ['deal_type', dealType],
        ['status', state],
      ] as const
    ).flatMap(([field, word]): [Field, string][] => (word === undefined ? [] : [[field, word]])),
  );

/** Whether rows under it are nobody's to keep in touch with: then the line that ends it must be understood. */
export const leavesOut = (section: Constants | null): boolean =>
  section !== null && (section.has('status') || !['retail', undefined].includes(section.get('sale_class')));
