/** What must be known of a customer, and of the salespeople, to say what is due: read once, then only thought about. */

import type { Contact } from './contact.ts';
import type { Day } from './day.ts';
import type { Condition, DealType, SaleStatus } from './sale.ts';

export interface SaleFacts {
  readonly id: number;
  readonly status: SaleStatus;
  readonly soldOn: Day;
  /** the day of delivery, else the day sold */
  readonly anchorOn: Day;
  readonly leaseEndOn: Day | null;
  readonly loanEndOn: Day | null;
  readonly dealType: DealType | null;
  readonly condition: Condition | null;
  /** the earliest day a later sale names this VIN as a trade-in or sells it to another customer */
  readonly goneOn: Day | null;
  /** ids of the salespeople, in credited order */
  readonly credits: readonly number[];
  /** closed days of the repair orders of this VIN, ascending */
  readonly servicedOn: readonly Day[];
  readonly appointmentsOn: readonly Day[];
}

/** Touches a customer is spared from a day on. */
export interface TurnOff {
  /** the entry of the journal that says so; taken back, the touches are on again */
  readonly entry: number;
  /** id of a touch; null = every touch */
  readonly touch: string | null;
  /** of one car, for good; null = of every car, until the next purchase */
  readonly saleId: number | null;
  readonly on: Day;
  readonly why: string;
  /** because the customer no longer has the car */
  readonly carGone: boolean;
}

export interface CustomerFacts {
  readonly id: number;
  readonly name: string;
  readonly birthday: Day | null;
  /** asked not to be called, or is like somebody who did */
  readonly doNotCall: boolean;
  /** has numbers, and each stands with somebody who asked not to be called */
  readonly refused: boolean;
  /** has numbers that are not refused, all on the do-not-call registry, and no recent dealing allows a call all the same */
  readonly registered: boolean;
  /** the day on which they were called as often as the law where they live allows in a day; absent = on none */
  readonly calledOutOn?: Day;
  /** has a phone or an e-mail address */
  readonly reachable: boolean;
  readonly sales: readonly SaleFacts[];
  /** ascending by day, then id */
  readonly contacts: readonly Contact[];
  /** ascending by day */
  readonly turnOffs: readonly TurnOff[];
}

/** Whether the customer may be on a call list at all. */
export const mayBeCalled = ({ doNotCall, refused, registered }: CustomerFacts): boolean =>
  !doNotCall && !refused && !registered;

export interface SalespersonFacts {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly email: string | null;
  /** the first day no longer with the store; null = still here */
  readonly leftOn: Day | null;
}
