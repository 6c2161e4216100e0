/** Who made a contact or a promise. */

import type { Maker } from '../domain/contact.ts';

/** `Dana Reyes`; of an assistant `Kim for Dana Reyes`; empty where nobody is known. */
export const makerInWords = ({ by, for: forWhom }: Maker): string =>
  forWhom === undefined ? (by ?? '') : `${by ?? ''} for ${forWhom}`;
