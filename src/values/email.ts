/** E-mail addresses as exports spell them. */

import { ADDRESS, LONGEST_ADDRESS, LONGEST_LOCAL_PART } from '../domain/mail-address.ts';
import type { Reading } from '../domain/problem.ts';
import { read, unreadable } from '../domain/problem.ts';
import { cleanCell } from './cell.ts';

const LATER_VALUES = /ý.*$/s;
const SEPARATORS = /[;,|]+/;
const BLANKS = /\s+/;
const MAILTO = /^mailto:/;
const ANGLED = /<([^<>]*)>/;
const NOT_LETTERS_OR_DIGITS = /[^a-z0-9]/g;

/** Cells, names before the @, that mean "none"; letters and digits only. */
const NO_ADDRESS = new Set(
  'none no noemail noemailaddress noemailgiven noemailprovided nomail nonegiven nothing notgiven notprovided refused refuse declined decline declines unknown null donthave donthaveone noreply donotreply donotemail nobody invalid'.split(
    ' ',
  ),
);
/** Fillers as a whole cell, or where the domain repeats them (`na@na.com`): alone before the @ they may be somebody's initials. */
const DOUBTFUL = new Set(
  'na cd x xx xxx a aa aaa abc asdf test email mail me customer 0 tbd unk nil'.split(' '),
);
const NO_ADDRESS_DOMAINS = new Set('none noemail nomail na declined refused unknown noaddress'.split(' '));

/**
 * Reads one address, lower-cased; of several in a cell the first good one (`several-emails` when others are left over).
 * Fillers are `email-placeholder`, anything malformed is `bad-email`.
 */
export function readEmail(text: string): Reading<string> {
  const cell = withoutQuotes(cleanCell(text)).toLowerCase();
  if (cell.length <= LONGEST_ADDRESS && ADDRESS.test(cell)) return readAddress(cell);
  if (cell === '') return read<string>(null);
  // A line break could smuggle a second header into a message.
  if (hasControlCharacter(cell)) return unreadable('bad-email', 'holds a line break or control character');
  // 0xFD (ý) parts the values of a multi-value cell, the first being the primary one.
  return readCell(cell.replace(LATER_VALUES, ''));
}

/** An apostrophe marks text in a spreadsheet, quotes come with an address that was copied. */
const QUOTES = '\'"‘’“”`';
const withoutQuotes = (text: string): string =>
  !QUOTES.includes(text.charAt(0)) && !QUOTES.includes(text.charAt(text.length - 1))
    ? text
    : text.replace(/^['"‘’“”`]+|['"‘’“”`]+$/g, '');

function readCell(cell: string): Reading<string> {
  if (isFiller(cell)) return placeholder();
  let found: string | null = null;
  let problem: Reading<string>['problem'] = null;
  for (const part of cell.split(SEPARATORS)) {
    for (const candidate of candidatesOf(part)) {
      const reading = readAddress(candidate);
      if (reading.value === null) problem ??= reading.problem;
      else if (found === null) found = reading.value;
      else if (found !== reading.value) {
        const message = 'holds more than one address; the first was taken';
        return { value: found, problem: { code: 'several-emails', message } };
      }
    }
  }
  return { value: found, problem: found === null ? problem : null };
}

/** "john smith@example.com" is one address spelled wrongly: taking its second half would write to a stranger. */
function candidatesOf(part: string): string[] {
  const angled = ANGLED.exec(part)?.[1];
  if (angled !== undefined) return [angled.trim()];
  const words = part.split(BLANKS).filter(Boolean);
  while (words[0]?.endsWith(':') && words.length > 1) words.shift();
  const first = words[0];
  if (first === undefined) return [];
  return first.includes('@') ? words.filter((word) => word.includes('@')) : [words.join(' ')];
}

function readAddress(text: string): Reading<string> {
  const address = text.replace(MAILTO, '').replace(/\.+$/, '');
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0)).replace(NOT_LETTERS_OR_DIGITS, '');
  const domain = address.slice(at + 1);
  const site = domain.slice(0, (domain.indexOf('.') + domain.length + 1) % (domain.length + 1));
  if (
    at < 0
      ? isFiller(address)
      : NO_ADDRESS.has(local) || (DOUBTFUL.has(local) && (site === local || domain === ''))
  ) {
    return placeholder();
  }
  if (NO_ADDRESS_DOMAINS.has(site)) return placeholder();
  if (!ADDRESS.test(address) || address.length > LONGEST_ADDRESS || at > LONGEST_LOCAL_PART) {
    return unreadable('bad-email', 'is not a valid e-mail address');
  }
  return read(address);
}

function isFiller(cell: string): boolean {
  const letters = cell.replace(NOT_LETTERS_OR_DIGITS, '');
  return !cell.includes('@') && (letters === '' || NO_ADDRESS.has(letters) || DOUBTFUL.has(letters));
}

const placeholder = (): Reading<string> =>
  unreadable('email-placeholder', 'the cell holds a filler instead of an address');

function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === 127 || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}
