/** How a touch is named in every calendar file, so that a later file moves the entry instead of doubling it. */

import type { Day } from '../domain/day.ts';

/**
 * The same for the same occurrence of a touch, whichever file it stands in, and of no other store.
 * @param touch its sale null when it is the person's
 */
export const touchUid = (
  storeId: string,
  customerId: number,
  touch: { readonly touch: string; readonly saleId: number | null; readonly number: number },
): string => `customer-${customerId}-${touch.touch}-${touch.saleId ?? 0}-${touch.number}@${storeId}.beback`;

const FIRST_SECOND = Date.UTC(2000, 0, 1) / 1000;

/** RFC 5545, 3.8.7.4: a calendar takes what has the higher number; a file written a second later always has. */
export const sequenceAt = (at: Date): number => Math.floor(at.getTime() / 1000) - FIRST_SECOND;

export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
