/** What a schedule's own word says became of an appointment. */

import { foldedWords } from './fold-text.ts';

export type StatedVisit = 'kept' | 'missed' | 'cancelled' | 'arrived';

/** In the order asked: "not shown" is no "shown". */
const WORDS: readonly (readonly [RegExp, StatedVisit])[] = [
  [/cancel|^void|^delet|^x$|^v$|^annul|^storn|^removed$/, 'cancelled'],
  [
    /^no ?shows?$|^ns$|^missed|^(?:did )?not (?:show|arriv|attend|kept|turn)|^dna$|^fta$|^failed to (?:show|attend|arrive)|^never (?:came|arrived|showed)/,
    'missed',
  ],
  [
    /^(?:appointment |appt |ro |job |service |visit )?(?:done|completed?|invoiced|closed|kept|showed|shown|show|finished|honou?red|cashiered|picked up|delivered|collected)\b/,
    'kept',
  ],
  [
    /^(?:customer |vehicle |car )?(?:arrived|checked in|check in|here|on ?site|in (?:shop|service|progress|work|workshop)|started|received|written up|write up|wip|work in progress)\b/,
    'arrived',
  ],
];

/** Null where it only says that it is booked, and for a blank. */
export function statedVisit(text: string): StatedVisit | null {
  const words = foldedWords(text).join(' ');
  return words === '' ? null : (WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null);
}
