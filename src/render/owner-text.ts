/** Who looks after a customer, as a card and its kin say it. */

import type { Day } from '../domain/day.ts';
import { dayInShort } from './day-text.ts';

export interface OwnerShown {
  /** null = the house */
  readonly name: string | null;
  /** null where no day is known */
  readonly since: Day | null;
  /** the rule, in words */
  readonly because: string;
}

/**
 * `Dana Reyes since Nov 14, 2025 (first credited with the newest sale)`
 * @param seenOn the day it is read @param country ISO 3166, the store's
 */
export function ownerText({ name, since, because }: OwnerShown, seenOn: Day, country: string): string {
  const from = since === null ? '' : ` since ${dayInShort(since, seenOn, country)}`;
  return `${name ?? 'the house'}${from} (${because})`;
}
