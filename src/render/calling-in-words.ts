/** Until when, and at what hours, a customer may be called, in the few words a list has room for. */

import type { Calling, RegistryStanding } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import type { Hours } from '../domain/hours.ts';
import { dayInShort } from './day-text.ts';

/** `call until 3 May 2028, 9:00–20:00 there (10:00–21:00 here)` */
export function callingInWords(calling: Calling, on: Day): string {
  return [windowInWords(calling, on), hoursInWords(calling), callsLeftInWords(calling)]
    .filter(Boolean)
    .join(', ');
}

function windowInWords({ until, registry }: Calling, on: Day): string {
  if (until !== null && until >= on) return `call until ${dayInShort(until, on)}`;
  const ended = until === null ? '' : `window ended ${dayInShort(until, on)}`;
  return [ended, OUTSIDE[registry]].filter(Boolean).join(', ');
}

/** What the registry has to do with a call outside the window. */
const OUTSIDE: Readonly<Record<RegistryStanding, string>> = {
  'not-needed': '',
  clear: 'not on the registry',
  listed: 'a registered number left out',
  unscrubbed: 'unscrubbed (check registry)',
};

function hoursInWords({ hours, here }: Calling): string {
  if (hours === null) return 'no calls there today';
  const there = `${spanInWords(hours)} there`;
  if (here === null) return there;
  return here.from === hours.from && here.to === hours.to ? there : `${there} (${spanInWords(here)} here)`;
}

/** Said only where it is near: most days nobody is called more than once. */
function callsLeftInWords({ calls_left_today: left }: Calling): string {
  if (left === null || left > 1) return '';
  return left === 1 ? 'one more call today by law' : 'no more calls today by law';
}

/** For a narrow column: `3 May 2028, 9–20`, `unscrubbed, no calls`. */
export function callingInBrief({ until, hours, registry }: Calling, on: Day): string {
  const isInside = until !== null && until >= on;
  const span = hours === null ? 'no calls' : `${briefClock(hours.from)}–${briefClock(hours.to)}`;
  return [isInside ? dayInShort(until, on) : BRIEF[registry], span].filter(Boolean).join(', ');
}

const BRIEF: Readonly<Record<RegistryStanding, string>> = {
  'not-needed': '',
  clear: 'scrubbed',
  listed: 'scrubbed',
  unscrubbed: 'unscrubbed',
};

/** `9:00–20:00` */
export const spanInWords = ({ from, to }: Hours): string => `${clock(from)}–${clock(to)}`;

const clock = (text: string): string => text.replace(/^0(?=\d)/, '');
const briefClock = (text: string): string => clock(text).replace(':00', '');
