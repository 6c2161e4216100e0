/** How many customers a plan will bring to whom, day by day. */

import type { Day } from './day.ts';

export interface Forecast {
  readonly from: Day;
  readonly to: Day;
  /** by name, the house last */
  readonly people: readonly PersonsForecast[];
}

export interface PersonsForecast {
  /** null = the house */
  readonly salesperson: { readonly code: string | null; readonly name: string } | null;
  /** who have bought, are theirs on the first day and may be called */
  readonly customers: number;
  /** each day from the first to the last */
  readonly days: readonly {
    readonly on: Day;
    /** customers for whom at least one occurrence opens */
    readonly opens: number;
    /** customers of whom at least one occurrence has its due day */
    readonly due: number;
  }[];
  /** of all days together, rounded to 0.1; null where the store works on none of them */
  readonly opens_per_working_day: number | null;
  readonly calls_a_day: number;
}
