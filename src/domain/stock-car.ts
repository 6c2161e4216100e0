/** A car that stands in the lot, or stood there. */

import type { Day } from './day.ts';
import type { Condition } from './sale.ts';

export interface StockCar {
  /** the dealership */
  readonly store: string;
  readonly stock_number: string;
  readonly vin: string | null;
  readonly year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly trim: string | null;
  readonly condition: Condition | null;
  /** in the store's units */
  readonly odometer: number | null;
  readonly price_cents: number | null;
  readonly first_seen_on: Day;
  readonly last_seen_on: Day;
  /** the day of the first list that no longer has it */
  readonly gone_on: Day | null;
}
