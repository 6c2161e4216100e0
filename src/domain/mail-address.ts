/** One e-mail address that can be nothing but one recipient. */

/**
 * The unquoted form of RFC 5321, 4.1.2, with a domain of at least two labels. It has no room for line ends, blanks,
 * commas, semicolons or angle brackets, which a mail program might take for a second recipient or a header.
 */
export const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])$/;
// RFC 5321, 4.5.3.1.
export const LONGEST_ADDRESS = 254;
export const LONGEST_LOCAL_PART = 64;

/** The address in lower case, or null for anything that is not exactly one address: nothing is trimmed or mended. */
export function singleAddress(text: string): string | null {
  const address = text.toLowerCase();
  if (address.length > LONGEST_ADDRESS || address.indexOf('@') > LONGEST_LOCAL_PART) return null;
  return ADDRESS.test(address) ? address : null;
}

/** What comes after the @. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
