/** What must be known of a customer, and of the salespeople, to say what is due: read once, then only thought about. */

import type { Contact } from './contact.ts';
import type { Day } from './day.ts';
import type { FirstServiceFacts } from './first-service.ts';
import type { RecoveryCase } from './recovery-case.ts';
import type { Condition, DealType, SaleStatus } from './sale.ts';
import type { AppointmentFacts, VisitsTogether } from './visit.ts';

/** An order or appointment in the workshop. */
export interface Visit {
  /** closed on, or due on */
  readonly on: Day;
  /** whom its row names, seen from the sale: the buyer, somebody else, or nobody */
  readonly names: 'customer' | 'other' | 'nobody';
}

/** A closed order. */
export interface ClosedOrder extends Visit {
  readonly openedOn: Day | null;
  /** in the store's units */
  readonly odometer: number | null;
}

/** An order that is not closed, or that only the store itself paid for. */
export interface OtherOrder {
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly odometer: number | null;
  readonly isInternal: boolean;
}

/** Appointments of one customer with whatever decides what became of them. */
export interface CustomerVisits {
  /** for a car of theirs, or naming them; none that were called off */
  readonly own: readonly AppointmentFacts[];
  /** shared with the customers read at the same time */
  readonly together: VisitsTogether;
  /** the last day of which visits are known; null = whichever day is asked for */
  readonly until: Day | null;
}

/** What of a sale says who looks after its customer. */
export interface SaleOwnership {
  readonly id: number;
  readonly store: string;
  readonly dealNumber: string | null;
  readonly status: SaleStatus;
  readonly soldOn: Day;
  readonly leaseEndOn: Day | null;
  readonly dealType: DealType | null;
  /** the earliest day a later sale names this VIN as a trade-in, or sells it again, be it to the same customer */
  readonly goneOn: Day | null;
  /** ids of the salespeople, in credited order */
  readonly credits: readonly number[];
  /** closed repair orders of this VIN, but for those only the store itself paid for; ascending */
  readonly orders: readonly Visit[];
}

export interface SaleFacts extends SaleOwnership {
  /** null = the car has no VIN */
  readonly vehicleId: number | null;
  /** the day of delivery, else the day sold */
  readonly anchorOn: Day;
  readonly leaseEndEstimated: boolean;
  readonly loanEndOn: Day | null;
  readonly loanEndEstimated: boolean;
  readonly condition: Condition | null;
  /** when it was sold, in the store's units */
  readonly odometer: number | null;
  readonly orders: readonly ClosedOrder[];
  /** of this VIN, in no order */
  readonly otherOrders: readonly OtherOrder[];
  /** of this VIN, ascending */
  readonly appointments: readonly Visit[];
  /** absent = nothing is known, or nobody asked */
  readonly firstService?: FirstServiceFacts;
}

/** A promise that somebody said is done. */
export interface PromiseEnd {
  /** id of the contact in which it was made */
  readonly promise: number;
  readonly on: Day;
}

/** Somebody gave the customer to a salesperson, or to the house, by hand. */
export interface Giving {
  /** the entry of the journal that says so */
  readonly entry: number;
  readonly on: Day;
  /** id of a salesperson; null = the house */
  readonly to: number | null;
  /** the first day on which that salesperson is no longer with the store; null = still here, or the house */
  readonly leftOn: Day | null;
}

/** What the customer would like to drive next. */
export interface WishFacts {
  /** the entry of the journal that says so */
  readonly id: number;
  readonly on: Day;
  /** the last day it is open */
  readonly until: Day;
  readonly endedOn: Day | null;
  /** those that fit: since when they stand in the lot, and the first day they do not; null = still there */
  readonly cars: readonly { readonly seenOn: Day; readonly goneOn: Day | null }[];
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

/** What says who looks after a customer. */
export interface Ownership {
  readonly id: number;
  readonly sales: readonly SaleOwnership[];
  /** sales signed as co-buyer; in them `names: 'customer'` is the buyer */
  readonly coSigned: readonly SaleOwnership[];
  /** ascending by day, then id */
  readonly contacts: readonly Contact[];
  readonly promiseEnds: readonly PromiseEnd[];
  /** ascending by day, then entry */
  readonly givings: readonly Giving[];
}

export interface CustomerFacts extends Ownership {
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
  /** has a phone, or an e-mail address that may be written to */
  readonly reachable: boolean;
  readonly sales: readonly SaleFacts[];
  readonly coSigned: readonly SaleFacts[];
  /** closed days of the orders that name them, whatever the car; but for those only the store itself paid for */
  readonly orderedOn: readonly Day[];
  /** days of the appointments that name them and no VIN */
  readonly appointmentsOn: readonly Day[];
  /** null = there are none, or they were not asked for */
  readonly visits: CustomerVisits | null;
  readonly wishes: readonly WishFacts[];
  /** by number, whatever became of them */
  readonly cases: readonly RecoveryCase[];
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
