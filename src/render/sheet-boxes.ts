/** What can be ticked on a printed call sheet, each box with the letter that is typed in afterwards. */

import type { Call } from '../domain/call-list.ts';
import { OUTCOMES, type OutcomeName, outcomeNamed } from '../domain/contact.ts';

export interface SheetBox {
  readonly letter: string;
  readonly label: string;
}

/** What most calls end in; more boxes than this are no longer read. */
const BOXED: Partial<Readonly<Record<OutcomeName, string>>> = {
  talked: 'Talked',
  appointment: 'Appointment',
  'not-interested': 'Not interested',
  voicemail: 'Voicemail',
  'no-answer': 'No answer',
  'wrong-number': 'Wrong number',
  'do-not-contact': 'Do not contact',
};

/** In the order in which they are printed. */
export const SHEET_BOXES: readonly SheetBox[] = Object.entries(BOXED).flatMap(([name, label]) => {
  const letter = outcomeNamed(name)?.letter;
  return letter == null ? [] : [{ letter, label }];
});

/** `s sold, g greeted`: the letters without a box. */
export const OTHER_LETTERS: string = OUTCOMES.flatMap(({ name, letter }) =>
  letter === null || name in BOXED ? [] : [`${letter} ${name}`],
).join(', ');

/** `beback log "482t 911v 77x"`, with the first customers of the list. */
export const typedIn = (calls: readonly Call[]): string => `beback log "${codesOf(calls)}"`;

/** `482t 911v 77x`: the first few calls of the list, as an example */
export function codesOf(calls: readonly Call[]): string {
  const letters = ['t', 'v', 'x'];
  return calls
    .slice(0, letters.length)
    .map(({ customer }, i) => `${customer.id}${letters[i]}`)
    .join(' ');
}
