/** How a word of a name sounds, as keys that words of like sound share. */

import { doubleMetaphone } from 'double-metaphone';

/** Other letters have no sound here: names in them are near by their letters alone. */
const SPOKEN = /^[a-z]+$/;

/** One or two keys (Lawrence Philips' Double Metaphone); none for a word not in Latin letters. `word` is folded. */
export const soundsOf = (word: string): string[] =>
  SPOKEN.test(word) ? [...new Set(doubleMetaphone(word))].filter((key) => key !== '') : [];
