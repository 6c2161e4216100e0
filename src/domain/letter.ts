/** A letter to one customer: everything it can say, and nothing that is only for us. */

import type { Address } from './customer.ts';
import type { Day } from './day.ts';
import type { Vehicle } from './sale.ts';

/** Contact notes, personal facts and outcomes have no place here, so no text can let them slip out. */
export interface Letter {
  readonly customer: {
    readonly id: number;
    /** `Ann Lee`, or the business */
    readonly name: string;
    readonly first_name: string | null;
    readonly last_name: string | null;
    readonly business_name: string | null;
    readonly address: Address;
  };
  readonly vehicle: Pick<Vehicle, 'year' | 'make' | 'model'> | null;
  readonly sold_on: Day | null;
  /** whole years since delivery; null without a sale */
  readonly years_owned: number | null;
  /** which occurrence of the touch: 3 = third anniversary */
  readonly number: number;
  /** who signs; null = the store */
  readonly owner: { readonly name: string; readonly email: string | null } | null;
}

/** Who writes. */
export interface Letterhead {
  readonly name: string | null;
  readonly address: readonly string[];
  readonly phone: string | null;
  /** ISO 3166: an address in another country says so */
  readonly country: string;
}
