/** What the screen of one call shows: the customer, the place in the list, what is asked. */

import type { Call, Calling, LastContact, StandingPromise } from '../domain/call-list.ts';
import type { CallablePhone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { FoundCustomer } from '../domain/found-customer.ts';
import type { Vehicle } from '../domain/sale.ts';
import type { TypedLine } from './input-line.ts';
import type { Waiting } from './share-in-words.ts';
import type { Styles } from './styles.ts';

export interface OwnedCar {
  readonly sale_id: number;
  readonly vehicle: Vehicle;
  readonly sold_on: Day;
  readonly lease_end_on: Day | null;
  readonly lease_end_estimated: boolean;
  readonly loan_end_on: Day | null;
  readonly loan_end_estimated: boolean;
}

/** What is known of the customer on the screen. */
export interface WorkCustomer {
  readonly id: number;
  readonly name: string;
  /** whom to ask for at a business */
  readonly person: string | null;
  /** those that may be called, in the order in which to dial them */
  readonly phones: readonly CallablePhone[];
  readonly email: string | null;
  /** until which day and at what hours the customer may be called; null = there is no number to call */
  readonly calling: Calling | null;
  /** the next day after that of the list on which there are hours to call; null = none for a week */
  readonly reopens: ({ readonly on: Day } & Pick<Calling, 'hours' | 'here'>) | null;
  readonly cars: readonly OwnedCar[];
  /** null = nothing is due any more */
  readonly call: Pick<Call, 'reasons' | 'covering' | 'also' | 'former_owner' | 'cases'> | null;
  /** by the day promised */
  readonly promises: readonly StandingPromise[];
  /** before the day of the list */
  readonly last: LastContact | null;
  /** on the day of the list, in the order in which it happened */
  readonly today: readonly LastContact[];
  readonly facts: readonly string[];
}

/** Asked in the place of the keys. */
export interface WorkQuestion {
  readonly text: string;
  /** null = one key answers it */
  readonly line: TypedLine | null;
  /** what is numbered on the screen, to choose from */
  readonly among: 'phones' | 'cars' | 'promises' | Found | null;
}

/** Customers somebody looked for, with the one that is pointed at. */
export interface Found {
  readonly customers: readonly FoundCustomer[];
  readonly at: number;
}

/** The moment it is, and where the store's clock stands (IANA; null = the machine's). */
export interface Now {
  readonly at: Date;
  readonly timezone: string | null;
}

export interface WorkView {
  readonly on: Day;
  /** name of the salesperson whose list it is; null = the house */
  readonly salesperson: string | null;
  /** who logs, where that is somebody else */
  readonly as: string | null;
  /** null = the customer is not on the list */
  readonly number: number | null;
  readonly of: number;
  readonly done: number;
  /** who is left for later days */
  readonly waiting: Waiting;
  readonly customer: WorkCustomer;
  /** null = the list is of another day: the clock says nothing about it */
  readonly now: Now | null;
  /** what happened last */
  readonly status: string;
  readonly question: WorkQuestion | null;
}

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}
export interface WorkScreenOptions extends ScreenSize {
  readonly styles: Styles;
  /** the store's: how telephone numbers and times are written */
  readonly country: string;
}

/** The signs under which phones and cars are chosen. */
export const CHOICES = '123456789abcdefghijklmnopqrstuvwxyz';
