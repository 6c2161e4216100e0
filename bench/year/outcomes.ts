/** What comes of a made-up call. */

import type { OutcomeName } from '../../src/domain/contact.ts';

/** Numbers in [0, 1). */
export type Random = () => number;

/** Of the numbers on file, by the trade's own count; a second try at one of them is no better. */
const DEAD_NUMBERS = 0.2;
/** Of the calls to such a number: somebody else answers. The others just ring. */
const SOMEBODY_ELSE = 0.5;

/** Of the calls to a number that is right; the trade gives no table of them: these are ours, and add up to 1. */
const SHARES: readonly (readonly [OutcomeName, number])[] = [
  ['voicemail', 0.37],
  ['no-answer', 0.22],
  ['busy', 0.02],
  ['talked', 0.29],
  ['appointment', 0.05],
  ['not-interested', 0.035],
  ['moved-away', 0.005],
  ['do-not-contact', 0.01],
];

/** Who has a dead number stays so, whatever the day. */
export const hasDeadNumber = (customerId: number, seed: number): boolean =>
  (Math.imul(customerId + seed, 0x9e3779b1) >>> 0) / 2 ** 32 < DEAD_NUMBERS;

export function outcomeOf(customerId: number, seed: number, random: Random): OutcomeName {
  if (hasDeadNumber(customerId, seed)) return random() < SOMEBODY_ELSE ? 'wrong-number' : 'no-answer';
  let left = random();
  for (const [outcome, share] of SHARES) {
    left -= share;
    if (left < 0) return outcome;
  }
  return 'talked';
}
