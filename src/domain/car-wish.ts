/** What a customer would like to drive next, as terms a car can be held against. */

import type { Day } from './day.ts';

/** Of a term nobody named anything will do: null. */
export interface WishTerms {
  readonly make: string | null;
  readonly model: string | null;
  readonly year_from: number | null;
  readonly year_to: number | null;
  /** at most */
  readonly price_cents: number | null;
  /** at most, in the store's units */
  readonly odometer: number | null;
  readonly condition: WishedCondition | null;
}

export const WISHED_CONDITIONS = ['new', 'used'] as const;
export type WishedCondition = (typeof WISHED_CONDITIONS)[number];

export interface CarWish {
  /** number of the entry that says so */
  readonly id: number;
  readonly customerId: number;
  readonly text: string;
  readonly terms: WishTerms;
  readonly on: Day;
  /** the last day it is open */
  readonly until: Day;
  /** the day somebody ended it; null = nobody did */
  readonly endedOn: Day | null;
  /** the first day on or after its own on which the customer bought a car; null = none yet */
  readonly boughtOn: Day | null;
}

export type WishState = 'open' | 'met' | 'over';

/** As it stands at the end of the day. */
export function stateOfWish({ until, endedOn, boughtOn }: WishCourse, day: Day): WishState {
  if (boughtOn !== null && boughtOn <= day) return 'met';
  return until < day || (endedOn !== null && endedOn <= day) ? 'over' : 'open';
}

export type WishCourse = Pick<CarWish, 'until' | 'endedOn' | 'boughtOn'>;

/** Whether anything was said that a car could be held against. */
export const hasTerms = (terms: WishTerms): boolean => Object.values(terms).some((term) => term !== null);
