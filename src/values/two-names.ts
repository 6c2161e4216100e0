/** Two people in one name cell: `Lee, Ann; Lee, Bob`, `Lee, Ann & Bob`, `Ann und Karl Weber`. */

import { nicknamesOf } from '../domain/nicknames.ts';
import { looksLikeBusiness, namesFirm } from './business-name.ts';
import { foldedWords } from './fold-text.ts';
import { type NameOrder, nameParts, nameSuffix, withoutSalutation } from './name-parts.ts';

const APART = /\s*;\s*|\s+\/\s+/;
/** English, German, French, Spanish, Dutch and the Nordic languages; `i`, `e` and `or` join too much else. */
const JOINT = /\s*[&+]\s*|\s+(?:and|und|u\.|et|y|en|og|och)\s+/i;
const PERHAPS_TWO = /[;/,&+]|\s(?:and|und|u\.|et|y|en|og|och)\s/i;

/**
 * The names in a cell, one for each person; the cell as it is where it names one, or a firm.
 * A comma parts people only where both have the same family name behind two given ones.
 * @param order how a full name without a comma is written
 */
export function peopleIn(full: string, order: NameOrder = 'auto'): readonly string[] {
  if (full === '' || !PERHAPS_TWO.test(full) || looksLikeBusiness(full)) return [full];
  const parts = full.split(APART).filter((part) => part !== '');
  if (parts.length > 1) return parts.every(isFullName) ? parts : [full];
  const halves = full.split(',').map((half) => half.trim());
  const [first = '', second = ''] = halves;
  if (
    halves.length === 2 &&
    isFullName(first) &&
    isFullName(second) &&
    foldedWords(first).at(-1) === foldedWords(second).at(-1)
  )
    return halves;
  return coupleIn(full, order) ?? [full];
}

/** The given names in a cell of given names: "Ann & Bob" are two people's. */
export function givenNamesIn(first: string): readonly string[] {
  const joined = PERHAPS_TWO.test(first) ? first.split(JOINT).filter((part) => part !== '') : [first];
  return joined.length === 2 && joined.every(isLetters) ? joined : [first];
}

const isFullName = (name: string): boolean => foldedWords(name).length > 1;
const isLetters = (name: string): boolean => /^[\p{L}\p{M}.'’\s-]+$/u.test(name);

function coupleIn(full: string, order: NameOrder): readonly string[] | null {
  const name = withoutSalutation(full);
  const [one, other, more] = name.split(JOINT);
  if (one === undefined || other === undefined || more !== undefined || one === '' || other === '')
    return null;
  if (!isLetters(one.replace(/,/g, ' ')) || !isLetters(other.replace(/,/g, ' '))) return null;
  // "Lee, Ann & Bob", "Lee, Ann & Ode, Bob"
  const comma = one.indexOf(',');
  if (comma > 0) {
    const family = one.slice(0, comma).trim();
    return other.includes(',') || isFullNameOf(other)
      ? [one, other]
      : [one, `${withoutSuffix(family)}, ${withoutSalutation(other)}`];
  }
  if (other.includes(',')) return null;
  if (order === 'last-first') {
    const { family, given } = nameParts(one, 'last-first');
    return given === '' ? null : [one, `${family} ${withoutSalutation(other)}`];
  }
  if (namesFirm(name)) return null;
  const second = nameParts(other, 'first-last');
  if (second.given === '') return null;
  return isFullNameOf(one) ? [one, other] : [`${one} ${second.family}${suffixOf(second.suffix)}`, other];
}

const suffixOf = (suffix: string | null): string => (suffix === null ? '' : ` ${suffix}`);

/** Given and family name, and not two given ones: "Mary Ann", "John A". */
function isFullNameOf(text: string): boolean {
  const words = foldedWords(withoutSalutation(text));
  const last = words.at(-1) ?? '';
  return words.length > 1 && last.length > 1 && nicknamesOf(last).length === 0;
}

const withoutSuffix = (family: string): string => {
  const words = family.split(/\s+/);
  return words.length > 1 && nameSuffix(words.at(-1) ?? '') !== null ? words.slice(0, -1).join(' ') : family;
};
