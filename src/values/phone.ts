/** Phone numbers as exports spell them. */

import { createRequire } from 'node:module';
import type { Phone } from '../domain/customer.ts';
import type { Reading } from '../domain/problem.ts';
import { read, unreadable } from '../domain/problem.ts';
import { cleanCell } from './cell.ts';
import { foldedWords } from './fold-text.ts';

export type PhoneNumber = Pick<Phone, 'e164' | 'extension'>;

type PhoneRules = typeof import('libphonenumber-js/min');
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
const EXTENSION = /\s*[,;]?\s*(?:ext(?:ension)?|extn|x|#|poste)[\s.:=]*(\d{1,6})\s*$/i;
// What stands between two numbers of one cell; labels ("Cell: … Home: …") part them as well.
const SEPARATORS =
  /[;,|&ý\n]+|\s\/\s|\s+(?:or|and)\s+|\b(?:cell|home|work|mobile|mob|bus|business|office|phone|tel|cel|hm|wk|h|c|w|m|o|t)\b\s*[:.]?/i;
const FAX = /\b(?:fax|pager|beeper)\b\s*[:.]?\s*[\d\s().-]+/gi;
const NORTH_AMERICAN_IN_ROW = /(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s./-]?\d{3}[\s.-]?\d{4}(?!\d)/g;
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
 * @param extension what a column beside it holds; one written in the cell goes first
 */
export function readPhone(text: string, country: string, extension = ''): Reading<PhoneNumber> {
  const cell = cleanCell(text);
  if (cell === '') return read<PhoneNumber>(null);
  const beside = extension === '' ? null : extensionIn(extension);
  if (isNorthAmerica(country) && PLAIN.test(cell) && !cell.endsWith('.0')) {
    const digits = cell.replace(NOT_DIGITS, '');
    if (digits.length === 10 || (digits.length === 11 && digits.startsWith('1'))) {
      return northAmerican(digits, beside);
    }
  }
  return readOdd(cell, country, beside);
}

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

function readOdd(cell: string, country: string, beside: string | null): Reading<PhoneNumber> {
  const words = foldedWords(cell).join(' ');
  if (words === '' || NO_NUMBER.has(words) || SAYS_WRONG.test(words)) return PLACEHOLDER;
  if (NOT_WANTED.test(cell)) return bad('says not to call');
  const spreadsheet = FLOAT.exec(cell)?.[1] ?? SCIENTIFIC.exec(cell);
  if (typeof spreadsheet === 'string') return mended(spreadsheet, country, beside);
  if (spreadsheet) return readScientific(spreadsheet, country, beside);

  const found: PhoneNumber[] = [];
  let dropped: Reading<PhoneNumber> | null = null;
  for (const piece of piecesOf(cell, country)) {
    const reading = readOne(piece, country, beside);
    if (reading.value === null) dropped ??= reading;
    else if (!found.some(({ e164 }) => e164 === reading.value?.e164)) found.push(reading.value);
  }
  const [first, second] = found;
  if (first === undefined) return dropped ?? bad('holds no number');
  if (second === undefined) return read(first);
  return {
    value: first,
    problem: { code: 'several-phones', message: 'holds more than one number; the first was taken' },
  };
}

function mended(digits: string, country: string, extension: string | null): Reading<PhoneNumber> {
  const { value, problem } = readOne(digits, country, extension);
  if (value === null) return { value, problem };
  return {
    value,
    problem: { code: 'repaired-phone', message: 'a spreadsheet had turned it into a decimal number' },
  };
}

function readScientific(
  parts: RegExpExecArray,
  country: string,
  extension: string | null,
): Reading<PhoneNumber> {
  const [, lead = '', fraction = '', exponent] = parts;
  // 6.145550101E9 still has all its digits, 6.15E+09 has lost them.
  if (fraction.length === Number(exponent)) return mended(lead + fraction, country, extension);
  return unreadable(
    'bad-phone',
    'a spreadsheet has rounded the number',
    'export it again without opening the file in a spreadsheet',
  );
}

function piecesOf(cell: string, country: string): string[] {
  if (PLAIN.test(cell) && cell.replace(NOT_DIGITS, '').length <= 15) return [cell];
  const whole = EXTENSION.exec(cell);
  const number = whole ? cell.slice(0, whole.index) : cell;
  if (VANITY.test(number) && LETTER.test(number)) return [cell];
  return cell
    .replace(FAX, ' ')
    .split(SEPARATORS)
    .filter((piece) => /\d/.test(piece))
    .flatMap((piece) => apart(piece, country));
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

function readOne(piece: string, country: string, beside: string | null): Reading<PhoneNumber> {
  const written = EXTENSION.exec(piece);
  const text = (written ? piece.slice(0, written.index) : piece).trim();
  const extension = (written ? extensionIn(written[1] ?? '') : null) ?? beside;
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

function readAbroad(text: string, country: string, extension: string | null): Reading<PhoneNumber> {
  const rules = phoneRules();
  const found = rules.parsePhoneNumberFromString(text, {
    extract: false,
    ...(rules.isSupportedCountry(country) ? { defaultCountry: country } : {}),
  });
  if (!found?.isPossible()) return bad('is too short, too long or of no known country');
  if (isFiller(found.nationalNumber)) return PLACEHOLDER;
  if (!found.isValid() && !FOR_DRAMA.test(found.number))
    return bad(`is not a number of ${found.country ?? country}`);
  return read({ e164: found.number, extension: found.ext ?? extension });
}
