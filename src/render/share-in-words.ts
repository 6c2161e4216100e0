/** The day's share of a list in words: its calls, what is done of the day already, and whom it leaves waiting. */

import type { CallList } from '../domain/call-list.ts';
import { addDays, type Day } from '../domain/day.ts';
import { counted } from './counted.ts';

/** `12 calls`, `12 calls, 4 of them to keep in touch` where it was filled up. */
export function callsInWords({ calls }: Pick<CallList, 'calls'>): string {
  const fills = calls.filter(({ fill }) => fill === true).length;
  return `${counted(calls.length, 'call')}${fills === 0 ? '' : `, ${fills} of them to keep in touch`}`;
}

/** Of a list without a call: another makes them meanwhile, nobody is due, or the calls of the day were made. */
export function noCallsInWords({ due, covered_by }: Pick<CallList, 'due' | 'covered_by'>): string {
  if (covered_by !== null) return `Covered by ${covered_by.name}, on whose list the calls stand.`;
  return due === 0 ? 'No calls due.' : 'The calls of the day are done.';
}

/** `7 done already; 118 more wait, 6 of them close uncalled this week`; empty where there is neither. */
export const restInWords = (list: CallList, on: Day): string =>
  [list.done === 0 ? '' : `${list.done} done already`, waitingInWords(list, on)].filter(Boolean).join('; ');

/** Whom the day's share leaves for later days. */
export type Waiting = Pick<CallList, 'later' | 'dropped'>;

/** `118 more wait`; empty when nobody does. */
export function waitingInBrief({ later, dropped }: Waiting): string {
  const waiting = later.length + dropped.length;
  return waiting === 0 ? '' : counted(waiting, 'more waits', 'more wait');
}

/** `118 more wait, 6 of them close uncalled this week`; empty when nobody waits. */
export function waitingInWords({ later, dropped }: Waiting, on: Day): string {
  const waiting = later.length + dropped.length;
  const more = waitingInBrief({ later, dropped });
  if (dropped.length === 0) return more;
  const lastDay = addDays(on, DAYS_OF_THIS_WEEK - 1);
  const when = dropped.every(({ closes_on: day }) => day !== null && day <= lastDay) ? ' this week' : '';
  const closes = dropped.length === 1 ? 'closes' : 'close';
  const who = waiting === 1 ? 'and' : `${later.length === 0 ? 'all' : dropped.length} of them`;
  return `${more}, ${who} ${closes} uncalled${when}`;
}

/** From the day of the list on. */
const DAYS_OF_THIS_WEEK = 7;
