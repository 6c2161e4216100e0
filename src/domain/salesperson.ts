/** Somebody who sells here, or did. */

import type { Day } from './day.ts';

export interface Salesperson {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly email: string | null;
  /** the first day on which they are gone */
  readonly left_on: Day | null;
}

/** Somebody as records name them. */
export interface SalespersonName {
  readonly code: string | null;
  readonly name: string;
}

/** What a person changes of them by hand. */
export interface SalespersonChange {
  readonly name?: string;
  readonly code?: string;
  /** null takes it away */
  readonly email?: string | null;
  readonly leftOn?: Day | null;
  readonly aliases?: readonly string[];
  /** whoever stands under an alias so far becomes this person */
  readonly merge?: boolean;
}

/** The rule by which somebody looks after a customer, in the order in which the rules are asked. */
export const OWNER_BECAUSE = [
  'given',
  'credited',
  'next-credited',
  'co-buyer',
  'former',
  'promised',
  'house',
] as const;
export type OwnerBecause = (typeof OWNER_BECAUSE)[number];
