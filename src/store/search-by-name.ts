/** Finding customers by name: words in any order, the beginning of each is enough, nicknames both ways. */

import { customerName } from '../domain/customer.ts';
import { nicknamesOf } from '../domain/nicknames.ts';
import { foldedWords } from '../values/fold-text.ts';
import { nameKey } from '../values/name-key.ts';
import { eachOf, hasWords } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

interface Named {
  readonly id: number;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
}

/** A person's name has fewer; a business may need them. */
const MOST_WORDS = 12;
const MOST_WORDS_OF_A_PERSON = 7;
/** As many people share the commonest full name of a million. */
const MOST_OF_ONE_NAME = 5_000;

const BY_KEY = `SELECT c.id, c.first_name, c.last_name, c.business_name
  FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.name_key = j.value ORDER BY c.id DESC LIMIT ?`;

/** Those whose whole name it is, in either order; a company's without its legal form too. */
export function byWholeName(db: Store, text: string, most: number): number[] {
  const words = foldedWords(text);
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  const companyKey = nameKey({ firstName: null, lastName: null, businessName: text });
  const keys = [...new Set([companyKey, ...personKeys(words)])];
  return db
    .prepare<[string, number], Named>(BY_KEY)
    .all(JSON.stringify(keys), MOST_OF_ONE_NAME)
    .filter((one) => one.business_name !== null || isWhole(words, one))
    .slice(0, most)
    .map(({ id }) => id);
}

/** The keys (`given family`) that a customer of such a name may have: any word given, any run of others the family. */
function personKeys(words: readonly string[]): string[] {
  if (words.length > MOST_WORDS_OF_A_PERSON) return [];
  const families = [''];
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++) families.push(words.slice(from, to).join(''));
  return ['', ...words].flatMap((given) => families.map((family) => `${given} ${family}`));
}

function isWhole(words: readonly string[], named: Named): boolean {
  const own = foldedWords(customerName(named));
  if (own.length === words.length && [...own].sort().join(' ') === [...words].sort().join(' ')) return true;
  const given = foldedWords(named.first_name ?? '').join('');
  const family = foldedWords(named.last_name ?? '').join('');
  return [given + family, family + given].includes(words.join(''));
}

/** How a word of the search may stand in a name, in the words of FTS5. */
export type Term = (word: string) => string;
export const whole: Term = (word) => `"${word}"`;
const beginning: Term = (word) => `"${word}"*`;
export const beginningOrNickname: Term = (word) =>
  `(${[beginning(word), ...nicknamesOf(word).map(whole)].join(' OR ')})`;

/** `mueller` for Müller: the index has the letter without its dots. No beginning, or Joel would be Jolene. */
const withoutUmlaut: Term = (word) =>
  `(${[whole(word), whole(word.replace(/([aou])e/g, '$1'))].join(' OR ')})`;

/** Those who have every word in their name: first as whole words, then as beginnings, by nickname, by another spelling. */
export function byPartOfName(db: Store, text: string, most: number): number[] {
  const spellings = spellingsOf(text);
  const found = new Set<number>();
  for (const term of [whole, beginning, beginningOrNickname, withoutUmlaut]) {
    if (found.size >= most) break;
    for (const id of byTerms(db, spellings, term, most)) found.add(id);
  }
  return [...found];
}

/** The newest who have, of one of the spellings, every word in their name. */
export function byTerms(
  db: Store,
  spellings: readonly (readonly string[])[],
  term: Term,
  most: number,
): number[] {
  if (spellings.length === 0) return [];
  const expression = spellings.map((words) => `(${words.map(term).join(' AND ')})`).join(' OR ');
  return idsOfWords(db, expression, most);
}

const BY_WORDS = `SELECT rowid FROM customer_word WHERE ${hasWords('customer_word', '?')} ORDER BY rowid DESC LIMIT ?`;

function idsOfWords(db: Store, expression: string, most: number): number[] {
  try {
    return db.prepare<[string, number], number>(BY_WORDS).pluck().all(expression, most);
  } catch (error) {
    // SQLite takes a letter younger than its tables for a blank, and two words in one place cannot be asked for
    if (error instanceof Error && error.message.startsWith('fts5: phrase')) return [];
    throw error;
  }
}

/** No particle of a family name is longer: `Mc Donald`, `van Dyke`, `del Rio`. */
const LONGEST_PARTICLE = 3;
const LONGEST_JOIN = 4;

/** All in which the search may be meant, each as folded words; empty when there are too many for a name. */
export const spellingsOf = (text: string): string[][] =>
  [text, withUmlautsSpelledOut(text)].flatMap(spellingsAsTyped);

/**
 * The words of the search as they stand, and with what one person writes as one word and another as several put
 * together: `O'Brien` and `OBrien`, `Ibarra-Cole`, `Mc Donald`.
 */
function spellingsAsTyped(text: string): string[][] {
  const pieces = text.split(/[\s,]+/).map(foldedWords);
  const words = pieces.flat();
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  const goesOn = pieces.flatMap((piece) => piece.map((_, at) => at < piece.length - 1));
  const joins = (at: number): boolean => goesOn[at] === true || (words[at] ?? '').length <= LONGEST_PARTICLE;
  const spellings = [words];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to < Math.min(words.length, from + LONGEST_JOIN) && joins(to - 1); to++)
      spellings.push([...words.slice(0, from), words.slice(from, to + 1).join(''), ...words.slice(to + 1)]);
  }
  const withoutAnd = words.filter((word) => word !== 'and');
  if (withoutAnd.length > 0 && withoutAnd.length < words.length) spellings.push(withoutAnd);
  return [...spellings, ...chineseSpellings(words)];
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

const withUmlautsSpelledOut = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter);

const CHINESE = /^\p{Script=Han}+$/u;

/** `王小明` is 小明 of the family 王, which has one character or two; `明 王` may be on file as one word. */
function chineseSpellings(words: readonly string[]): string[][] {
  if (!words.every((word) => CHINESE.test(word))) return [];
  const [first = '', second, ...more] = words;
  if (second !== undefined) return more.length === 0 ? [[second + first]] : [];
  const characters = [...first];
  return [1, 2]
    .filter((family) => family < characters.length)
    .map((family) => [characters.slice(0, family).join(''), characters.slice(family).join('')]);
}
