/** How a customer comes to the workshop and goes on from there: waiting, with a loaner, fetched. */

import { foldedWords } from './fold-text.ts';

export const TRANSPORTS = [
  'wait',
  'drop-off',
  'loaner',
  'shuttle',
  'rental',
  'pick-up',
  'night-drop',
] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** In the order asked: "night drop off" is a night drop, "shuttle waiter" goes by shuttle. */
const WORDS: readonly (readonly [RegExp, Transport])[] = [
  [
    /^(?:(?:after ?hours|early ?bird|night|overnight) ?(?:drop|box|key ?drop)?(?: ?off)?|key ?drop|nd)$/,
    'night-drop',
  ],
  [
    /\b(?:loaners?|loan(?: ?car)?|loan vehicle|courtesy (?:car|vehicle|loaner)|ersatzwagen|ersatzfahrzeug|pret)\b/,
    'loaner',
  ],
  [/\b(?:shuttle|courtesy (?:shuttle|ride|bus)|ride ?share|uber|lyft|navette)\b/, 'shuttle'],
  [/\b(?:rental|rent(?:ed)?(?: a)?(?: car)?|hire(?: car)?|enterprise|mietwagen|location)\b/, 'rental'],
  [
    /\b(?:pick ?up|pickup|p ?u|collection|collect(?:ed)?|collect (?:and|&) deliver(?:y)?|valet|concierge|mobile)\b/,
    'pick-up',
  ],
  [
    /^(?:d|do|drop|drop(?:ped|ping)? ?off|dropoff|leave|leaving|left|leaves car|leave vehicle|own|own transport(?:ation)?|none required)$/,
    'drop-off',
  ],
  [
    /^(?:w|wt|wtr|wait|waits|waiter|waiters|waiting|will wait|customer wait(?:s|ing)?|cust wait(?:ing)?|while you wait|wartet|attend|espera)$/,
    'wait',
  ],
  [/^(?:l|ln|lnr)$/, 'loaner'],
  [/^(?:s|sh)$/, 'shuttle'],
  [/^(?:r|rn|rntl)$/, 'rental'],
];

/** Null for a word nobody knows, and for a blank. */
export function transportOf(text: string): Transport | null {
  const words = foldedWords(text).join(' ');
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
