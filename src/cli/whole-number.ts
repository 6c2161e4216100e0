/** Counts as people give them in flags. */

import { usageFault } from '../domain/fault.ts';

/** null when the flag was not given. @throws Fault `usage` */
export function wholeNumber(flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw usageFault('usage', `${flag} ${text} is not a whole number from 1`, `give one: ${flag} 20`);
  return Number(text);
}
