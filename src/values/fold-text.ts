/** Text as it is compared: without case and accents. */

const PLAIN_ASCII = /^[\x20-\x7e]*$/;
const MARKS = /\p{M}+/gu;
const UNDIVIDED = /[ßøłæœđðþı]/g;
// Letters that Unicode does not take apart into a letter and a mark.
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Lower case, accents off: `José MUÑOZ` = `jose munoz`. Punctuation and blanks stay. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(UNDIVIDED, (letter) => SPELLED_OUT[letter] ?? letter)
    .normalize('NFC');
}

const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;
const NOT_ASCII_LETTERS = /[^a-z0-9]+/g;

/** The folded words of `text`, punctuation dropped: `O'Brien, J.` = `['o', 'brien', 'j']`. */
export function foldedWords(text: string): string[] {
  const folded = foldText(text);
  const spaced = folded.replace(PLAIN_ASCII.test(folded) ? NOT_ASCII_LETTERS : NOT_LETTERS, ' ').trim();
  return spaced === '' ? [] : spaced.split(' ');
}
