/** Columns of telephone numbers and e-mail addresses under headers that no list of spellings has: "Evening", "Alt #", "2nd E-Mail". */

import { readEmail } from '../values/email.ts';
import type { Field } from './fields.ts';

/** Numbers and addresses of somebody else than the customer, and numbers nobody answers. */
const OF_OTHERS =
  /sales|slsp|^rep(?!ly)|advis|consult|manager|mgr|dealer|store|branch|bank|lender|lien|insur|^ins|employ|reference|^ref|emergency|attorney|lawyer|agent|broker|vendor|seller|user|created|modified|updated|entered|owner|assign|bdc|finance|writer|techn|fax|pager|beeper|sender|referr|^from|reply|system|^bcc?$|verkauf|berater|vendeur|vendedor|venditore|verkoper|filiale|autohaus|concession|trade|previous|prior|landlord|payoff|note|comment|remark/;
/** Whether what stands under this header reaches somebody else. @param key of the header */
export const reachesOthers = (key: string): boolean => OF_OTHERS.test(key);

/** Written as people write numbers, with their parts set apart: a plain row of digits may be anything. */
const WRITTEN_PHONE =
  /^(?:\+?1[\s.-]*)?(?:\([2-9]\d{2}\)\s*|[2-9]\d{2}[.\-/ ])[2-9]\d{2}[.\- ]\d{4}(?:\s*(?:x|ext\.?)\s*\d{1,6})?$|^\+\d{1,3}[\s.-]?\(?\d{1,4}\)?(?:[\s.-]?\d{2,4}){2,4}$/i;
export const isWrittenPhone = (text: string): boolean =>
  text.length >= SHORTEST_PHONE && text.length <= LONGEST_PHONE && WRITTEN_PHONE.test(text);
const SHORTEST_PHONE = 12;
const LONGEST_PHONE = 30;

const SPEAKS_OF_PHONES =
  /phone|fone|foon|fon$|^tel|tel$|telef|cell(?!ed)|mobil|^mob\d?$|handy|gsm|movil|portable|^ph\d?$|^alt(?:no|number)?$/;
const KINDS: readonly (readonly [RegExp, 'cell_phone' | 'work_phone' | 'home_phone'])[] = [
  [/cell|mob|handy|gsm|movil|portable|text|sms/, 'cell_phone'],
  [/work|bus|office|buro|buero|dienst|gesch|travail|bureau|oficina|trabajo|werk|ufficio|day/, 'work_phone'],
  [/home|^res|resid|privat|domicil|maison|casa|thuis|eve|night|house/, 'home_phone'],
];
/** Of the filled cells. */
const ENOUGH = 0.5;
const NEARLY_ALL = 0.8;
/** From so many cells on, one value on most of them is the store's own. */
const FEW = 4;

/**
 * The field of such a column; null when its values are neither.
 * @param values of the column, blank ones among them
 */
export function contactField(key: string, values: readonly string[]): Field | null {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  if (filled.length === 0 || reachesOthers(key) || isRepeated(filled)) return null;
  const share = (test: (value: string) => boolean): number => filled.filter(test).length / filled.length;
  const prefix = OF_CO_BUYER.test(key) ? 'co_' : '';
  const addresses = share((value) => value.includes('@') && readEmail(value).value !== null);
  if (addresses >= (/mail/.test(key) ? ENOUGH : NEARLY_ALL)) return `${prefix}email`;
  const written = share(isWrittenPhone);
  const digits = share((value) => /^[\d\s().+/-]{7,20}$/.test(value) && value.replace(/\D/g, '').length >= 7);
  if (written < NEARLY_ALL && !(SPEAKS_OF_PHONES.test(key) && digits >= ENOUGH)) return null;
  return `${prefix}${KINDS.find(([words]) => words.test(key))?.[1] ?? 'phone'}`;
}

const OF_CO_BUYER =
  /^co(?:buyer|applicant|borrower|signer|cust|owner)|spouse|conjoint|ehepartner|second(?:ary)?buyer/;

/** One and the same on most rows: the store's own. */
export function isRepeated(filled: readonly string[]): boolean {
  if (filled.length < FEW) return false;
  const counts = new Map<string, number>();
  for (const value of filled) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(...counts.values()) * 2 > filled.length;
}
