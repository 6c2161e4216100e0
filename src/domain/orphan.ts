/** A customer with a car from us whom nobody looks after. */

import type { Day } from './day.ts';
import type { Vehicle } from './sale.ts';
import type { SalespersonName } from './salesperson.ts';

export interface Orphan {
  readonly customer: { readonly id: number; readonly name: string };
  /** who looked after them last, else who sold them the car; null = nobody ever did */
  readonly was: SalespersonName | null;
  readonly since: Day | null;
  readonly because: 'left' | 'never-credited';
  /** of the newest sale in force */
  readonly vehicle: Vehicle;
  readonly next_due_on: Day | null;
}
