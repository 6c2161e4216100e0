/** A full name in one cell, taken apart into given name, family name and suffix. */

import { foldText } from './fold-text.ts';

export type NameOrder = 'last-first' | 'first-last' | 'auto';
export interface NameParts {
  readonly given: string;
  readonly family: string;
  readonly suffix: string | null;
}

const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['jr', 'Jr'],
  ['jnr', 'Jr'],
  ['junior', 'Jr'],
  ['sr', 'Sr'],
  ['snr', 'Sr'],
  ['ii', 'II'],
  ['iii', 'III'],
  ['iv', 'IV'],
  ['2nd', '2nd'],
  ['3rd', '3rd'],
  ['esq', 'Esq'],
]);
/** Could as well be a name where it is not set off by its place. */
const DOUBTFUL_SUFFIX = 'junior';
const DEGREES = new Set(['md', 'phd', 'dds', 'dvm', 'cpa', 'do', 'rn', 'jd']);
const SALUTATIONS = new Set(
  'mr mrs ms miss mx dr rev prof bus mrmrs mr/mrs mme mlle herr herrn frau sra srta sir messrs monsieur madame mademoiselle senor senora signor signora dhr mevr mevrouw eheleute ehepaar familie fam'.split(
    ' ',
  ),
);
const JOINS = new Set(['&', 'and', '+', 'und', 'et', 'y']);
/** "M. et Mme Roy", "Sr. y Sra. Lopez": the first word alone is an initial or a suffix. */
const HUSBAND_AND_WIFE =
  /^(?:m\.?\s+(?:et|&|ou)\s+(?=mme\b|madame\b)|(?:sr\.?\s+[ye&]\s+sra|dhr\.?\s+(?:en|&)\s+mev(?:r|rouw)|sig\.?\s+e\s+sig\.?\s?ra|hr\.?\s+(?:og|och|und|u\.?|&)\s+fr(?:u|au)?)\b\.?\s+)/i;
const MAY_BE_HUSBAND = /^[mdsh]/i;
/** Words that belong to the family name behind them. */
const PARTICLES = new Set(
  'van von der den de del della di da do dos das du des la le las los el al bin ibn abu ter ten st saint san santa zu zur af av mac mc o'.split(
    ' ',
  ),
);
/** Those that stand behind the given name where the family name goes first. */
const TRAILING = new Set(
  'van von vom der den dem de del della di da do dos das du ter ten zu zur af la las los'.split(' '),
);
/** Nobody is called so. */
const SURE_TRAILING = new Set('von vom der dem del della dos das zu zur af'.split(' '));
const BLANKS = /\s+/;

/** No word of the lists above is longer, dots included. */
const LONGEST_MARK = 8;
const bare = (word: string): string =>
  word.length > LONGEST_MARK ? word : foldText(word).replaceAll('.', '');
const wordsOf = (text: string): string[] => text.split(BLANKS).filter(Boolean);

/** `Jr.`, `JR`, `iii` as they are printed; null for any other word. */
export const nameSuffix = (word: string): string | null => SUFFIXES.get(bare(word)) ?? null;

/** Whether a title cell or a word is a form of address (`Mr.`, `Dr`). */
export const isSalutation = (word: string): boolean => SALUTATIONS.has(bare(word));

const withoutHusbandAndWife = (text: string): string =>
  MAY_BE_HUSBAND.test(text) ? text.replace(HUSBAND_AND_WIFE, '') : text;

/** `text` without the forms of address in front: `Mr. and Mrs. John Smith` = `John Smith`. */
export const withoutSalutation = (text: string): string =>
  withoutTitles(wordsOf(withoutHusbandAndWife(text))).join(' ');

/** Takes a person's name apart. A comma parts family and given name in any order; without one, `auto` is first name first. */
export function nameParts(text: string, order: NameOrder): NameParts {
  const segments = withoutHusbandAndWife(text)
    .split(',')
    .map(wordsOf)
    .filter((words) => words.length > 0);
  let suffix: string | null = null;
  const named: string[][] = [];
  for (const [index, words] of segments.entries()) {
    const [only = ''] = words;
    const alone = index > 0 && words.length === 1;
    if (alone && nameSuffix(only) !== null && !areInitials(only, segments, order))
      suffix ??= nameSuffix(only);
    else if (!(alone && index > 1 && DEGREES.has(bare(only)))) named.push(words);
  }
  const [first = [], ...rest] = named;
  const head = withoutTitles(first);
  if (suffix === null) suffix = takeSuffix(head);
  if (rest.length === 0) return { ...splitWords(head, order), suffix };
  const given = withoutTitles(rest.flat());
  while (given.length > 1 && isSalutation(given.at(-1) ?? '')) given.pop();
  const own = takeSuffix(given) ?? takeLeadingSuffix(given);
  const particles = takeParticles(given);
  return { given: given.join(' '), family: [...particles, ...head].join(' '), suffix: suffix ?? own };
}

/** Of "Ewing, J.R." and "Ewing, JR" the letters are the given names: without them there would be none. */
function areInitials(word: string, segments: readonly (readonly string[])[], order: NameOrder): boolean {
  if (!/^[js]\.?r\.?$/i.test(word)) return false;
  const [head = [], , ...more] = segments;
  const isWhole = order !== 'last-first' && splitWords(withoutTitles(head), 'auto').given !== '';
  return !isWhole && more.every((words) => words.length === 1 && nameSuffix(words[0] ?? '') !== null);
}

/** "Berg, Jan van der" and "Beethoven, Ludwig van"; a given name in capitals may be Van as well. */
function takeParticles(given: string[]): string[] {
  let start = given.length;
  while (start > 1 && TRAILING.has(bare(given[start - 1] ?? ''))) start--;
  const words = given.slice(start);
  const [only = ''] = words;
  if (
    words.length === 0 ||
    (words.length === 1 && !SURE_TRAILING.has(bare(only)) && only !== only.toLowerCase())
  )
    return [];
  given.length = start;
  return words;
}

/** A family name alone, its suffix apart: `McAllister III`. */
export function familyName(text: string): Pick<NameParts, 'family' | 'suffix'> {
  const words = wordsOf(text);
  const suffix = takeSuffix(words);
  return { family: words.join(' '), suffix };
}

function withoutTitles(words: readonly string[]): string[] {
  let start = 0;
  while (start < words.length - 1) {
    const word = words[start] ?? '';
    if (!(isSalutation(word) || (start > 0 && JOINS.has(bare(word))))) break;
    start++;
  }
  return words.slice(start);
}

/** Takes the suffix off the end of `words`. */
function takeSuffix(words: string[]): string | null {
  const last = words.at(-1) ?? '';
  const suffix = words.length > 1 && bare(last) !== DOUBTFUL_SUFFIX ? nameSuffix(last) : null;
  if (suffix !== null) words.pop();
  return suffix;
}

function takeLeadingSuffix(words: string[]): string | null {
  const suffix = words.length > 1 ? nameSuffix(words[0] ?? '') : null;
  if (suffix !== null && bare(words[0] ?? '') !== DOUBTFUL_SUFFIX) {
    words.shift();
    return suffix;
  }
  return null;
}

function splitWords(words: readonly string[], order: NameOrder): { given: string; family: string } {
  if (words.length < 2) return { given: '', family: words.join(' ') };
  const isParticle = (index: number): boolean => PARTICLES.has(bare(words[index] ?? ''));
  if (order === 'last-first') {
    let end = 1;
    while (end < words.length && isParticle(end - 1)) end++;
    return { given: words.slice(end).join(' '), family: words.slice(0, end).join(' ') };
  }
  let start = words.length - 1;
  while (start > 1 && isParticle(start - 1)) start--;
  return { given: words.slice(0, start).join(' '), family: words.slice(start).join(' ') };
}
