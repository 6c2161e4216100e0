/** New salespeople, and who of those known before they may be. */

import { nicknamesOf } from '../domain/nicknames.ts';
import { isSameNumber } from '../domain/number-key.ts';
import { foldedWords } from '../values/fold-text.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

export interface PersonNamed {
  readonly code: string | null;
  readonly name: string;
}

export interface NewSalesperson extends PersonNamed {
  /** known before, and perhaps the same person */
  readonly like: readonly PersonNamed[];
}

/** @param ids of those added, in the order in which they are told */
export function likeSalespeople(db: Store, ids: readonly number[]): NewSalesperson[] {
  if (ids.length === 0) return [];
  const asked = JSON.stringify(ids);
  const added = db
    .prepare<[string], PersonNamed>(
      `SELECT p.code, p.name FROM ${eachOf('?', 'j')} CROSS JOIN salesperson p ON p.id = j.value`,
    )
    .all(asked);
  const known = db
    .prepare<[string], PersonNamed>(
      `SELECT code, name FROM salesperson WHERE id NOT IN (SELECT value FROM ${eachOf('?', 'j')}) ORDER BY id`,
    )
    .all(asked);
  return added.map((person) => ({ ...person, like: known.filter((other) => mayBeOne(person, other)) }));
}

/** One code or one name; the family name with an initial or a nickname; a name that differs in one letter. */
function mayBeOne(one: PersonNamed, other: PersonNamed): boolean {
  if (isSameNumber(one.code, other.code)) return true;
  const [words, others] = [foldedWords(one.name), foldedWords(other.name)];
  if (words.length === 0 || others.length === 0) return false;
  if ([...words].sort().join(' ') === [...others].sort().join(' ')) return true;
  const [given = '', family = ''] = [words[0], words.at(-1)];
  const [otherGiven = '', otherFamily = ''] = [others[0], others.at(-1)];
  const isFamily = family === otherFamily || differsByOne(family, otherFamily);
  if (words.length === 1 || others.length === 1)
    return isFamily || others.includes(family) || words.includes(otherFamily);
  return isFamily && mayBeGiven(given, otherGiven);
}

const mayBeGiven = (one: string, other: string): boolean =>
  one.startsWith(other) ||
  other.startsWith(one) ||
  nicknamesOf(one).includes(other) ||
  differsByOne(one, other);

const SHORTEST_MISTYPED = 5;

/** One letter more, less or another, in a word long enough for that to be a slip. */
function differsByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < SHORTEST_MISTYPED || long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (short[at] === long[at] && at < short.length) at++;
  return short.length === long.length
    ? short.slice(at + 1) === long.slice(at + 1)
    : short.slice(at) === long.slice(at + 1);
}
