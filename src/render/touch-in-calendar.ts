/** How a touch is named in every calendar file, so that a later file moves the entry instead of doubling it. */

import { type Day, daysBetween } from '../domain/day.ts';

/** The same for the same occurrence of a touch, whichever file it stands in. */
export const touchUid = (
  customerId: number,
  touch: { readonly touch: string; readonly saleId: number | null; readonly number: number },
): string => `customer-${customerId}-${touch.touch}-${touch.saleId ?? 0}-${touch.number}@beback`;

const FIRST_DAY = '2000-01-01' as Day;

/** RFC 5545, 3.8.7.4: a calendar takes what has the higher number; a file of a later day always has. */
export const sequenceOn = (on: Day): number => Math.max(0, daysBetween(FIRST_DAY, on));

export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
