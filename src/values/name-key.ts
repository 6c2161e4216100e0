/** When two names may be one customer's. */

import { nicknamesOf } from '../domain/nicknames.ts';
import { foldedWords } from './fold-text.ts';
import { familyName } from './name-parts.ts';
import type { PartyName } from './person-name.ts';

type Name = Pick<PartyName, 'firstName' | 'lastName' | 'businessName'>;

const COMPANY_WORDS = new Set(
  'inc incorporated llc llp lp ltd limited corp corporation co company plc gmbh pllc the and'.split(' '),
);
const BLANKS = /\s+/;
const COUPLE = /\s(?:&|and)\s.*$/i;

/**
 * What a name is found by: first given name and family name (or company without its legal form), without case, accents, punctuation and suffix.
 * '' when there is no name. A company never shares a key with a person.
 */
export function nameKey(name: Name): string {
  const plain = plainKey(name);
  if (plain !== null) return plain;
  if (name.businessName !== null) {
    const words = foldedWords(name.businessName.replaceAll('.', ''));
    const telling = words.filter((word) => !COMPANY_WORDS.has(word));
    return `= ${(telling.length > 0 ? telling : words).join('')}`;
  }
  const [given = ''] = givenNames(name);
  const { family } = familyAndSuffix(name);
  return given === '' && family === '' ? '' : `${given} ${family}`;
}

const LETTERS = /^[A-Za-z]+$/;

/** The short way for the commonest form, one family name in plain letters: the same key, worked out faster. */
function plainKey({ firstName, lastName, businessName }: Name): string | null {
  if (businessName !== null || firstName === null || lastName === null || !LETTERS.test(lastName))
    return null;
  const end = firstName.indexOf(' ');
  const given = end === -1 ? firstName : firstName.slice(0, end);
  return LETTERS.test(given) ? `${given} ${lastName}`.toLowerCase() : null;
}

/**
 * Same key and nothing against it: Jr, Sr and no suffix are different people, and so are different middle names or initials
 * (a missing one fits all). `D Achebe` is not `David Achebe`.
 */
export function namesAgree(a: Name, b: Name): boolean {
  const key = nameKey(a);
  if (key === '' || key !== nameKey(b)) return false;
  if (a.businessName !== null) return true;
  if (familyAndSuffix(a).suffix !== familyAndSuffix(b).suffix) return false;
  const [, ...middleOfA] = givenNames(a);
  const [, ...middleOfB] = givenNames(b);
  return middleOfA.every((name, index) => sameMiddle(name, middleOfB[index]));
}

/**
 * Whether two names may well be one person's: a nickname, an initial, a missing or a double name fit. For where being too
 * generous costs no more than a call.
 */
export function mayBeSamePerson(a: Name, b: Name): boolean {
  if (a.businessName !== null || b.businessName !== null) return nameKey(a) === nameKey(b);
  const [one, other] = [familyAndSuffix(a), familyAndSuffix(b)];
  if (one.suffix !== null && other.suffix !== null && one.suffix !== other.suffix) return false;
  const families = foldedWords(a.lastName ?? '');
  if (one.family !== other.family && !foldedWords(b.lastName ?? '').some((word) => families.includes(word)))
    return false;
  const [[given = ''], [otherGiven = '']] = [givenNames(a), givenNames(b)];
  return (
    given.startsWith(otherGiven) || otherGiven.startsWith(given) || nicknamesOf(given).includes(otherGiven)
  );
}

/**
 * Whether two names are one: equal without case and accents, but for a nickname or an initial; of companies without their legal form.
 * A suffix that only one of them has says nothing.
 */
export function isSameName(a: Name, b: Name): boolean {
  if (a.businessName !== null || b.businessName !== null)
    return nameKey(a) === nameKey(b) && nameKey(a) !== '';
  const [one, other] = [familyAndSuffix(a), familyAndSuffix(b)];
  if (one.family === '' || one.family !== other.family) return false;
  if (one.suffix !== null && other.suffix !== null && one.suffix !== other.suffix) return false;
  const [[given = ''], [otherGiven = '']] = [givenNames(a), givenNames(b)];
  const isInitial = given.length === 1 || otherGiven.length === 1;
  return (
    given === otherGiven ||
    (isInitial && given.charAt(0) === otherGiven.charAt(0)) ||
    nicknamesOf(given).includes(otherGiven)
  );
}

/** What a key must hold a piece of to be of a like family or company: each word of the family name; of a company its whole key. */
export function familyWords(name: Name): string[] {
  if (name.businessName !== null) return [nameKey(name)];
  const { family } = familyName(name.lastName ?? '');
  const words = foldedWords(family);
  return words.length === 0 ? [''] : words;
}

/** The keys of everybody who is called so, or so but for a nickname. */
export function likelyNameKeys(name: Name): string[] {
  const key = nameKey(name);
  if (key === '' || name.businessName !== null) return key === '' ? [] : [key];
  const [given = ''] = givenNames(name);
  const { family } = familyAndSuffix(name);
  return [key, ...nicknamesOf(given).map((nickname) => `${nickname} ${family}`)];
}

function sameMiddle(one: string, other: string | undefined): boolean {
  if (other === undefined) return true;
  return one.length === 1 || other.length === 1 ? one[0] === other[0] : one === other;
}

/** Of a couple in one cell, the first is the customer we compare. */
const givenNames = ({ firstName }: Name): string[] =>
  firstName === null ? [] : firstName.replace(COUPLE, '').split(BLANKS).map(joined).filter(Boolean);

function familyAndSuffix({ lastName }: Name): { family: string; suffix: string | null } {
  const { family, suffix } = familyName(lastName ?? '');
  return { family: joined(family), suffix };
}

const joined = (text: string): string => foldedWords(text).join('');
