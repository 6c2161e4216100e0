/** `--limit`: how many calls a list may have. */

import { wholeNumber } from './whole-number.ts';

/** @returns null = as the plan says @throws Fault `usage` for what is neither a number from 1 nor `none` */
export const limitOf = (text: string | undefined): number | 'none' | null =>
  text?.toLowerCase() === 'none' ? 'none' : wholeNumber('--limit', text);
