/** Until when, and at what hours, a customer may be called, in the few words a list has room for. */

import type { Calling, RegistryStanding } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import { spanText } from './clock-text.ts';
import { dayInShort } from './day-text.ts';

/** `call until May 3, 2028, 9 am – 8 pm there (10 am – 9 pm here)` */
export function callingInWords(calling: Calling, on: Day, country: string): string {
  return [windowInWords(calling, on, country), hoursInWords(calling, country), callsLeftInWords(calling)]
    .filter(Boolean)
    .join(', ');
}

function windowInWords({ until, registry }: Calling, on: Day, country: string): string {
  if (until !== null && until >= on) return `call until ${dayInShort(until, on, country)}`;
  const ended = until === null ? '' : `window ended ${dayInShort(until, on, country)}`;
  return [ended, OUTSIDE[registry]].filter(Boolean).join(', ');
}

/** What the registry has to do with a call outside the window. */
const OUTSIDE: Readonly<Record<RegistryStanding, string>> = {
  'not-needed': '',
  clear: 'not on the registry',
  listed: 'a registered number left out',
  unscrubbed: 'unscrubbed (check registry)',
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

/** For a narrow column: `May 3, 2028, 9 am – 8 pm`. */
export function callingInBrief({ until, hours, registry }: Calling, on: Day, country: string): string {
  const isInside = until !== null && until >= on;
  const span = hours === null ? 'no calls' : spanText(hours, country);
  return [isInside ? dayInShort(until, on, country) : BRIEF[registry], span].filter(Boolean).join(', ');
}

const BRIEF: Readonly<Record<RegistryStanding, string>> = {
  'not-needed': '',
  clear: 'scrubbed',
  listed: 'scrubbed',
  unscrubbed: 'unscrubbed',
};
