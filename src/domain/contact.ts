/** What came of reaching out to a customer. */

import type { Day } from './day.ts';

/** Ends every touch that was open: somebody spoke with the customer, or the customer answered. */
export const SETTLING_OUTCOMES = ['talked', 'appointment', 'sold', 'greeted', 'not-interested'] as const;
/** A try that reached nobody. */
export const ATTEMPT_OUTCOMES = ['no-answer', 'voicemail', 'busy'] as const;

export type SettlingOutcome = (typeof SETTLING_OUTCOMES)[number];
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

export const isSettling = (outcome: string): outcome is SettlingOutcome =>
  (SETTLING_OUTCOMES as readonly string[]).includes(outcome);
export const isAttempt = (outcome: string): outcome is AttemptOutcome =>
  (ATTEMPT_OUTCOMES as readonly string[]).includes(outcome);

export interface Contact {
  readonly id: number;
  readonly on: Day;
  readonly outcome: string;
  readonly note: string | null;
  /** the day we promised to be in touch again, or were asked to wait for */
  readonly nextOn: Day | null;
  /** name of who made it */
  readonly by: string | null;
}
