/** Names typed in capitals, or without any, made readable. */

/** Particles written small inside a family name; at its start they keep a capital ("Van der Merwe"). */
const SMALL_INSIDE = new Set(['der', 'den', 'dem', 'ter', 'ten', 'zu', 'zur', 'y']);
/** Between two given names. */
const CONJUNCTIONS = new Set(['and', 'or', 'und', 'et']);
/** Before an apostrophe these take a capital after it: O'Donnell, D'Angelo, DeʼAndre, but Ka'ahumanu. */
const BEFORE_APOSTROPHE = /^(?:\p{L}|de|dell|dall|sant|mac|mc|st|al|el)$/u;
const PIECES = /(\p{L}[\p{L}\p{M}]*)|([^\p{L}]+)/gu;
const MC = /^mc\p{L}{2,}$/u;
// "Mac" is a prefix before most consonants (MacDonald) and a part of the name elsewhere (Mack, Machado, Macias, Maclin).
const MAC =
  /^mac(?:[bdfgmnpqtvw]\p{L}{3,}|l(?:achlan|aren|aughlin|ean|ellan|ennan|eod)|(?:adam|allister|alister|arthur|aulay|callum|carthy|cormack|ewan|ewen|innes|innis|intosh|intyre|isaac|iver|rae)s?$)/u;
const DOTTED_INSIDE = /(?<!^)i\u0307/g;
const INITIALS = /^(?:[^aeiouy]{2}|aj|cj|ej|oj)$/u;

/** True when `text` has letters with case, all of them capitals or all of them small. */
export function isOneCase(text: string): boolean {
  const upper = text.toUpperCase();
  const lower = text.toLowerCase();
  return upper !== lower && (text === upper || text === lower);
}

/** `text` with capitals where a name has them; meant for text that `isOneCase`. */
export function readableCase(text: string, part: 'given' | 'family'): string {
  const lower = text.toLowerCase();
  if (!lower.includes(' ')) return readableWord(lower, part, 0);
  return lower
    .split(' ')
    .map((word, index) => readableWord(word, part, index))
    .join(' ');
}

const remembered = { given: new Map<string, string>(), family: new Map<string, string>() };
const REMEMBERED_AT_MOST = 20_000;

/** Most names of a file have been seen before. */
function readableWord(word: string, part: 'given' | 'family', index: number): string {
  if (part === 'family' && index > 0 && (SMALL_INSIDE.has(word) || (word === 'de' && index === 1)))
    return word;
  const known = remembered[part];
  let readable = known.get(word);
  if (readable === undefined) {
    // The Turkish İ becomes an i with a dot of its own in lower case, which only a capital keeps.
    readable = wordInCase(word.replace(DOTTED_INSIDE, 'i'), part).normalize('NFC');
    if (known.size >= REMEMBERED_AT_MOST) known.clear();
    known.set(word, readable);
  }
  return readable;
}

function wordInCase(word: string, part: 'given' | 'family'): string {
  if (part === 'given' && CONJUNCTIONS.has(word)) return word;
  if (part === 'given' && INITIALS.test(word)) return word.toUpperCase();
  let before = '';
  let between = '';
  return word.replace(PIECES, (piece: string, letters?: string) => {
    if (letters === undefined) {
      between = piece;
      return piece;
    }
    const small =
      isApostrophe(between) && before !== '' && !(BEFORE_APOSTROPHE.test(before) && letters.length > 1);
    before = letters;
    between = '';
    return small ? letters : capitalised(letters, part);
  });
}

const isApostrophe = (text: string): boolean => text === "'" || text === '’' || text === 'ʼ' || text === '`';

function capitalised(letters: string, part: 'given' | 'family'): string {
  if (MC.test(letters)) return `Mc${upperFirst(letters.slice(2))}`;
  if (part === 'family' && MAC.test(letters)) return `Mac${upperFirst(letters.slice(3))}`;
  return upperFirst(letters);
}

function upperFirst(letters: string): string {
  const [first = ''] = letters;
  return first.toUpperCase() + letters.slice(first.length);
}
