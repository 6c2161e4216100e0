/** How the numbers that a DMS gives are compared: deals, customers, salespeople, stock, orders. */

/** Without the zeros in front, which spreadsheets take off: `000417` = `417`. */
export const numberKey = (number: string): string =>
  number.startsWith('0') ? number.replace(/^0+/, '') : number;

/** Whether two numbers are one; nothing is no number. */
export const isSameNumber = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && (one === other || numberKey(one) === numberKey(other));

/** Of two spellings of one number the one with its zeros. */
export const fullerNumber = (one: string, other: string): string => (other.length > one.length ? other : one);
