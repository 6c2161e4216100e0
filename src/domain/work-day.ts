/** A day's work on a call list: where it stopped, what was done. */

/** Where somebody stopped working a day's list. */
export interface WorkPlace {
  /** who was on the screen; null = nobody yet, or everybody was through */
  readonly customerId: number | null;
  /** ids of the customers passed over, in the order in which they were */
  readonly skipped: readonly number[];
}

/** One contact that somebody logged on the day. */
export interface WorkDone {
  readonly customerId: number;
  readonly outcome: string;
}
