/** A postal address as it stands on an envelope. */

import type { Address } from '../domain/customer.ts';
import { oneLine } from './terminal-text.ts';

/** Where the town comes first: town, state, code (USPS Publication 28; Canada Post; Australia Post). */
const CODE_LAST = new Set(['US', 'CA', 'PR', 'AU', 'MX', 'GB', 'IE', 'IN', 'NZ', 'ZA']);

/**
 * Street, town, and the country if it is not `from` (ISO 3166). An address without a country is taken for one at home.
 */
export function addressLines(
  { street, city, region, postal_code, country }: Address,
  from: string,
): string[] {
  const there = country ?? from;
  const town = CODE_LAST.has(there) ? [city, region, postal_code] : [postal_code, city, region];
  return [street, joined(town), there === from ? null : countryName(there)].flatMap((line) => {
    const text = oneLine(line ?? '').trim();
    return text === '' ? [] : [text];
  });
}

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part.trim() !== '').join(' ');

/** In English capitals, as the Universal Postal Union asks of the country line. */
function countryName(code: string): string {
  try {
    return (new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code).toUpperCase();
  } catch {
    return code;
  }
}
