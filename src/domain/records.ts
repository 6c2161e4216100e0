/** One row of an export, understood and normalised, before it meets the store. */

import type { Day } from './day.ts';
import type { Problem } from './problem.ts';
import type { Condition, DealType } from './sale.ts';

export interface PartyRecord {
  readonly dmsNumber: string | null;
  readonly kind: 'person' | 'business';
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly businessName: string | null;
  readonly homePhone: string | null;
  readonly cellPhone: string | null;
  readonly workPhone: string | null;
  readonly otherPhone: string | null;
  /** of the numbers above, by number (E.164) */
  readonly extensions: Readonly<Record<string, string>> | null;
  readonly email: string | null;
  /** what stands where the address should, made to look like one: `none@none.com` */
  readonly placeholderEmail: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly birthday: Day | null;
  readonly doNotCall: boolean;
  readonly doNotText: boolean;
  readonly doNotEmail: boolean;
  readonly doNotMail: boolean;
}

export interface VehicleRecord {
  readonly vin: string | null;
  /** what identifies a vehicle without a 17-character VIN: trailers, boats, old cars */
  readonly serial: string | null;
  readonly year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly trim: string | null;
  readonly plate: string | null;
}

export interface CreditRecord {
  readonly code: string | null;
  readonly name: string | null;
  /** 0 to 1 */
  readonly share: number | null;
}

/** What names a sale: one vehicle of one deal of one store. */
export interface DealKey {
  readonly store: string;
  readonly dealNumber: string | null;
  readonly vin: string | null;
  readonly serial: string | null;
  readonly stockNumber: string | null;
  /** sortable; a higher one is a later state of the same deal */
  readonly version: string | null;
}

/** A deal that is no sale any more: it was unwound or called off. */
export interface GoneDeal extends DealKey {
  /** by which, with its vehicle, a sale without a deal number is found; null = the row does not tell */
  readonly soldOn: Day | null;
  readonly hash: number;
}

export interface SaleRecord extends DealKey {
  readonly buyer: PartyRecord;
  readonly coBuyer: PartyRecord | null;
  readonly vehicle: VehicleRecord;
  readonly soldOn: Day;
  readonly deliveredOn: Day | null;
  readonly dealType: DealType | null;
  readonly condition: Condition | null;
  readonly odometer: number | null;
  /** null: the row has no word about salespeople; empty: it credits nobody (a house deal) */
  readonly credits: readonly CreditRecord[] | null;
  readonly termMonths: number | null;
  readonly firstPaymentOn: Day | null;
  readonly leaseEndOn: Day | null;
  readonly leaseEndEstimated: boolean;
  readonly loanEndOn: Day | null;
  readonly loanEndEstimated: boolean;
  readonly paymentCents: number | null;
  readonly amountFinancedCents: number | null;
  readonly apr: number | null;
  readonly lender: string | null;
  readonly tradeVins: readonly string[];
  /** the same for equal rows, whatever the file's column order, quoting or encoding */
  readonly hash: number;
}

/** A row of an export of sales as it was understood; `sale` null = it is left out, or cannot be used: the problems say why. */
export interface UnderstoodRow {
  readonly sale: SaleRecord | null;
  readonly problems: readonly Problem[];
}

export interface Reach {
  /** E.164 */
  readonly phones: readonly string[];
  readonly email: string | null;
}

export interface RepairOrderRecord {
  readonly store: string;
  readonly number: string;
  readonly customer: PartyRecord | null;
  readonly vehicle: VehicleRecord | null;
  /** also where the row names nobody beside it */
  readonly customerNumber: string | null;
  /** of a row without a name: what its nameless customer is reached by */
  readonly reach: Reach;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly odometer: number | null;
  readonly advisor: string | null;
  readonly payTypes: readonly string[];
  readonly opCodes: readonly string[];
  /** the day the car is to be ready */
  readonly promisedOn: Day | null;
  /** of the appointment it came from, where the order says so */
  readonly appointmentNumber: string | null;
  readonly hash: number;
}

export interface AppointmentRecord {
  readonly store: string;
  readonly number: string;
  readonly customer: PartyRecord | null;
  readonly vehicle: VehicleRecord | null;
  /** also where the row names nobody beside it */
  readonly customerNumber: string | null;
  /** of a row without a name: what its nameless customer is reached by */
  readonly reach: Reach;
  readonly on: Day;
  /** store-local, `HH:MM` */
  readonly time: string | null;
  readonly waiting: boolean | null;
  readonly advisor: string | null;
  readonly services: readonly string[];
  readonly transport: string | null;
  /** as the file has it */
  readonly transportRaw: string | null;
  readonly repairOrderNumber: string | null;
  /** what the file says became of it; null = no more than that it is booked */
  readonly state: 'kept' | 'missed' | 'arrived' | null;
  readonly hash: number;
}

/** An appointment that is called off; its row need say no more. */
export interface CancelledAppointment {
  readonly store: string;
  readonly number: string;
  /** where the row says so */
  readonly on: Day | null;
  readonly hash: number;
}

/** Work on the store's own stock: nobody's visit, yet it tells up to when the workshop's data reach. */
export interface OwnOrder {
  readonly store: string;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
}

/** Somebody who must not be contacted, named on a row that is of no other use. */
export interface OptedOut {
  readonly store: string;
  readonly party: PartyRecord;
  /** what there is to say of how the wish was read */
  readonly remarks: readonly Problem[];
}

/** A car that stands in the lot. */
export interface StockRecord {
  readonly store: string;
  readonly stockNumber: string;
  readonly vin: string | null;
  readonly year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly trim: string | null;
  readonly condition: Condition | null;
  /** in the store's units */
  readonly odometer: number | null;
  readonly priceCents: number | null;
}

/** What became of one row when it was read. */
export type RowReading<T> =
  | { readonly outcome: 'record'; readonly record: T; readonly problems: readonly Problem[] }
  /** left out on purpose; `gone` names a deal that is no sale any more, should it be on file */
  | {
      readonly outcome: 'skipped';
      readonly gone: GoneDeal | null;
      readonly cancelled?: CancelledAppointment;
      readonly ownOrder?: OwnOrder;
      readonly optedOut?: OptedOut | null;
      readonly problems: readonly Problem[];
    }
  | {
      readonly outcome: 'rejected';
      readonly optedOut?: OptedOut | null;
      readonly problems: readonly Problem[];
    };
