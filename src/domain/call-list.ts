/** The call list: whom one salesperson should contact on one day, one entry a customer, with every reason. */

import type { CallablePhone, Customer } from './customer.ts';
import type { Day } from './day.ts';
import type { Hours } from './hours.ts';
import type { Script } from './plan.ts';
import type { CaseRecord } from './recovery-case.ts';
import type { Vehicle } from './sale.ts';
import type { OwnerBecause } from './salesperson.ts';
import type { Notice } from './sold-by-other.ts';

/** Why a due touch is not on a list; in the order in which one hides another. */
export const WITHHELD = [
  'do-not-contact',
  'snoozed',
  'retry-later',
  'resting',
  'open-case',
  'booked',
  'recent-buyer',
  'no-way-to-reach',
] as const;
export type Withheld = (typeof WITHHELD)[number];

/** What an occasion rests on beyond its day. */
export interface Basis {
  /** of a touch that counts by distance too: which of the two came first */
  readonly by?: 'date' | 'distance';
  /** how far the car is driven in a day, to a tenth, in the store's units */
  readonly per_day?: number;
  /** read off its odometer over time, or no more than the settings say */
  readonly per_day_from?: 'visits' | 'settings';
  /** what of the visit it is counted from should be known before calling */
  readonly notes?: readonly string[];
}

/** A visit that makes a call needless. */
export interface NeedlessBy {
  readonly on: Day;
  /** `booked` = an appointment, `here` = they have been, `in-workshop` = the car is there since that day */
  readonly as: 'booked' | 'here' | 'in-workshop';
}

export interface Reason extends Basis {
  /** the id of the touch in the plan, `promise`, `case`, or `fill` */
  readonly touch: string;
  readonly label: string;
  readonly due_on: Day;
  readonly opens_on: Day;
  /** null for a promise, open until settled, and for a case, until it is closed */
  readonly closes_on: Day | null;
  /** the sale the touch is counted from; null for a promise, the newest sale in force for a birthday */
  readonly sale_id: number | null;
  /** which occurrence: 3 = third anniversary; 1 where there is but one; of a promise how many are open, of a case its number */
  readonly number: number;
  /** counted from the end of a lease or loan that is only estimated */
  readonly estimated: boolean;
  /** the end of the lease or loan it is counted from; null where it is counted from another day */
  readonly ends_on: Day | null;
  /** the day set for the first service, where it is counted from that */
  readonly booked_on?: Day;
  /** `2024 Honda Civic`; null for a promise or a car without a description */
  readonly vehicle_name: string | null;
  readonly script: Script | null;
}

export interface LastContact {
  readonly on: Day;
  readonly outcome: string;
  readonly by: string | null;
  /** the salesperson an assistant did it for */
  readonly for?: string;
  readonly note: string | null;
}

/**
 * What was made of the do-not-call registry: `not-needed` inside the relationship window, or where we know of no registry;
 * outside it `clear` = no number is on it, `listed` = some are and were left out, `unscrubbed` = no copy at most 31 days
 * old covers every number.
 */
export type RegistryStanding = 'not-needed' | 'clear' | 'listed' | 'unscrubbed';

/** Until which day, and at what times on the day of the list, the customer may be called. */
export interface Calling {
  /** the last day of the relationship window; null when no purchase or service opens one */
  readonly until: Day | null;
  /** at the customer's place; null = no calls there on this day */
  readonly hours: Hours | null;
  /** by the clock of the store, right in every zone the customer may be in; null = no such time */
  readonly here: Hours | null;
  /** IANA; several when it is not certain */
  readonly zones: readonly string[];
  /** `US-MI`, `CA-ON`; the country where the state is not known; null where that is not either */
  readonly region: string | null;
  readonly registry: RegistryStanding;
  /** how many calls the law there leaves for this day; null = it counts none */
  readonly calls_left_today: number | null;
}

/** What we promised the customer, and have not done. */
export interface StandingPromise {
  readonly id: number;
  readonly promised_for: Day;
  readonly made_on: Day;
  /** null where nobody wrote it down */
  readonly text: string | null;
  readonly by: string | null;
  /** the salesperson an assistant did it for */
  readonly for?: string;
  readonly state: 'broken' | 'today' | 'coming';
}

/** A salesperson as they are named beside something of theirs. */
export interface Person {
  readonly code: string | null;
  readonly name: string;
}

/** A recovery case beside a call: what it is about, what was promised in it, by when something is to be done. */
export type CallCase = Pick<
  CaseRecord,
  'id' | 'headline' | 'severity' | 'owner' | 'state' | 'promises' | 'answer_by' | 'close_by' | 'late'
>;

/** Who looked after a customer before they were given to their owner by hand. */
export interface FormerOwnerShown extends Person {
  /** the first day on which they no longer did */
  readonly until: Day;
}

export interface Call {
  readonly customer: Pick<Customer, 'id' | 'email'> & {
    readonly name: string;
    readonly phones: readonly CallablePhone[];
  };
  /** the car of the first reason that has one */
  readonly vehicle: Vehicle | null;
  /** the day that car was sold */
  readonly sold_on: Day | null;
  readonly reasons: readonly Reason[];
  readonly last_contact: LastContact | null;
  readonly calling: Calling;
  /** due or not, by the day promised */
  readonly promises: readonly StandingPromise[];
  /** what is worth remembering about them: at most two, the least recently used first */
  readonly facts: readonly string[];
  /** the owner, where another makes their calls meanwhile, on whose list this stands; else null */
  readonly covering: Person | null;
  /** who else has reasons to call the customer on the day, on lists of their own */
  readonly also: readonly Person[];
  /** recovery cases that are open, by number */
  readonly cases: readonly CallCase[];
  readonly former_owner: FormerOwnerShown | null;
  /** the rule by which they are the owner's, and since when without a break */
  readonly owner_because: OwnerBecause;
  readonly owner_since: Day | null;
  /** nothing is due: the list was filled up with them */
  readonly fill?: true;
}

export interface ListSalesperson {
  readonly code: string | null;
  readonly name: string;
  readonly email: string | null;
}

export interface ListedCustomer {
  readonly id: number;
  readonly name: string;
}

/** Who is due, but not called on the day: on which day their turn comes, and until when there is a reason. */
export interface LaterCall {
  readonly customer: ListedCustomer;
  readonly planned_on: Day;
  readonly closes_on: Day | null;
}

/** Whose reasons all close before their turn comes. */
export interface DroppedCall {
  readonly customer: ListedCustomer;
  readonly closes_on: Day | null;
  readonly touches: readonly string[];
}

/** What to say for a touch that several calls of a list have: what is a customer's own is left blank. */
export interface SharedScript {
  readonly touch: string;
  readonly label: string;
  /** true = for those whose due day has gone by, false = for the others; null = for all */
  readonly late: boolean | null;
  readonly script: Script;
}

/** `salesperson` null is the house list: customers with no active owner. */
export interface CallList {
  readonly salesperson: ListSalesperson | null;
  /** who makes the calls meanwhile, on whose list they stand; else null */
  readonly covered_by: Person | null;
  /** the day's share, in the order in which to call */
  readonly calls: readonly Call[];
  /** customers to whom something is due: those called, those who wait, those who close uncalled */
  readonly due: number;
  /** customers of the list who were tried or spoken with on the day already: so many calls fewer are left of the day */
  readonly done: number;
  readonly later: readonly LaterCall[];
  readonly dropped: readonly DroppedCall[];
  /** by the first call that has the touch; the calls have their own, filled in */
  readonly scripts: readonly SharedScript[];
  /** customers of theirs on the deals of others, told for some days; a list may hold nothing else */
  readonly notices: readonly Notice[];
}

export interface WithheldTouch {
  readonly customer: { readonly id: number; readonly name: string };
  readonly touch: string;
  readonly why: Withheld;
  /** by the do-not-call registry, and no wish of the customer's own */
  readonly by_registry: boolean;
  /** for `booked` */
  readonly visit?: NeedlessBy;
}

/** Everything `today` prints. */
export interface DayLists {
  readonly on: Day;
  readonly lists: readonly CallList[];
  readonly withheld: readonly WithheldTouch[];
  /** the day of the newest import of what the DMS exports; null = there was none */
  readonly last_import_on: Day | null;
}
