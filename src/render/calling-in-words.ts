/** Until when, and at what hours, a customer may be called, in the few words a list has room for. */

import type { Calling, RegistryStanding } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import { spanInBrief, spanText } from './clock-text.ts';
import { dayInShort } from './day-text.ts';
import { displayWidth } from './terminal-text.ts';
import { wrapped } from './wrapped.ts';

/** `call until May 3, 2028, 9 am – 8 pm there (10 am – 9 pm here)` */
export function callingInWords(calling: Calling, on: Day, country: string): string {
  return partsOf(calling, on, country).join(', ');
}

/** The same in lines of at most `room` columns: where it is too long for one, broken between its parts first. */
export function callingInLines(calling: Calling, on: Day, country: string, room: number): string[] {
  const parts = partsOf(calling, on, country);
  const together = parts.join(', ');
  if (displayWidth(together) <= room) return [together];
  return parts.flatMap((part, i) => wrapped(i + 1 < parts.length ? `${part},` : part, room));
}

const partsOf = (calling: Calling, on: Day, country: string): string[] =>
  [windowInWords(calling, on, country), hoursInWords(calling, country), callsLeftInWords(calling)].filter(
    (part) => part !== '',
  );

function windowInWords({ until, registry }: Calling, on: Day, country: string): string {
  if (until !== null && until >= on) return `call until ${dayInShort(until, on, country)}`;
  const ended = until === null ? '' : `call window ended ${dayInShort(until, on, country)}`;
  return [ended, OUTSIDE[registry]].filter(Boolean).join(': ');
}

/** What the registry has to do with a call outside the window. */
const OUTSIDE: Readonly<Record<RegistryStanding, string>> = {
  'not-needed': '',
  clear: 'not on the registry',
  listed: 'a number on the registry is left out',
  unscrubbed: 'check the registry before you call',
};

/** Whose clock is meant is said only where theirs and ours differ. */
function hoursInWords({ hours, here }: Calling, country: string): string {
  if (hours === null) return 'no calls today';
  const span = spanText(hours, country);
  if (here === null) return `${span} there`;
  return here.from === hours.from && here.to === hours.to
    ? span
    : `${span} there (${spanText(here, country)} here)`;
}

/** Said only where it is near: most days nobody is called more than once. */
function callsLeftInWords({ calls_left_today: left }: Calling): string {
  if (left === null || left > 1) return '';
  return left === 1 ? 'one more call today by law' : 'no more calls today by law';
}

/** For a narrow column: `May 3, 2028, 9am–8pm`. */
export function callingInBrief({ until, hours, registry }: Calling, on: Day, country: string): string {
  const isInside = until !== null && until >= on;
  const span = hours === null ? 'no calls' : spanInBrief(hours, country);
  return [isInside ? dayInShort(until, on, country) : BRIEF[registry], span].filter(Boolean).join(', ');
}

const BRIEF: Readonly<Record<RegistryStanding, string>> = {
  'not-needed': '',
  clear: 'not on registry',
  listed: 'not on registry',
  unscrubbed: 'check registry',
};
