/** Which state or province an address or a telephone number belongs to. */

import { AREA_CODES, CA_NAMES, CA_OLD, FIRST_LETTERS, US_NAMES, ZIPS } from './region-tables.ts';

/** Whether `text` begins with one of the prefixes in a list such as `320-323 326 G4T`; a range is of numbers of three digits. */
export const covers = (list: string, text: string): boolean =>
  list
    .split(' ')
    .some((part) =>
      part.length === RANGE_LENGTH && part[3] === '-'
        ? part.slice(0, 3) <= text && text <= part.slice(4)
        : text.startsWith(part),
    );
const RANGE_LENGTH = '320-323'.length;

let spelled: ReadonlyMap<string, string> | null = null;

/** The names in full, put together only for a file that does not use the codes. */
function names(): ReadonlyMap<string, string> {
  spelled ??= new Map(
    [['US', US_NAMES] as const, ['CA', CA_NAMES] as const, ['CA', CA_OLD] as const].flatMap(
      ([country, list]) =>
        list.split('|').map((entry) => [nameKey(entry.slice(3)), `${country}-${entry.slice(0, 2)}`] as const),
    ),
  );
  return spelled;
}

const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();

/** `US-OH` for `OH`, `Ohio`, `oh.`; null when no state or province of the two countries is called so. */
export function regionNamed(text: string): string | null {
  const code = text.replace(/[\s.]/g, '').toUpperCase();
  if (code.length === 2) {
    if (`|${US_NAMES}`.includes(`|${code} `)) return `US-${code}`;
    if (`|${CA_NAMES}`.includes(`|${code} `)) return `CA-${code}`;
  }
  return names().get(nameKey(text)) ?? null;
}

/** The prefix that tells the region: three digits of a ZIP code, or the first half of a Canadian code; null for anything else. */
export function postalPrefix(text: string | null): string | null {
  const code = text?.trim().toUpperCase() ?? '';
  // 00000 and 99999 fill a field that may not stay empty
  const zip = /^(?!(\d)\1{4})(\d{3})\d{2}(?:[- ]?\d{4})?$/.exec(code)?.[2];
  return zip ?? /^([A-CEGHJ-NPR-TVXY]\d[A-Z])[- ]?(?:\d[A-Z]\d)?$/.exec(code)?.[1] ?? null;
}

/** The state or province of such a prefix; null for military, federal and unknown ones. */
export function regionOfPostal(prefix: string): string | null {
  if (/^\d/.test(prefix)) {
    const state = ZIPS.find(([, prefixes]) => covers(prefixes, prefix))?.[0];
    return state === undefined ? null : `US-${state}`;
  }
  if (prefix.startsWith('X')) return /^X0[ABC]/.test(prefix) ? 'CA-NU' : 'CA-NT';
  const province = FIRST_LETTERS[prefix.slice(0, 1)];
  return province === undefined ? null : `CA-${province}`;
}

/** Where numbers with an area code are given out; none for toll-free and unknown ones. */
export const regionsOfAreaCode = (code: string): string[] =>
  AREA_CODES.flatMap(([region, codes]) => (covers(codes, code) ? [region] : []));
