/** Amounts, readings, terms, shares and rates as exports write them. */

import type { Reading } from '../domain/problem.ts';
import { read, unreadable } from '../domain/problem.ts';
import { cleanCell } from './cell.ts';

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const NOTHING = /^(?:-+|\.+|n\/?a|none|null|nil|unknown|tbd|cash)$/i;
const CURRENCY = /(?:us|ca|c|a|au|nz)?\$|[€£¥]|\b(?:usd|cad|aud|nzd|eur|gbp|chf)\b/gi;
const SPACING = /[\s'’]/g;
const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{3})+$/;
const GROUPED_BY_ONE_DOT = /^-?\d{1,3}(?:\.\d{3})+$/;
const GROUPED_BY_DOT = /^\d{1,3}(?:\.\d{3}){2,}$/;
const UNSIGNED = /^(?:\d+(?:\.\d*)?|\.\d+)$/;

/** What marks the decimals of a column's amounts; null where nothing tells. */
export type DecimalMark = '.' | ',' | null;

/** Gathers the amounts of one column to find out what marks their decimals: `31.240` is one or the other by its neighbours. */
export class DecimalEvidence {
  #point = 0;
  #comma = 0;
  /** `31.240`: three digits behind a point are thousands where no amount has decimals */
  #threeBehindPoint = 0;
  #other = 0;

  add(text: string): void {
    const digits = cleanCell(text)
      .replace(CURRENCY, '')
      .replace(SPACING, '')
      .replace(/^[-+(−]|[-)]$/g, '');
    if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$|^\d{1,3}(?:\.\d{3}){2,}$|^\d+,\d{1,2}$/.test(digits)) this.#comma++;
    else if (/^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$|^\d+\.\d{1,2}$/.test(digits)) this.#point++;
    else if (/^[1-9]\d{0,2}\.\d{3}$/.test(digits)) this.#threeBehindPoint++;
    else if (/^\d+\.\d+$/.test(digits)) this.#other++;
  }

  mark(): DecimalMark {
    if (this.#comma + this.#point > 0) return this.#comma > this.#point ? ',' : '.';
    return this.#threeBehindPoint > 0 && this.#other === 0 ? ',' : null;
  }
}

/** `text` as a plain decimal (`-1204.55`), whichever way its thousands and decimals are marked; null when it is no number. */
function plainDecimal(text: string, mark: DecimalMark = null): string | null {
  if (mark === ',' && GROUPED_BY_ONE_DOT.test(text)) return text.replaceAll('.', '');
  if (PLAIN.test(text)) return text;
  let digits = text.replace(CURRENCY, '').replace(SPACING, '');
  let sign = '';
  if (digits.startsWith('(') && digits.endsWith(')')) {
    sign = '-';
    digits = digits.slice(1, -1);
  } else if (digits.startsWith('-') || digits.startsWith('−') || digits.endsWith('-')) {
    sign = '-';
    digits = digits.replace(/^[-−]|-$/, '');
  } else if (digits.startsWith('+')) digits = digits.slice(1);
  const comma = digits.lastIndexOf(',');
  const dot = digits.lastIndexOf('.');
  if (comma >= 0 && dot >= 0) {
    digits = comma > dot ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  } else if (GROUPED_BY_COMMA.test(digits)) digits = digits.replaceAll(',', '');
  else if (GROUPED_BY_DOT.test(digits)) digits = digits.replaceAll('.', '');
  else if (comma >= 0) digits = digits.replace(',', '.');
  return UNSIGNED.test(digits) ? sign + digits : null;
}

const isNothing = (cell: string): boolean => cell === '' || NOTHING.test(cell);

/** Integer cents, with what marks the decimals of the column: `$1,204.55`, `(215.40)`, `215.40-`, `1.204,55`, `34118.2000`. Else `bad-money`. */
export function readMoney(text: string, mark: DecimalMark = null): Reading<number> {
  const cell = cleanCell(text);
  if (isNothing(cell)) return read<number>(null);
  const decimal = plainDecimal(mark === ',' ? cell.replace(CURRENCY, '').replace(SPACING, '') : cell, mark);
  const cents = decimal === null ? Number.NaN : centsOf(decimal);
  if (!Number.isSafeInteger(cents)) return unreadable('bad-money', 'is not an amount of money');
  return read(cents);
}

/** Through text: binary fractions would turn 1.005 into 100 cents. */
function centsOf(decimal: string): number {
  const negative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  const cents =
    Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0')) + (fraction.charAt(2) >= '5' ? 1 : 0);
  return negative && cents !== 0 ? -cents : cents;
}

const DISTANCE = /\s*(?:mi|miles?|km|kms|kilomet(?:er|re)s?)\.?$/i;
const GROUPED_DISTANCE = /^\d{1,3}(?:[.,\s]\d{3})+$/;
/** What a five- or six-digit instrument cannot show, and what systems write for "unknown" (999999, 2147483647). */
const ODOMETER_LIMIT = 999_999;

/** Whole miles or kilometres, as the store counts. Negative, 999999 and more: `bad-odometer`. */
export function readOdometer(text: string): Reading<number> {
  const cell = cleanCell(text).replace(DISTANCE, '');
  if (isNothing(cell)) return read<number>(null);
  const decimal = GROUPED_DISTANCE.test(cell) ? cell.replace(/\D/g, '') : plainDecimal(cell);
  const distance = decimal === null ? Number.NaN : Math.trunc(Number(decimal));
  if (!(distance >= 0 && distance < ODOMETER_LIMIT)) {
    return unreadable('bad-odometer', 'is not an odometer reading');
  }
  return read(distance);
}

const YEAR = /^(\d{4}|\d{2})(?:\.0+)?$/;
const NO_YEAR = /^0+(?:\.0+)?$/;
const OLDEST_MODEL_YEAR = 1900;

/** A model year up to `latestYear`; two digits take the newest century that is not later. Else `bad-model-year`. */
export function readModelYear(text: string, latestYear: number): Reading<number> {
  const cell = cleanCell(text);
  if (isNothing(cell) || (NO_YEAR.test(cell) && cell !== '00')) return read<number>(null);
  const digits = YEAR.exec(cell.startsWith("'") || cell.startsWith('’') ? cell.slice(1) : cell)?.[1];
  let year = Number(digits ?? Number.NaN);
  if (digits?.length === 2) {
    year += latestYear - (latestYear % 100);
    if (year > latestYear) year -= 100;
  }
  if (!(year >= OLDEST_MODEL_YEAR && year <= latestYear)) {
    return unreadable('bad-model-year', `is not a model year between ${OLDEST_MODEL_YEAR} and ${latestYear}`);
  }
  return read(year);
}

const TERM = /^(\d+)(?:\.0+)?\s*-?\s*(\p{L}*)\.?$/u;
/** What a lease allows to be driven in a year, behind its term: `36/10k`, `36 months / 12,000 miles`; a bare 10 means thousands. */
const ALLOWANCE =
  /\s*\/\s*(?:\d{1,2}(?:\.\d)?\s*k|(?:[5-9]|1\d|20)|\d{1,2}[,.]?\d{3})(?:\s*(?:mi|miles?|kms?))?\.?$/i;
/** Recreational vehicles and boats are paid off over twenty years. */
const LONGEST_TERM = 240;
const PER_YEAR: ReadonlyMap<string, number> = new Map(
  Object.entries({
    12: [
      '',
      'M',
      'MO',
      'MOS',
      'MTH',
      'MTHS',
      'MONTH',
      'MONTHS',
      'MONTHLY',
      'MENSUEL',
      'MENSUELLE',
      'MENSUAL',
      'MONATLICH',
      'MONAT',
      'MONATE',
      'MOIS',
      'MES',
      'MESES',
      'MESI',
      'MAANDEN',
      'LUNI',
    ],
    52: ['W', 'WK', 'WKS', 'WEEK', 'WEEKS', 'WEEKLY', 'EVERYWEEK', 'HEBDOMADAIRE', 'HEBDO', 'SEMANAL'],
    26: [
      'B',
      'BW',
      'BIWEEKLY',
      'EVERY2WEEKS',
      'EVERYTWOWEEKS',
      'EVERYOTHERWEEK',
      'FORTNIGHTLY',
      'BIHEBDOMADAIRE',
      'AUXDEUXSEMAINES',
      'QUINCENAL',
    ],
    24: ['S', 'SM', 'SEMIMONTHLY', 'TWICEMONTHLY', 'TWICEAMONTH', 'BIMENSUEL'],
    4: ['Q', 'QUARTERLY', 'TRIMESTRIEL', 'TRIMESTRAL'],
    1: ['A', 'ANNUAL', 'ANNUALLY', 'Y', 'YR', 'YRS', 'YEAR', 'YEARS', 'YEARLY'],
  }).flatMap(([count, words]) => words.map((word): [string, number] => [word, Number(count)])),
);

const COUNTED = /^(?:payments?|pmts?)$/i;

/**
 * Months, 1 to 240. `frequency` says what the number counts when it counts payments: a letter or word (M, W, B bi-weekly, S semi-monthly,
 * Q, A) or payments a year (26); a unit in the cell itself (`6 yrs`) goes first. 0 = no term. Else `bad-term`.
 */
export function readTerm(text: string, frequency = ''): Reading<number> {
  const cell = cleanCell(text);
  if (isNothing(cell)) return read<number>(null);
  const parts = TERM.exec(cell.replace(ALLOWANCE, ''));
  if (!parts) return unreadable('bad-term', 'is not a term');
  const count = Number(parts[1]);
  if (count === 0) return read<number>(null);
  // "104 payments" is a term only where something says how often one is due
  const kind = frequency !== '' && COUNTED.test(parts[2] ?? '') ? frequency : parts[2] || frequency;
  const perYear = paymentsPerYear(kind);
  if (perYear === null) return unreadable('bad-term', `payments of the kind "${kind}" are not understood`);
  const months = Math.round((count * 12) / perYear);
  if (months < 1 || months > LONGEST_TERM) {
    return unreadable('bad-term', `${months} months is not between 1 and ${LONGEST_TERM}`);
  }
  return read(months);
}

const NOT_LETTERS_OR_DIGITS = /[^A-Z0-9.]/g;

function paymentsPerYear(frequency: string): number | null {
  const word = cleanCell(frequency).toUpperCase().replace(NOT_LETTERS_OR_DIGITS, '');
  const known = PER_YEAR.get(word);
  if (known !== undefined) return known;
  const count = Number(word);
  if (count === 0) return 12;
  return count >= 1 && count <= 366 ? count : null;
}

/**
 * A salesperson's part as 0 to 1. Systems write it as fraction (0.5), percent (50) or thousandths (500); the largest value of the
 * column, `columnMax`, tells which. A `%` says so by itself. Else `bad-share`.
 */
export function readShare(text: string, columnMax: number): Reading<number> {
  const cell = cleanCell(text);
  if (isNothing(cell)) return read<number>(null);
  const percent = cell.endsWith('%');
  const decimal = plainDecimal(percent ? cell.slice(0, -1).trim() : cell);
  const whole = percent || (columnMax > 1 && columnMax <= 100) ? 100 : columnMax > 100 ? 1000 : 1;
  const share = decimal === null ? Number.NaN : Number(decimal) / whole;
  if (!(share >= 0 && share <= 1)) return unreadable('bad-share', 'is not a part between nothing and all');
  return read(share);
}

const HIGHEST_RATE = 100;

/** A yearly rate in percent: `4.99`, `4.99%`, `4,99`. Negative or above 100: `bad-rate`. */
export function readRate(text: string): Reading<number> {
  const cell = cleanCell(text).replace(/\s*%$/, '');
  if (isNothing(cell)) return read<number>(null);
  const decimal = plainDecimal(cell);
  const rate = decimal === null ? Number.NaN : Number(decimal);
  if (!(rate >= 0 && rate <= HIGHEST_RATE)) return unreadable('bad-rate', 'is not a yearly rate in percent');
  return read(rate);
}
