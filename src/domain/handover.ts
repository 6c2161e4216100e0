/** Customers given to others by hand: one by one, or all of somebody who leaves. */

import type { CallCase, LastContact, StandingPromise } from './call-list.ts';
import type { CallablePhone } from './customer.ts';
import type { Day } from './day.ts';
import type { Vehicle } from './sale.ts';
import type { SalespersonName } from './salesperson.ts';

/** Why a customer of somebody who leaves goes to whom they go, in the order in which it is asked. */
export const HANDED_BECAUSE = ['named', 'household', 'credited', 'talked', 'even'] as const;
export type HandedBecause = (typeof HANDED_BECAUSE)[number];

export interface NamedCustomer {
  readonly id: number;
  readonly name: string;
}

/** One customer given to somebody. */
export interface GivenCustomer {
  readonly customer: NamedCustomer;
  /** null = the house */
  readonly from: SalespersonName | null;
  /** null = the house */
  readonly to: SalespersonName | null;
  /** asked not to be called, or is like somebody who did */
  readonly doNotCall: boolean;
}

export interface MovedCustomer {
  readonly customer: NamedCustomer;
  readonly to: SalespersonName;
  readonly because: HandedBecause;
}

/** What somebody who receives had and got. */
export interface ReceiverCount {
  readonly to: SalespersonName;
  /** customers with a car of ours, before the first was given */
  readonly before: number;
  /** all who were given */
  readonly given: number;
}

export interface Handover {
  /** the row of the journal; null = nothing was done */
  readonly entry: number | null;
  readonly from: SalespersonName;
  /** id of the salesperson whose customers they were */
  readonly fromId: number;
  /** whether this marks them as left on the day */
  readonly leaves: boolean;
  /** ascending by id */
  readonly moved: readonly MovedCustomer[];
  /** every receiver, by name */
  readonly counts: readonly ReceiverCount[];
}

/** What somebody who receives is told of a customer. */
export interface NewCustomer {
  readonly customer: NamedCustomer;
  /** those that may be called; none where they asked not to be */
  readonly phones: readonly CallablePhone[];
  readonly mayBeCalled: boolean;
  readonly because: HandedBecause;
  /** in force, the newest first */
  readonly cars: readonly { readonly vehicle: Vehicle; readonly sold_on: Day }[];
  /** the newest that the leaver made, with what they wrote; the newest first */
  readonly contacts: readonly LastContact[];
  /** not ended, whoever made them */
  readonly promises: readonly StandingPromise[];
  /** open ones, by number */
  readonly cases: readonly CallCase[];
  /** worth remembering */
  readonly facts: readonly string[];
}

/** The customers one receiver got. */
export interface HandoverSheet {
  readonly to: SalespersonName;
  readonly from: SalespersonName;
  /** by name */
  readonly customers: readonly NewCustomer[];
}
