/** Whether the name on a line of a sheet can be the customer's with that number. */

import { foldedWords } from '../values/fold-text.ts';

/**
 * False only when they have no word in common: a sheet sorted by halves has other people's numbers beside the names. One
 * word will do, for a name may have changed by marriage, and letters beyond ASCII may have been lost in a spreadsheet
 * (`JosÃ©`, `Jos?`). A blank name is no evidence.
 */
export function sameCustomer(onSheet: string, known: string): boolean {
  if (onSheet === '' || haveCommonWord(foldedWords(onSheet), foldedWords(known))) return true;
  const [one, other] = [asciiWords(onSheet), asciiWords(known)];
  return one.length + other.length === 0 || haveCommonWord(one, other);
}

function haveCommonWord(one: readonly string[], other: readonly string[]): boolean {
  const words = new Set(withoutInitials(one));
  return withoutInitials(other).some((word) => words.has(word));
}

/** Half the town shares a middle initial. */
function withoutInitials(words: readonly string[]): readonly string[] {
  const long = words.filter((word) => word.length > 1);
  return long.length > 0 ? long : words;
}

/** Words of the letters every character set agrees on: `José`, `JosÃ©` and `Jos?` are all `jos`. */
export const asciiWords = (text: string): string[] => foldedWords(text.replace(/[^ -~]|\?/g, ''));
