/** Telephone numbers as a person reads and dials them: only those that may be called, and those known to be wrong. */

import type { CallablePhone, WithheldPhone } from '../domain/customer.ts';

/** Two-digit country calling codes (ITU-T E.164); 1 and 7 have one digit, all others three. */
const TWO_DIGIT_CODE = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
const NANP_NUMBER = /^\+1(\d{3})(\d{3})(\d{4})$/;
const NANP_COUNTRIES = new Set([
  'US',
  'CA',
  'PR',
  'VI',
  'GU',
  'AS',
  'MP',
  'BM',
  'BS',
  'BB',
  'JM',
  'TT',
  'DO',
  'KY',
]);
/** Where a number is dialled inside its country with a 0 in front: country, calling code. */
const DIALLED_WITH_ZERO: Readonly<Record<string, string>> = {
  AT: '43',
  AU: '61',
  BE: '32',
  CH: '41',
  DE: '49',
  FI: '358',
  FR: '33',
  GB: '44',
  IE: '353',
  IL: '972',
  JP: '81',
  NL: '31',
  NZ: '64',
  SE: '46',
  ZA: '27',
};
/** Sizes of the groups by the count of digits; nothing finer than what is easy to read out. */
const GROUPS: Readonly<Record<number, readonly number[]>> = {
  7: [3, 4],
  8: [4, 4],
  9: [3, 3, 3],
  10: [4, 6],
  11: [3, 4, 4],
  12: [4, 4, 4],
};

/**
 * A number as it is read in `country` (ISO 3166, the store's): `(614) 555-0101 x204`, `07700 900101` in Britain,
 * any foreign one as `+44 7700 900101`.
 */
export const phoneText = ({ e164, extension }: CallablePhone, country: string): string =>
  numberText(e164, country) + extensionText(extension);

/** `(614) 555-0101 x204 work`: as it stands wherever a person reads it. */
export const phoneInWords = (phone: CallablePhone, country: string): string =>
  [phoneText(phone, country), phone.kind].filter(Boolean).join(' ');

/** A number that is somebody else's, for telling which one is meant; nobody is to call it. */
export const numberAlone = (e164: string, country: string): string => numberText(e164, country);

/** `a cell number ending in 01: not to be called, by the wish of #4 Ann Lee` */
export const withheldPhoneInWords = ({ kind, ends_in, why, through }: WithheldPhone): string =>
  `${kind === null ? 'a number' : `a ${kind} number`} ending in ${ends_in}: not to be called${
    why === 'registry'
      ? ', it is on the registry'
      : through === null
        ? ''
        : `, by the wish of #${through.id} ${through.name}`
  }`;

const numberText = (e164: string, country: string): string =>
  homeForm(e164, country) ?? foreignForm(e164, '+');

/**
 * A number as it is dialled from `country`: like `phoneText`, foreign ones as `011 44 7700 900101` or
 * `00 44 7700 900101`. It never starts with `+`, which a spreadsheet would take for a formula.
 */
export function dialText({ e164, extension }: CallablePhone, country: string): string {
  const prefix = NANP_COUNTRIES.has(country) ? '011 ' : '00 ';
  return (homeForm(e164, country) ?? foreignForm(e164, prefix)) + extensionText(extension);
}

/** RFC 3966: what a tap dials. */
export const telUri = ({ e164, extension }: CallablePhone): string =>
  `tel:${e164}${extension ? `;ext=${extension}` : ''}`;

const extensionText = (extension: string | null): string => (extension ? ` x${extension}` : '');

function homeForm(e164: string, country: string): string | null {
  const nanp = NANP_NUMBER.exec(e164);
  if (nanp) return NANP_COUNTRIES.has(country) ? `(${nanp[1]}) ${nanp[2]}-${nanp[3]}` : null;
  const code = DIALLED_WITH_ZERO[country];
  return code !== undefined && e164.startsWith(`+${code}`)
    ? `0${grouped(e164.slice(1 + code.length))}`
    : null;
}

function foreignForm(e164: string, prefix: string): string {
  const nanp = NANP_NUMBER.exec(e164);
  if (nanp) return `${prefix}1 ${nanp[1]} ${nanp[2]} ${nanp[3]}`;
  const digits = e164.replace(/\D/g, '');
  const codeLength = /^[17]/.test(digits) ? 1 : TWO_DIGIT_CODE.test(digits) ? 2 : 3;
  return `${prefix}${digits.slice(0, codeLength)} ${grouped(digits.slice(codeLength))}`.trimEnd();
}

function grouped(digits: string): string {
  const sizes = GROUPS[digits.length];
  if (sizes === undefined) return digits;
  let from = 0;
  const groups = sizes.map((size) => {
    from += size;
    return digits.slice(from - size, from);
  });
  return groups.join(' ');
}
