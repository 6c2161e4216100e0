/** The service drive of a day: which of our customers are in the building, or will be, and what there is to say to them. */

import type { LastContact, Person } from './call-list.ts';
import type { CallablePhone, DoNot } from './customer.ts';
import type { Day } from './day.ts';
import type { Touch } from './plan.ts';
import type { Vehicle } from './sale.ts';
import type { OwnerBecause } from './salesperson.ts';

/** Where the car is: not here yet, in the workshop, ready, or it never came. */
export type VisitState = 'expected' | 'here' | 'done' | 'missed';

/** Whether whoever brings the car is whom we sold it to. */
export type Hands = 'same' | 'maybe-changed' | 'never-sold';

/** Why nobody is asked about their next car; the first that fits. */
export const NO_PITCH = ['do-not-contact', 'open-case', 'recent-buyer', 'asked-lately', 'business'] as const;
export type NoPitch = (typeof NO_PITCH)[number];

/** Something of the plan that may be said today. */
export interface GreetingReason {
  readonly touch: string;
  readonly label: string;
  readonly kind: Touch['kind'];
  readonly due_on: Day;
  readonly opens_on: Day;
  /** later than planned where a try put it off */
  readonly closes_on: Day | null;
  readonly sale_id: number | null;
  /** false = it opens within two months */
  readonly open: boolean;
}

export interface Greeted {
  readonly on: Day;
  /** UTC instant */
  readonly at: string | null;
  readonly by: string | null;
  readonly outcome: string;
}

export interface CaseShown {
  readonly id: number;
  readonly headline: string;
  readonly severity: 'low' | 'normal' | 'high';
}

export interface LaneVisit {
  readonly appointment_id: number | null;
  readonly repair_order_id: number | null;
  readonly number: string;
  /** store-local, `HH:MM`; null also where the appointment was for an earlier day */
  readonly time: string | null;
  readonly state: VisitState;
  readonly waiting: boolean | null;
  readonly transport: string | null;
  readonly advisor: string | null;
  readonly services: readonly string[];
  /** false = the newest schedule no longer has the appointment; null without one */
  readonly in_latest: boolean | null;
  readonly customer: {
    readonly id: number;
    readonly name: string;
    readonly phones: readonly CallablePhone[];
    readonly do_not: DoNot;
  } | null;
  readonly vehicle: Vehicle | null;
  readonly sale_id: number | null;
  readonly hands: Hands;
  /** null = the house */
  readonly owner: Person | null;
  /** null where the customer is not known */
  readonly owner_because: OwnerBecause | null;
  /** who greets, where the owner is not here */
  readonly stand_in: Person | null;
  readonly reasons: readonly GreetingReason[];
  /** whether to ask about their next car */
  readonly pitch: boolean;
  readonly pitch_why: NoPitch | null;
  /** at most two, the longest unused first */
  readonly facts: readonly { readonly id: number; readonly text: string }[];
  readonly cases: readonly CaseShown[];
  /** not done, also for a day to come */
  readonly promises: readonly { readonly due_on: Day; readonly text: string | null }[];
  /** the best car in the lot for each open wish that one fits */
  readonly wishes: readonly {
    readonly wish_id: number;
    readonly stock_number: string;
    /** both in words */
    readonly text: string;
  }[];
  /** what they have not heard */
  readonly news: readonly { readonly id: number; readonly text: string }[];
  readonly last_contact: LastContact | null;
  readonly greeted: Greeted | null;
}

export interface LaneCounts {
  readonly visits: number;
  /** the customer bought here, or the car was sold here */
  readonly ours: number;
  readonly here: number;
  readonly greeted: number;
  /** appointments of the day that were called off */
  readonly cancelled: number;
}

export interface Lane {
  readonly on: Day;
  /** when the newest schedule was delivered, UTC; null = there is none */
  readonly schedule_as_of: string | null;
  readonly visits: readonly LaneVisit[];
  readonly counts: LaneCounts;
}

/** Why the schedule may not be that of the day. */
export type ScheduleProblem = 'none' | 'old' | 'without-day';
