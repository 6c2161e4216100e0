/** Customers whose name only sounds like what was typed, or is a slip or two away from it, the nearest first. */

import type { Nearness } from '../domain/found-customer.ts';
import { nicknamesOf } from '../domain/nicknames.ts';
import { foldedWords } from '../values/fold-text.ts';
import { soundsOf } from '../values/name-sound.ts';
import { slipsAllowed, slipsBetween } from '../values/nearest.ts';
import { eachOf, isAmong } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { beginningOrNickname, byTerms, spellingsOf, whole } from './search-by-name.ts';

export interface NearName {
  readonly id: number;
  readonly match: Exclude<Nearness, 'exact'>;
}

/** Shorter ones are near to too many. */
const FEWEST_LETTERS = 3;
const MOST_LETTERS = 30;
/** What is typed of a person; each word is compared with all there are. */
const MOST_WORDS = 7;
const MOST_SLIPS = 2;
const MOST_NEAR_WORDS = 60;
/** So many of a nearness are looked at, the newest customers. */
const MOST_READ = 60;
const NO_NUMBER_OR_ADDRESS = /^[^\d@]+$/;

/** A word that names have, as near to one that was typed as `rank` says: the lower, the nearer. */
interface NearWord {
  readonly word: string;
  readonly rank: number;
  readonly match: NearName['match'];
}

/**
 * Those with a near word for at least one word of `text`, the others as an exact search finds them.
 * @param limit the most to be found; of thousands of one name, the newest customers
 */
export function searchNearNames(db: Store, text: string, limit: number): NearName[] {
  const wanted = text.trim();
  if (limit <= 0 || wanted.length > MOST_WORDS * MOST_LETTERS || !NO_NUMBER_OR_ADDRESS.test(wanted))
    return [];
  if (foldedWords(wanted).length > MOST_WORDS) return [];
  const spellings = spellingsOf(wanted);
  const near = new Map([...new Set(spellings.flat())].map((word) => [word, nearWords(db, word)] as const));
  const ranks = new Set([...near.values()].flatMap((words) => words.map(({ rank }) => rank)));
  const found = new Map<number, NearName & { readonly rank: number }>();
  for (const most of [...ranks].sort((a, b) => a - b)) {
    if (found.size >= limit) break;
    const orNear = (word: string): string => {
      const others = (near.get(word) ?? []).filter(({ rank }) => rank <= most);
      return `(${[beginningOrNickname(word), ...others.map((other) => whole(other.word))].join(' OR ')})`;
    };
    const ids = byTerms(db, spellings, orNear, Math.max(limit, MOST_READ)).filter((id) => !found.has(id));
    for (const [id, own] of wordsOf(db, ids)) {
      const measured = nearest(spellings, own, near);
      if (measured !== null) found.set(id, { id, ...measured });
    }
  }
  return [...found.values()]
    .sort((a, b) => a.rank - b.rank || b.id - a.id)
    .slice(0, limit)
    .map(({ id, match }) => ({ id, match }));
}

/** The words of the same sound that look a little like it, and those so few letters away that it may be a slip. */
function nearWords(db: Store, wanted: string): NearWord[] {
  const letters = [...wanted].length;
  if (letters < FEWEST_LETTERS || letters > MOST_LETTERS) return [];
  const alike = new Set(wordsOfSound(db, soundsOf(wanted)));
  return [...new Set([...alike, ...wordsWithAPiece(db, wanted)])]
    .flatMap((word): NearWord[] => {
      const sounds = alike.has(word);
      const most = sounds
        ? Math.ceil(Math.max(wanted.length, word.length) / 2)
        : Math.min(MOST_SLIPS, slipsAllowed(wanted, word));
      if (Math.abs(wanted.length - word.length) > most) return [];
      const slips = slipsBetween(wanted, word, most);
      if (slips === 0 || slips > most) return [];
      return [sounds ? { word, rank: slips, match: 'sound' } : { word, rank: slips + 1, match: 'slip' }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_NEAR_WORDS);
}

const wordsOfSound = (db: Store, sounds: readonly string[]): string[] =>
  db
    .prepare<[{ sounds: string }], string>(
      `SELECT word FROM name_word WHERE ${isAmong('sound', ':sounds')}
       UNION ALL SELECT word FROM name_word WHERE ${isAmong('other_sound', ':sounds')}`,
    )
    .pluck()
    .all({ sounds: JSON.stringify(sounds) });

/** Two slips leave one of three pieces whole; only a swap between two of them and a slip in the third do not. */
function wordsWithAPiece(db: Store, wanted: string): string[] {
  const all = [...wanted];
  const [one, two] = [Math.floor(all.length / 3), Math.floor((all.length * 2) / 3)];
  const pieces = [all.slice(0, one), all.slice(one, two), all.slice(two)].map((piece) => piece.join(''));
  const words = db
    .prepare<unknown[], string>(
      `SELECT word FROM name_word WHERE letters BETWEEN ? AND ?
       AND (${pieces.map(() => 'instr(word, ?)').join(' OR ')})`,
    )
    .pluck();
  return words.all(all.length - MOST_SLIPS, all.length + MOST_SLIPS, ...pieces);
}

/** The words by which each is found. */
function wordsOf(db: Store, ids: readonly number[]): Map<number, string[]> {
  const rows = db.prepare<[string], { readonly id: number; readonly words: string }>(
    `SELECT c.id, c.words FROM ${eachOf('?', 'j')} CROSS JOIN customer_name_words c ON c.id = j.value`,
  );
  return new Map(rows.all(JSON.stringify(ids)).map(({ id, words }) => [id, foldedWords(words)]));
}

/** By the spelling that is nearest; null where none needs a near word: that is no more than exact. */
function nearest(
  spellings: readonly (readonly string[])[],
  own: readonly string[],
  near: ReadonlyMap<string, readonly NearWord[]>,
): Pick<NearWord, 'rank' | 'match'> | null {
  const measured = spellings.flatMap((words) => {
    const used: NearWord[] = [];
    for (const word of words) {
      if (own.some((one) => one.startsWith(word)) || nicknamesOf(word).some((name) => own.includes(name)))
        continue;
      const nearestOwn = near.get(word)?.find((one) => own.includes(one.word));
      if (nearestOwn === undefined) return [];
      used.push(nearestOwn);
    }
    if (used.length === 0) return [];
    const rank = used.reduce((sum, one) => sum + one.rank, 0);
    return [
      { rank, match: used.every(({ match }) => match === 'sound') ? ('sound' as const) : ('slip' as const) },
    ];
  });
  return measured.sort((a, b) => a.rank - b.rank)[0] ?? null;
}
