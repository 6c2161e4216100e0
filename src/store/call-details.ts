/** What a call list shows of a customer and a sale, beyond what decides that they are on it. */

import type { Phone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { Vehicle } from '../domain/sale.ts';
import { phonesOf } from './export-records.ts';
import type { Store } from './open-store.ts';

export interface CustomerDetails {
  readonly id: number;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
  readonly phones: readonly Phone[];
  readonly email: string | null;
}

export interface SaleDetails {
  readonly id: number;
  readonly vehicle: Vehicle;
  readonly sold_on: Day;
  readonly anchor_on: Day;
  readonly lease_end_on: Day | null;
  readonly loan_end_on: Day | null;
  /** the newest closed repair order of this VIN on or before the day asked for */
  readonly serviced_on: Day | null;
}

export class CallDetails {
  readonly #customer;
  readonly #sale;

  constructor(db: Store) {
    this.#customer = db.prepare<[number], CustomerRow>(
      `SELECT id, first_name, last_name, business_name, home_phone, cell_phone, work_phone, other_phone, work_extension, email
       FROM customer WHERE id = ?`,
    );
    this.#sale = db.prepare<[Day, number], SaleRow>(
      `SELECT s.id, s.sold_on, s.anchor_on, s.lease_end_on, s.loan_end_on, s.stock_number, v.vin, v.year, v.make, v.model, v.trim,
       (SELECT max(o.closed_on) FROM repair_order o WHERE o.vehicle_id = v.id AND v.vin IS NOT NULL AND o.closed_on <= ?) AS serviced_on
       FROM sale s JOIN vehicle v ON v.id = s.vehicle_id WHERE s.id = ?`,
    );
  }

  customer(id: number): CustomerDetails {
    const row = this.#customer.get(id);
    if (!row) throw new Error(`customer ${id} is missing`);
    const { first_name, last_name, business_name, email } = row;
    return { id, first_name, last_name, business_name, phones: phonesOf(row), email };
  }

  sale(id: number, on: Day): SaleDetails {
    const row = this.#sale.get(on, id);
    if (!row) throw new Error(`sale ${id} is missing`);
    const {
      vin,
      year,
      make,
      model,
      trim,
      stock_number,
      sold_on,
      anchor_on,
      lease_end_on,
      loan_end_on,
      serviced_on,
    } = row;
    const vehicle = { vin, year, make, model, trim, stock_number };
    return { id, vehicle, sold_on, anchor_on, lease_end_on, loan_end_on, serviced_on };
  }
}

interface CustomerRow extends Omit<CustomerDetails, 'phones'> {
  readonly home_phone: string | null;
  readonly cell_phone: string | null;
  readonly work_phone: string | null;
  readonly other_phone: string | null;
  readonly work_extension: string | null;
}
interface SaleRow extends Omit<SaleDetails, 'vehicle'>, Vehicle {}
