/** That lists come from old data: nobody who reads one should take it for the state of today. */

import { type Day, daysBetween } from '../domain/day.ts';
import { counted } from './counted.ts';
import { dayInShort } from './day-text.ts';

/** An export a week, and a day's grace. */
const FRESH_DAYS = 8;

/**
 * `The last import was 12 days ago, Nov 15: these lists know nothing since.`; null while it is no more than eight days old,
 * or where nothing was imported yet.
 * @param on the day of the lists @param country ISO 3166, the store's
 */
export function staleInWords(lastImportOn: Day | null, on: Day, country: string): string | null {
  const age = lastImportOn === null ? 0 : daysBetween(lastImportOn, on);
  return lastImportOn === null || age <= FRESH_DAYS
    ? null
    : `The last import was ${counted(age, 'day')} ago, ${dayInShort(lastImportOn, on, country)}: these lists know nothing since.`;
}
