/** Towns, states and postal codes, together in one cell or each in its own. */

import type { Reading } from '../domain/problem.ts';
import { read } from '../domain/problem.ts';

/** What one cell says of where somebody lives; null = it does not say. */
export interface Place {
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
}

const US_ZIP = String.raw`\d{5}(?:-?\d{4})?|\d{3,4}`;
const CA_CODE = String.raw`[A-Z]\d[A-Z]\s?\d[A-Z]\d`;
const GB_CODE = String.raw`[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}`;
/** "Tupelo, MS 38801", "Gatineau QC J8X 1A1", "Tupelo, Mississippi, 38801" */
const CITY_REGION_CODE = new RegExp(
  String.raw`^(.+?)(?:\s*,\s*|\s+)([A-Z]{2,3}|[A-Z]\.[A-Z]\.|(?<=,\s*)[A-Z][A-Za-z. ]+?)(?:\s*,\s*|\s+)(${US_ZIP}|${CA_CODE})$`,
  'i',
);
const CITY_REGION = /^(.+?)(?:\s*,\s*|\s+)([A-Z]{2})\.?$/;
/** "10115 Berlin", "F-75001 Paris", "1012 AB Amsterdam" */
const CODE_CITY = /^(?:[A-Z]{1,3}-)?(\d{4,5}(?:\s?[A-Z]{2}(?=\s))?)\s+(\D.*)$/;
const CITY_CODE = new RegExp(String.raw`^(.+?)(?:\s*,\s*|\s+)(\d{4,5}|${GB_CODE})$`, 'i');

/** A town with what stands behind or before it; a cell in no form known here is all town. */
export function readPlace(text: string): Place {
  const cell = text
    .replace(/\s*[/|]\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
  if (cell === '') return { city: null, region: null, postalCode: null };
  const place = (city?: string, region?: string, postalCode?: string): Place => ({
    city: city?.replace(/[\s,]+$/, '') || null,
    region: region ?? null,
    postalCode: postalCode ?? null,
  });
  const bare = NO_CITY.exec(cell);
  if (bare && (bare[1] === undefined || isRegion(bare[1]))) return place(undefined, bare[1], bare[2]);
  const codeFirst = CODE_CITY.exec(cell);
  if (codeFirst) return place(codeFirst[2], undefined, codeFirst[1]);
  const whole = CITY_REGION_CODE.exec(cell);
  if (whole && (cell.includes(',') || isRegion(whole[2]))) return place(whole[1], whole[2], whole[3]);
  const withCode = CITY_CODE.exec(cell);
  if (withCode) return place(withCode[1], undefined, withCode[2]);
  const withRegion = CITY_REGION.exec(cell);
  return withRegion && (cell.includes(',') || isRegion(withRegion[2]))
    ? place(withRegion[1], withRegion[2])
    : place(cell);
}

const NO_CITY = new RegExp(String.raw`^(?:([A-Z]{2,3}),? )?(\d{5}(?:-?\d{4})?|${CA_CODE}|${GB_CODE})$`, 'i');

/** States and provinces of the United States, Canada and Australia: without a comma, "SANTA FE" ends in none. */
const REGIONS = new Set(
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR VI GU AS MP AA AE AP AB BC MB NB NL NS NT NU ON PE QC SK YT NSW VIC QLD SA TAS ACT'.split(
    ' ',
  ),
);
const isRegion = (text = ''): boolean => REGIONS.has(text.toUpperCase().replaceAll('.', ''));

/** ZIP codes that begin with 0 (USPS Publication 65: New England, New Jersey, Puerto Rico, the Virgin Islands, forces abroad). */
const ZERO_STATES = new Set([
  ...'CT MA ME NH NJ RI VT PR VI AE'.split(' '),
  ...'CONNECTICUT|MASSACHUSETTS|MAINE|NEW HAMPSHIRE|NEW JERSEY|RHODE ISLAND|VERMONT|PUERTO RICO|VIRGIN ISLANDS'.split(
    '|',
  ),
]);
/** Five digits, of which the first may be 0. */
const FIVE_DIGITS = new Set('US DE FR ES IT'.split(' '));

/**
 * A postal code with the zeros that a spreadsheet took off, where the country's have five digits.
 * `postal-code-mended` where the state speaks against it; nothing else is checked.
 * @param region as the row has it; '' = unknown
 * @param country ISO 3166, two letters
 */
export function readPostalCode(text: string, region: string, country: string): Reading<string> {
  if (text.length === 5) return read(text);
  const code = text.replace(/^(\d+)\.0+$/, '$1');
  if (code === '') return read<string>(null);
  const [, zip, plusFour] = /^(\d{3,4})(?:-?(\d{4}))?$/.exec(code) ?? [];
  if (zip === undefined || !FIVE_DIGITS.has(country)) return read(code);
  const mended = `${zip.padStart(5, '0')}${plusFour === undefined ? '' : `-${plusFour}`}`;
  const isState = country === 'US' && region !== '';
  if (!isState || ZERO_STATES.has(region.toUpperCase().replaceAll('.', ''))) return read(mended);
  return {
    value: mended,
    problem: {
      code: 'postal-code-mended',
      message: `has too few digits, and those of ${region} do not begin with 0`,
    },
  };
}
