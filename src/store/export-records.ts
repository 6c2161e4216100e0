/** The other records as they are exported: vehicles, salespeople, contacts, and visits to the workshop. */

import type { Day } from '../domain/day.ts';
import { inPages } from './engine/pages.ts';
import type { Store } from './engine/store.ts';
import type { SalespersonName } from './export-customers.ts';

export interface VehicleRecord {
  readonly id: number;
  readonly vin: string | null;
  readonly serial_number: string | null;
  readonly year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly trim: string | null;
  readonly plate: string | null;
}

export const exportVehicles = (db: Store): Generator<VehicleRecord> =>
  inPages<VehicleRecord>(
    db,
    'SELECT id, vin, serial_number, year, make, model, trim, plate FROM vehicle WHERE id > ? ORDER BY id LIMIT ?',
  );

export interface SalespersonRecord {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
}

export function* exportSalespeople(db: Store, day: Day): Generator<SalespersonRecord> {
  const rows = db.prepare<[], Omit<SalespersonRecord, 'active'> & { left_on: Day | null }>(
    'SELECT id, code, name, email, left_on FROM salesperson ORDER BY name, id',
  );
  for (const { left_on, ...person } of rows.all())
    yield { ...person, active: left_on === null || day < left_on };
}

export interface ContactRecord {
  readonly id: number;
  readonly customer_id: number;
  readonly on: Day;
  readonly at: string | null;
  readonly channel: string | null;
  readonly outcome: string;
  readonly note: string | null;
  readonly next_on: Day | null;
  readonly by: SalespersonName | null;
}

export function* exportContacts(db: Store): Generator<ContactRecord> {
  interface Row extends Omit<ContactRecord, 'by'> {
    readonly person_code: string | null;
    readonly person_name: string | null;
  }
  const sql = `SELECT k.id, k.customer_id, k.contact_on AS "on", k.at, k.channel, k.outcome, k.note, k.next_on,
    p.code AS person_code, coalesce(p.name, k.by) AS person_name
    FROM contact k LEFT JOIN salesperson p ON p.id = k.salesperson_id WHERE k.id > ? ORDER BY k.id LIMIT ?`;
  for (const { person_code, person_name, ...contact } of inPages<Row>(db, sql)) {
    yield { ...contact, by: person_name === null ? null : { code: person_code, name: person_name } };
  }
}

export interface RepairOrderExport {
  readonly id: number;
  readonly store: string;
  readonly number: string;
  readonly customer_id: number | null;
  readonly vin: string | null;
  readonly opened_on: Day | null;
  readonly closed_on: Day | null;
  readonly odometer: number | null;
  readonly advisor: string | null;
  readonly pay_types: readonly string[];
  readonly op_codes: readonly string[];
}

export function* exportRepairOrders(db: Store): Generator<RepairOrderExport> {
  type Row = Omit<RepairOrderExport, 'pay_types' | 'op_codes'> & { pay_types: string; op_codes: string };
  const sql = `SELECT o.id, o.store, o.number, o.customer_id, v.vin, o.opened_on, o.closed_on, o.odometer, o.advisor, o.pay_types,
    o.op_codes FROM repair_order o LEFT JOIN vehicle v ON v.id = o.vehicle_id WHERE o.id > ? ORDER BY o.id LIMIT ?`;
  for (const { pay_types, op_codes, ...order } of inPages<Row>(db, sql)) {
    yield {
      ...order,
      pay_types: JSON.parse(pay_types) as string[],
      op_codes: JSON.parse(op_codes) as string[],
    };
  }
}

export interface AppointmentExport {
  readonly id: number;
  readonly store: string;
  readonly number: string;
  readonly customer_id: number | null;
  readonly vin: string | null;
  readonly on: Day;
  readonly time: string | null;
  readonly waiting: boolean | null;
  readonly repair_order_number: string | null;
}

export function* exportAppointments(db: Store): Generator<AppointmentExport> {
  type Row = Omit<AppointmentExport, 'waiting'> & { waiting: number | null };
  const sql = `SELECT o.id, o.store, o.number, o.customer_id, v.vin, o.due_on AS "on", o.due_time AS time, o.waiting,
    o.repair_order_number FROM appointment o LEFT JOIN vehicle v ON v.id = o.vehicle_id WHERE o.id > ? ORDER BY o.id LIMIT ?`;
  for (const { waiting, ...rest } of inPages<Row>(db, sql)) {
    const { repair_order_number, ...appointment } = rest;
    yield { ...appointment, waiting: waiting === null ? null : waiting === 1, repair_order_number };
  }
}
