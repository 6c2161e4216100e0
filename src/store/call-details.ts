/** What a call list shows of a customer and a sale, beyond what decides that they are on it. */

import type { Phone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { Vehicle } from '../domain/sale.ts';
import { badContactsReader, withoutBad } from './bad-contacts.ts';
import { grouped, isEmpty, known } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { phonesOf } from './phones-of.ts';

export interface CustomerDetails {
  readonly id: number;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
  readonly phones: readonly Phone[];
  /** null also for somebody who asked not to be written to */
  readonly email: string | null;
  readonly region: string | null;
  readonly postal_code: string | null;
  /** ISO 3166 */
  readonly country: string | null;
}

export interface SaleDetails {
  readonly id: number;
  readonly deal_number: string | null;
  readonly vehicle: Vehicle;
  readonly sold_on: Day;
  readonly anchor_on: Day;
  readonly lease_end_on: Day | null;
  readonly lease_end_estimated: boolean;
  readonly loan_end_on: Day | null;
  readonly loan_end_estimated: boolean;
  /** the newest closed repair order of this VIN on or before the day asked for */
  readonly serviced_on: Day | null;
}

/** How many personal facts are shown with a call. */
export const FACTS_SHOWN = 2;

/** Customers or sales asked for in one statement. */
const AT_ONCE = 500;

export class CallDetails {
  readonly #db: Store;
  readonly #customers;
  readonly #sales;
  readonly #badContacts;

  constructor(db: Store) {
    this.#db = db;
    this.#badContacts = badContactsReader(db);
    this.#customers = db.prepare<[string], CustomerRow>(
      `SELECT c.id, c.first_name, c.last_name, c.business_name, c.home_phone, c.cell_phone, c.work_phone, c.other_phone,
       c.extensions, CASE WHEN c.do_not_email = 0 THEN c.email END AS email, c.region, c.postal_code, c.country FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`,
    );
    this.#sales = db.prepare<[Day, string], SaleRow>(
      `SELECT s.id, s.deal_number, s.sold_on, s.anchor_on, s.lease_end_on, s.lease_end_estimated, s.loan_end_on, s.loan_end_estimated, s.stock_number, v.vin, v.year, v.make, v.model, v.trim,
       (SELECT max(o.closed_on) FROM repair_order o WHERE o.vehicle_id = v.id AND v.vin IS NOT NULL AND o.closed_on <= ?) AS serviced_on
       FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.id = j.value CROSS JOIN vehicle v ON v.id = s.vehicle_id`,
    );
  }

  customer(id: number): CustomerDetails {
    return known(this.customers([id]), id, 'customer');
  }

  sale(id: number, on: Day): SaleDetails {
    return known(this.sales([id], on), id, 'sale');
  }

  /** By id, those that exist. */
  customers(ids: readonly number[]): Map<number, CustomerDetails> {
    const found = new Map<number, CustomerDetails>();
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const asked = ids.slice(at, at + AT_ONCE);
      const bad = this.#badContacts(asked);
      for (const row of this.#customers.all(JSON.stringify(asked))) {
        const { id, first_name, last_name, business_name, email, region, postal_code, country } = row;
        const phones = phonesOf(row);
        const name = { first_name, last_name, business_name };
        found.set(id, withoutBad({ id, ...name, phones, email, region, postal_code, country }, bad));
      }
    }
    return found;
  }

  /** What `factsAtHand` gives, in words alone. */
  facts(ids: readonly number[]): Map<number, string[]> {
    return new Map([...factsAtHand(this.#db, ids)].map(([id, facts]) => [id, facts.map(({ text }) => text)]));
  }

  /** By id, those that exist. */
  sales(ids: readonly number[], on: Day): Map<number, SaleDetails> {
    const found = new Map<number, SaleDetails>();
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      for (const row of this.#sales.all(on, JSON.stringify(ids.slice(at, at + AT_ONCE)))) {
        const { id, vin, year, make, model, trim, stock_number } = row;
        const { deal_number, sold_on, anchor_on, lease_end_on, loan_end_on, serviced_on } = row;
        const vehicle = { vin, year, make, model, trim, stock_number };
        found.set(id, {
          id,
          deal_number,
          vehicle,
          sold_on,
          anchor_on,
          lease_end_on,
          lease_end_estimated: row.lease_end_estimated === 1,
          loan_end_on,
          loan_end_estimated: row.loan_end_estimated === 1,
          serviced_on,
        });
      }
    }
    return found;
  }
}

/** What is worth remembering, by customer: the two that were at hand in a talk the longest ago. */
export function factsAtHand(
  db: Store,
  ids: readonly number[],
): Map<number, { readonly id: number; readonly text: string }[]> {
  if (isEmpty(db, 'personal_fact')) return new Map();
  const rows = db
    .prepare<[string, number], readonly [customerId: number, id: number, text: string]>(
      `SELECT customer_id, id, text FROM (SELECT f.customer_id, f.id, f.text,
         row_number() OVER (PARTITION BY f.customer_id ORDER BY coalesce(f.used_on, ''), f.id) AS place
       FROM ${eachOf('?', 'j')} CROSS JOIN personal_fact f ON f.customer_id = j.value) WHERE place <= ? ORDER BY customer_id, place`,
    )
    .raw();
  return grouped(rows.all(JSON.stringify(ids), FACTS_SHOWN), ([, id, text]) => ({ id, text }));
}

interface CustomerRow extends Omit<CustomerDetails, 'phones'> {
  readonly home_phone: string | null;
  readonly cell_phone: string | null;
  readonly work_phone: string | null;
  readonly other_phone: string | null;
  readonly extensions: string | null;
}
interface SaleRow
  extends Omit<SaleDetails, 'vehicle' | 'lease_end_estimated' | 'loan_end_estimated'>,
    Vehicle {
  readonly lease_end_estimated: number;
  readonly loan_end_estimated: number;
}
