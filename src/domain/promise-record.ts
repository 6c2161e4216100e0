/** A promise as it stands on a day. */

import type { Day } from './day.ts';
import type { SalespersonName } from './salesperson.ts';

export interface PromiseRecord {
  /** that of the contact in which it was made */
  readonly id: number;
  readonly customer_id: number;
  readonly given_on: Day;
  /** the day promised */
  readonly on: Day;
  readonly text: string | null;
  readonly by: SalespersonName | null;
  /** the salesperson an assistant gave it for */
  readonly for: SalespersonName | null;
  readonly state: 'coming' | 'open' | 'kept' | 'done';
  readonly ended_on: Day | null;
}
