/** The first visit to the workshop after a sale: what is known of it, and what became of it. */

import type { Day } from './day.ts';
import type { AppointmentFacts, OrderFacts } from './visit.ts';

/** What somebody of the store said of a delivery. */
export interface DeliveryWord {
  /** the entry of the journal that says so */
  readonly entry: number;
  readonly on: Day;
  /** whatever was said before of an introduction and a day is taken back */
  readonly takesBack: boolean;
  /** the buyer was introduced to the workshop */
  readonly introduced: boolean;
  /** of the workshop; null = not said */
  readonly advisor: string | null;
  /** the day set for the first service; null = not said */
  readonly booked: BookedDay | null;
}

export interface BookedDay {
  readonly on: Day;
  /** store-local, `HH:MM` */
  readonly time: string | null;
  /** the first day on which the workshop's data reached beyond it; null = they do not */
  readonly newerDataOn: Day | null;
}

/** Whom the row of a visit names; no customer and not somebody = nobody. */
export interface VisitNaming {
  readonly customerId: number | null;
  /** be it one nobody knows */
  readonly namesSomebody: boolean;
}

/** Buyer and co-buyer of a sale, seen from each of the two, with the day from which they are a household. */
export type HouseholdTies = ReadonlyMap<number, readonly { readonly other: number; readonly on: Day }[]>;

/** What is on file of the first service of one sale. */
export interface FirstServiceFacts {
  readonly buyerId: number;
  /** in the order in which it was said */
  readonly said: readonly DeliveryWord[];
  /** of this VIN, after the delivery; `id` stands in `together` */
  readonly appointments: readonly (VisitNaming & {
    readonly id: number;
    /** the last entry of the journal before a file first said its day */
    readonly learnedAfter: number;
  })[];
  /** of this VIN, after the delivery, but for those only the store itself paid for: the day opened, else closed */
  readonly orders: readonly (VisitNaming & { readonly on: Day })[];
  /** the appointments and whatever may belong with them: one object for all sales that were read at once */
  readonly together: {
    readonly appointments: readonly AppointmentFacts[];
    readonly orders: readonly OrderFacts[];
  };
  readonly ties: HouseholdTies;
  /** days after which a visit that is not on file was missed, in a store that sends closed orders only */
  readonly missedAfter: number;
}

export type FirstServiceState = 'none' | 'set' | 'showed' | 'missed' | 'unknown';

/** As known on a day. */
export interface FirstService {
  /** the day on which the buyer was introduced to the workshop; null = not that anybody said */
  readonly introducedOn: Day | null;
  readonly advisor: string | null;
  readonly bookedOn: Day | null;
  readonly bookedTime: string | null;
  readonly bookedBy: 'hand' | 'file' | null;
  readonly state: FirstServiceState;
  /** the first visit; null unless they showed */
  readonly visitOn: Day | null;
}

/** What was said and booked of the first service of a sale, and what became of it. */
export interface DeliveryRecord {
  readonly sale_id: number;
  readonly introduced_on: Day | null;
  readonly advisor: string | null;
  readonly booked_on: Day | null;
  readonly booked_time: string | null;
  readonly booked_by: 'hand' | 'file' | null;
  readonly state: FirstServiceState;
  readonly visit_on: Day | null;
}
