/** Appointments and repair orders as the rules about visits see them. */

import type { Day } from './day.ts';

export type MarkedState = 'kept' | 'missed' | 'cancelled';

export interface AppointmentFacts {
  readonly id: number;
  readonly store: string;
  readonly number: string;
  readonly on: Day;
  /** store-local, `HH:MM` */
  readonly time: string | null;
  /** null = the row names no VIN */
  readonly vehicleId: number | null;
  readonly customerId: number | null;
  /** its row names somebody, be it known or not */
  readonly namesSomebody: boolean;
  readonly repairOrderNumber: string | null;
  /** what somebody of the store said became of it; null = nobody, or a file moved it since */
  readonly mark: MarkedState | null;
  /** what the newest file says; null = no more than that it is booked */
  readonly fileState: MarkedState | 'arrived' | null;
  /** false = the newest schedule has others of its day, and not this one */
  readonly inLatest: boolean;
  /** the first day on which the workshop's data reached beyond its day; null = they do not */
  readonly newerDataOn: Day | null;
  /** the files of its store also hold orders that are not closed */
  readonly hasOpenOrders: boolean;
}

export interface OrderFacts {
  readonly id: number;
  readonly store: string;
  readonly number: string;
  /** of the appointment it came from, where the order says so */
  readonly appointmentNumber: string | null;
  /** null = the row names no VIN */
  readonly vehicleId: number | null;
  readonly customerId: number | null;
  /** the day it was opened, else closed */
  readonly on: Day;
  readonly closedOn: Day | null;
}

/** Appointments and orders among which it is decided what belongs together. */
export interface VisitsTogether {
  readonly appointments: readonly AppointmentFacts[];
  /** but for those only the store itself paid for */
  readonly orders: readonly OrderFacts[];
}

/** An order nobody closed for longer is no car in the workshop any more. */
export const OPEN_AT_MOST_DAYS = 30;

export type AppointmentStatus = 'booked' | 'arrived' | 'kept' | 'missed' | 'cancelled' | 'unknown';

export interface StatusSaid {
  readonly status: AppointmentStatus;
  readonly by: 'hand' | 'file' | 'visit' | null;
}
