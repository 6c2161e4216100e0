/** Phone numbers as exports spell them. */

import { createRequire } from 'node:module';
import type { Phone, PhoneKind } from '../domain/customer.ts';
import type { Reading, ValueProblem } from '../domain/problem.ts';
import { read, unreadable } from '../domain/problem.ts';
import { cleanCell } from './cell.ts';
import { foldedWords } from './fold-text.ts';

export type PhoneNumber = Pick<Phone, 'e164' | 'extension'>;

/** The numbers of one cell, each with the kind that is written beside it. */
export interface PhonesInCell {
  readonly phones: readonly Phone[];
  /** why there is none, or what was mended */
  readonly problem: ValueProblem | null;
}

type PhoneRules = typeof import('libphonenumber-js/min');
type ParsedPhone = NonNullable<ReturnType<PhoneRules['parsePhoneNumberFromString']>>;
let loaded: PhoneRules | null = null;

/** The numbering plans of the world, loaded with the first number that is not plainly North American: most files have none. */
function phoneRules(): PhoneRules {
  loaded ??= createRequire(import.meta.url)('libphonenumber-js/min') as PhoneRules;
  return loaded;
}

const PLAIN = /^[\d\s().-]+$/;
const NOT_DIGITS = /\D+/g;
// Area code and exchange begin with 2 to 9 and do not end in 11 (North American Numbering Plan).
const NORTH_AMERICAN = /^[2-9](?!11)\d{2}[2-9](?!11)\d{6}$/;
const FLOAT = /^(\d{7,15})\.0+$/;
const SCIENTIFIC = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i;
const BEFORE_DIGITS = String.raw`\s*[,;]?\s*(?:w\/\s*)?(?:ext(?:ension)?|extn|x|#|poste|durchwahl|dw|toestel|anexo|interno)[\s.:=]*`;
const EXTENSION = new RegExp(String.raw`${BEFORE_DIGITS}(\d{1,6})\s*$`, 'i');
/** As RFC 3966 writes a number: `tel:+1-614-555-0104;ext=7`. */
const TEL_URI = /^tel:/i;
/** What stands between a number and its extension would part two numbers. */
const BEFORE_EXTENSION = /[,;]\s*(?:ext(?:ension)?|extn|poste|durchwahl|dw|x)\b[\s.:=]*(?=\d)/gi;
// What stands between two numbers of one cell; labels ("Cell: … Home: …") part them as well.
const SEPARATORS =
  /[;,|&ý\n]+|\s\/\s|\s+(?:or|and)\s+|\b(?:cell|home|work|mobile|mob|bus|business|office|phone|tel|cel|hm|wk|h|c|w|m|o|t)\b\s*[:.]?/i;
const FAX = /\b(?:fax|pager|beeper)\b\s*[:.]?\s*[\d\s().-]+/gi;
const NORTH_AMERICAN_IN_ROW = new RegExp(
  String.raw`(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s./-]?\d{3}[\s.-]?\d{4}(?!\d)(?:${BEFORE_DIGITS}\d{1,6}(?!\d))?`,
  'gi',
);
// Only toll-free numbers are spelled; elsewhere letters are a note ("614-5550 home").
const VANITY = /^\+?(?:1[\s.-]*)?\(?(8(?:00|33|44|55|66|77|88))\)?[\s.-]*([\dA-Z][\dA-Z\s.-]{6,12})$/i;
const KEYPAD = '22233344455566677778889999';
const NOT_WANTED = /\bdnc\b|\bdo ?n[o']?t\b|\bno calls?\b|\bstop\b/i;
const NO_NUMBER = new Set(
  'none|no|na|n a|unknown|unk|unlisted|private|no phone|nophone|refused|declined|null|nil|tbd|x|xx|xxx|same|disc'.split(
    '|',
  ),
);
const SAYS_WRONG = /\b(?:wng|wrong|disconnected|not in service|bad number)\b/i;
const SEQUENCES = new Set(['1234567', '1234567890', '0123456789', '9876543210', '11234567890']);
/** Lines of every exchange that people type to get past a mandatory field. */
const FILLER_LINES = new Set(['5555555', '9999999', '5551212']);
// Ofcom, "Telephone numbers for drama purposes": kept out of the numbering plan, used in demonstrations.
const FOR_DRAMA =
  /^\+44(?:1632960|7700900|2079460|(?:11[3-8]|1[2-6]1)4960|1914980|2890180|2920180|8081570|9098790|3069990)\d{3}$/;
const LETTER = /[a-z]/i;
const ONE_DIGIT = /^(\d)\1*$/;

const PLACEHOLDER = unreadable<never>('phone-placeholder', 'the cell holds a filler instead of a number');
const FOREIGN = 'if the numbers are those of another country, name it in the settings: [store] country';

const bad = (message: string, hint?: string): Reading<never> => unreadable('bad-phone', message, hint);

/**
 * Reads a number of `country` (ISO 3166) or an international one into E.164. 555-01xx and other numbers reserved for fiction count as numbers.
 * Problems: `phone-placeholder` and `bad-phone` drop the number; `repaired-phone` and `several-phones` keep one.
 */
export function readPhone(text: string, country: string): Reading<PhoneNumber> {
  const { phones, problem } = readPhones(text, country);
  const [first, second] = phones;
  if (first === undefined) return { value: null, problem };
  const { e164, extension } = first;
  return {
    value: { e164, extension },
    problem:
      second === undefined
        ? problem
        : { code: 'several-phones', message: 'holds more than one number; the first was taken' },
  };
}

/** Reads all numbers of a cell, as `readPhone` does one: `H: 213-555-0108 C: 213-555-0109` has one of each kind. */
export function readPhones(text: string, country: string): PhonesInCell {
  const cell = cleanCell(text);
  if (cell === '') return NO_PHONES;
  if (isNorthAmerica(country) && PLAIN.test(cell) && !cell.endsWith('.0')) {
    const digits = cell.replace(NOT_DIGITS, '');
    if (digits.length === 10 || (digits.length === 11 && digits.startsWith('1')))
      return onePhone(northAmerican(digits, null));
  }
  return readOdd(cell.replace(TEL_URI, '').replace(BEFORE_EXTENSION, ' x'), country);
}

const NO_PHONES: PhonesInCell = { phones: [], problem: null };

const onePhone = ({ value, problem }: Reading<PhoneNumber>, kind: PhoneKind | null = null): PhonesInCell => ({
  phones: value === null ? [] : [{ kind, ...value }],
  problem,
});

/** The digits of an extension in a cell of its own; null for none. */
export const readExtension = (text: string): string | null => extensionIn(text);

const isNorthAmerica = (country: string): boolean => country === 'US' || country === 'CA';

function extensionIn(text: string): string | null {
  const digits = text.replace(NOT_DIGITS, '');
  return digits === '' || Number(digits) === 0 || digits.length > 6 ? null : digits;
}

function northAmerican(digits: string, extension: string | null): Reading<PhoneNumber> {
  const national = digits.length === 11 ? digits.slice(1) : digits;
  if (isFiller(national) || FILLER_LINES.has(national.slice(3))) return PLACEHOLDER;
  if (!NORTH_AMERICAN.test(national)) return bad('has an area code or exchange that does not exist');
  return read({ e164: `+1${national}`, extension });
}

const isFiller = (digits: string): boolean => ONE_DIGIT.test(digits) || SEQUENCES.has(digits);

function readOdd(cell: string, country: string): PhonesInCell {
  const words = foldedWords(cell).join(' ');
  if (words === '' || NO_NUMBER.has(words) || SAYS_WRONG.test(words)) return onePhone(PLACEHOLDER);
  if (NOT_WANTED.test(cell)) return onePhone(bad('says not to call'));
  const spreadsheet = FLOAT.exec(cell)?.[1] ?? SCIENTIFIC.exec(cell);
  if (typeof spreadsheet === 'string') return onePhone(mended(spreadsheet, country));
  if (spreadsheet) return onePhone(readScientific(spreadsheet, country));

  const phones: Phone[] = [];
  let dropped: ValueProblem | null = null;
  let leftOut: ValueProblem | null = null;
  for (const { text, kind } of piecesOf(cell, country)) {
    const { value, problem } = readOne(text, country);
    if (value === null) {
      dropped ??= problem;
      if (problem?.code === 'bad-phone' && countDigits(text) >= FEWEST_DIGITS) leftOut ??= problem;
    } else if (!phones.some(({ e164 }) => e164 === value.e164)) phones.push({ kind, ...value });
  }
  if (phones.length > 0) {
    const message = `one of its numbers ${leftOut?.message}; it was left out`;
    return { phones, problem: leftOut && { ...leftOut, message } };
  }
  return { phones, problem: dropped ?? bad('holds no number').problem };
}

function mended(digits: string, country: string): Reading<PhoneNumber> {
  const { value, problem } = readOne(digits, country);
  if (value === null) return { value, problem };
  return {
    value,
    problem: { code: 'repaired-phone', message: 'a spreadsheet had turned it into a decimal number' },
  };
}

function readScientific(parts: RegExpExecArray, country: string): Reading<PhoneNumber> {
  const [, lead = '', fraction = '', exponent] = parts;
  // 6.145550101E9 still has all its digits, 6.15E+09 has lost them.
  if (fraction.length === Number(exponent)) return mended(lead + fraction, country);
  return unreadable(
    'bad-phone',
    'a spreadsheet has rounded the number',
    'export it again without opening the file in a spreadsheet',
  );
}

interface Piece {
  readonly text: string;
  readonly kind: PhoneKind | null;
}

function piecesOf(cell: string, country: string): Piece[] {
  if (PLAIN.test(cell) && cell.replace(NOT_DIGITS, '').length <= 15) return [{ text: cell, kind: null }];
  const whole = EXTENSION.exec(cell);
  const number = whole ? cell.slice(0, whole.index) : cell;
  if (VANITY.test(number) && LETTER.test(number)) return [{ text: cell, kind: null }];
  const spoken = cell.replace(FAX, ' ');
  return (
    labelled(spoken, country) ??
    spoken
      .split(SEPARATORS)
      .filter((piece) => /\d/.test(piece))
      .flatMap((piece) => apart(piece, country))
      .map((text) => ({ text, kind: null }))
  );
}

/** A number with its extension, between words. */
const NUMBER_IN_WORDS = new RegExp(
  // a slash between blanks parts two numbers
  String.raw`\+?\(?\d(?:[\d\s().+-]|(?<!\s)\/(?!\s))*\d(?:${BEFORE_DIGITS}\d{1,6}(?!\d))?`,
  'gi',
);
const FEWEST_DIGITS = 7;
const countDigits = (text: string): number => text.replace(NOT_DIGITS, '').length;
const LABELS: ReadonlyMap<string, PhoneKind> = new Map(
  (
    [
      [
        'home',
        'h hm hme home res residence house privat private priv p prive fixe domicile dom maison casa thuis fijo festnetz evening eve e',
      ],
      [
        'cell',
        'c cell cel cellular cellulaire m mob mobile mobil handy portable port movil telemovel celular cellulare mobiel gsm text txt',
      ],
      [
        'work',
        'w wk work b bus business biz o off office buro buero dienst dienstlich dienstl geschaftlich geschaeftlich gesch travail trav bureau bur oficina trabajo werk ufficio lavoro day d',
      ],
    ] as const
  ).flatMap(([kind, labels]) => labels.split(' ').map((label): [string, PhoneKind] => [label, kind])),
);

/** The kind a word or letter beside a number says, or a cell of its own; null for none. */
export function phoneKindOf(text: string): PhoneKind | null {
  const found = foldedWords(text).flatMap((word) => LABELS.get(word) ?? []);
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

/** What stands in front of a number and says no kind: "Tel. 030 23125101 Mobil 0171 3920001", or any word with a stop or colon behind. */
const NO_KIND = /(?:\b(?:t|tel|telefon|telephone|telefono|telefoon|fon|phone|ph)|\p{L}[.:])\s*$/iu;

/** The numbers that stand between words, each with the kind said in front of it or behind; null where there are none. */
function labelled(cell: string, country: string): Piece[] | null {
  if (!LETTER.test(cell)) return null;
  const numbers = numbersIn(cell, country);
  const [first] = numbers;
  if (first === undefined) return null;
  const front = cell.slice(0, first.start);
  const isInFront = phoneKindOf(front) !== null || NO_KIND.test(front);
  return numbers.map(({ text, start, end }, i) => {
    const label = isInFront
      ? cell.slice(numbers[i - 1]?.end ?? 0, start)
      : cell.slice(end, numbers[i + 1]?.start ?? cell.length);
    return { text, kind: phoneKindOf(label) };
  });
}

interface Found {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function numbersIn(cell: string, country: string): Found[] {
  const found: Found[] = [];
  for (const { 0: written, index } of cell.matchAll(NUMBER_IN_WORDS)) {
    let from = 0;
    for (const text of apart(written, country)) {
      from = written.indexOf(text, from);
      const start = index + from;
      from += text.length;
      if (countDigits(text) >= FEWEST_DIGITS) found.push({ text, start, end: start + text.length });
    }
  }
  return found;
}

/** Two numbers with a blank or a slash between them. */
function apart(piece: string, country: string): string[] {
  const digits = piece.replace(NOT_DIGITS, '');
  if (isNorthAmerica(country)) {
    const several = digits.length >= 20 && !digits.startsWith('0');
    if (!several && (!LETTER.test(piece) || EXTENSION.test(piece))) return [piece];
    return piece.match(NORTH_AMERICAN_IN_ROW) ?? [piece];
  }
  return digits.length > 15 ? piece.split('/') : [piece];
}

function readOne(piece: string, country: string): Reading<PhoneNumber> {
  const written = EXTENSION.exec(piece);
  const text = (written ? piece.slice(0, written.index) : piece).trim();
  const extension = written ? extensionIn(written[1] ?? '') : null;
  let digits = text.replace(NOT_DIGITS, '');
  if (digits === '' || isFiller(digits)) return PLACEHOLDER;
  if (isNorthAmerica(country)) digits = keyed(text) ?? digits;
  const international = internationalDigits(text, digits, country);
  if (international !== null) {
    return international.startsWith('1') && international.length === 11
      ? northAmerican(international, extension)
      : readAbroad(`+${international}`, country, extension);
  }
  if (!isNorthAmerica(country)) return readAbroad(text, country, extension);
  if (digits.length === 10 || (digits.length === 11 && digits.startsWith('1')))
    return northAmerican(digits, extension);
  return digits.length === 7 ? bad('has no area code') : bad(`has ${digits.length} digits`, FOREIGN);
}

/** 1-800-FLOWERS as it is dialled; a keypad number may be spelled longer than it is. */
function keyed(text: string): string | null {
  const parts = VANITY.exec(text);
  if (!parts || !LETTER.test(text)) return null;
  const line = (parts[2] ?? '')
    .toUpperCase()
    .replace(/[^\dA-Z]/g, '')
    .replace(/[A-Z]/g, (letter) => KEYPAD[letter.charCodeAt(0) - 65] ?? '');
  return line.length < 7 ? null : (parts[1] ?? '') + line.slice(0, 7);
}

function internationalDigits(text: string, digits: string, country: string): string | null {
  if (text.startsWith('+') || text.startsWith('(+')) return digits;
  if (isNorthAmerica(country) && digits.startsWith('011')) return digits.slice(3);
  return digits.startsWith('00') ? digits.slice(2) : null;
}

/** "49 171 3920001" in Germany: inside the country a number begins with 0. */
function withCountryCode(rules: PhoneRules, text: string, country: string): ParsedPhone | null {
  const digits = text.replace(NOT_DIGITS, '');
  if (text.startsWith('+') || digits.startsWith('0') || !rules.isSupportedCountry(country)) return null;
  if (!digits.startsWith(rules.getCountryCallingCode(country))) return null;
  const found = rules.parsePhoneNumberFromString(`+${digits}`);
  return found?.isValid() || FOR_DRAMA.test(found?.number ?? '') ? (found ?? null) : null;
}

function readAbroad(text: string, country: string, extension: string | null): Reading<PhoneNumber> {
  const rules = phoneRules();
  const found =
    withCountryCode(rules, text, country) ??
    rules.parsePhoneNumberFromString(text, {
      extract: false,
      ...(rules.isSupportedCountry(country) ? { defaultCountry: country } : {}),
    });
  if (!found?.isPossible()) return bad('is too short, too long or of no known country');
  if (isFiller(found.nationalNumber)) return PLACEHOLDER;
  if (!found.isValid() && !FOR_DRAMA.test(found.number))
    return bad(`is not a number of ${found.country ?? country}`);
  return read({ e164: found.number, extension: found.ext ?? extension });
}
