/** When V8 optimises what the program runs. */

import { setFlagsFromString } from 'node:v8';

/**
 * Most commands are over before optimised code has paid for itself: a quarter of a call list's time went there. What runs
 * on is optimised all the same, a moment later. From V8 12 (Node 22) on there is a cheap optimiser in between.
 */
export function optimiseLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=300000');
}
