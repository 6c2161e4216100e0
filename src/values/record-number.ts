/** The numbers a DMS gives its customers, deals and stock, as exports spell them. */

import type { Reading } from '../domain/problem.ts';
import { read, unreadable } from '../domain/problem.ts';

const LONGEST_PLAIN = 11;
const [ZERO, NINE] = [48, 57];

/** Digits, not all alike, without a zero in front: nearly every number, and nothing to look at. */
function isPlain(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === ZERO || text.length > LONGEST_PLAIN) return false;
  let differs = text.length < 6;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < ZERO || code > NINE) return false;
    differs ||= code !== first;
  }
  return differs;
}

/** A running number comes by 11111 some day. */
const ONE_DIGIT = /^(?:9{6,}|(\d)\1{6,})$/;
/** A spreadsheet shows `1.20E+11` where the number was longer; saved, its last digits are lost. */
const SHORTENED = /^\d(?:[.,]\d+)?E\+?\d+$/i;
/** No filler is written so. */
const LETTERS_AND_DIGITS = /^[A-Za-z]{1,4}-?\d+[A-Za-z]?$/;
const ROUNDED = /^\d{5,}0{7,}$/;
const ROUNDED_END = '0000000';
const SPREADSHEET_ERROR = /^#(?:N\/A|REF|VALUE|NAME|NULL|DIV\/0|NUM|SPILL|NV|WERT|BEZUG)[!?]?$/i;
const ZEROS = /^[0\s.]*$/;
/** What stands for "none" in the lists of many systems; letters and digits only, in capitals. */
const FILLERS: ReadonlySet<string> = new Set(
  'NA NONE NULL NIL NAN UNKNOWN UNK UNDEFINED TBD TBA TEST TESTING TEMP TMP NEW NONUMBER NONO NOACCOUNT NOACCT NOID NOTASSIGNED UNASSIGNED NOTSET PENDING CASH CASHSALE CASHCUSTOMER CUSTOMER CUST GUEST WALKIN HOUSE HOUSEDEAL HOUSEACCOUNT HOUSEACCT INTERNET WEB RETAIL WHOLESALE MISC MISCELLANEOUS VARIOUS VARIES OTHER DEFAULT SAMPLE DUMMY X XX XXX XXXX XXXXX ASDF SAME BLANK EMPTY MISSING ERROR FALSE UNBEKANNT KEINE OHNE NEU DIVERSE INCONNU AUCUN SANS DIVERS DESCONOCIDO NINGUNO SIN VARIOS SCONOSCIUTO NESSUNO ONBEKEND GEEN'.split(
    ' ',
  ),
);

/**
 * A number that names something, without the `.0` of a spreadsheet; zeros in front stay. Null without a word for a blank and for
 * zeros; `number-placeholder` for fillers, `ruined-number` for what a spreadsheet has shortened.
 */
export function readRecordNumber(text: string): Reading<string> {
  if (text !== '' && isPlain(text) && !text.endsWith(ROUNDED_END)) return read(text);
  if (LETTERS_AND_DIGITS.test(text)) return read(text);
  const number = text.replace(/^(\d+)\.0+$/, '$1');
  if (ZEROS.test(number)) return read<string>(null);
  if (SHORTENED.test(number) || ROUNDED.test(number))
    return unreadable(
      'ruined-number',
      'a spreadsheet shortened this number; its last digits are lost',
      'export again and import the file without opening it in a spreadsheet',
    );
  const letters = number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (letters === '' || FILLERS.has(letters) || SPREADSHEET_ERROR.test(number) || ONE_DIGIT.test(letters))
    return unreadable('number-placeholder', 'is a filler and no number; it names nobody and nothing');
  return read(number);
}
