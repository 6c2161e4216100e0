/** One delivered deal for one vehicle. */

import type { Customer } from './customer.ts';
import type { Day } from './day.ts';

export const DEAL_TYPES = ['cash', 'finance', 'lease'] as const;
export type DealType = (typeof DEAL_TYPES)[number];
export const CONDITIONS = ['new', 'used', 'certified', 'demo'] as const;
export type Condition = (typeof CONDITIONS)[number];
export type SaleStatus = 'sold' | 'unwound';

export interface Vehicle {
  readonly vin: string | null;
  readonly year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly trim: string | null;
  readonly stock_number: string | null;
}

/** A salesperson's part in a sale; `share` is 0 to 1, null where the export gives none. */
export interface Credit {
  readonly code: string | null;
  readonly name: string;
  readonly share: number | null;
}

/** How a deal was paid: these belong together, in this order wherever they stand. */
export const PAYMENT_TERMS = [
  'term_months',
  'first_payment_on',
  'lease_end_on',
  'lease_end_estimated',
  'loan_end_on',
  'loan_end_estimated',
  'payment_cents',
  'amount_financed_cents',
  'apr',
  'lender',
] as const;

/** A sale as it is exported. */
export interface Sale {
  readonly id: number;
  readonly store: string;
  readonly deal_number: string | null;
  readonly status: SaleStatus;
  readonly sold_on: Day;
  readonly delivered_on: Day | null;
  readonly deal_type: DealType | null;
  readonly condition: Condition | null;
  readonly customer: Customer;
  readonly co_buyer: Customer | null;
  readonly vehicle: Vehicle;
  /** of what has no VIN: trailers, boats, old cars */
  readonly serial_number: string | null;
  /** as the store's units (miles or km) */
  readonly odometer: number | null;
  readonly salespeople: readonly Credit[];
  readonly term_months: number | null;
  readonly first_payment_on: Day | null;
  readonly lease_end_on: Day | null;
  readonly lease_end_estimated: boolean;
  readonly loan_end_on: Day | null;
  readonly loan_end_estimated: boolean;
  readonly payment_cents: number | null;
  readonly amount_financed_cents: number | null;
  readonly apr: number | null;
  readonly lender: string | null;
  readonly trade_vins: readonly string[];
}

/** `2024 Honda Civic`, or what is known of it. */
export function vehicleName(vehicle: Pick<Vehicle, 'year' | 'make' | 'model'>): string {
  return [vehicle.year, vehicle.make, vehicle.model].filter((part) => part !== null).join(' ');
}
