/** The other records as they are exported: vehicles, salespeople, contacts, wishes, notes, and visits to the workshop. */

import type { Day } from '../domain/day.ts';
import type { SalespersonName } from '../domain/salesperson.ts';
import { inPages } from './engine/pages.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

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

/** Every sale of these vehicles that was not undone. */
export const salesOfVehicles = (
  db: Store,
  ids: readonly number[],
): { readonly vehicleId: number; readonly saleId: number; readonly customerId: number }[] =>
  db
    .prepare<[string], { vehicleId: number; saleId: number; customerId: number }>(
      `SELECT s.vehicle_id AS vehicleId, s.id AS saleId, s.customer_id AS customerId
       FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.vehicle_id = j.value WHERE s.status = 'sold'`,
    )
    .all(JSON.stringify(ids));

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
  /** the salesperson an assistant made it for */
  readonly for: SalespersonName | null;
  /** they were asked about their next car */
  readonly pitched: boolean;
  /** the service advisor who handed them over */
  readonly from_advisor: string | null;
}

export function* exportContacts(db: Store): Generator<ContactRecord> {
  type Row = Omit<ContactRecord, 'by' | 'for' | 'pitched'> & { pitched: number } & Doer;
  const sql = `SELECT k.id, k.customer_id, k.contact_on AS "on", k.at, k.channel, k.outcome, k.note, k.next_on, k.pitched, k.from_advisor,
    ${doerWhere('k.assisted', 'k.by')}
    FROM contact k LEFT JOIN salesperson p ON p.id = k.salesperson_id WHERE k.id > ? ORDER BY k.id LIMIT ?`;
  for (const { person_code, person_name, assistant, pitched, from_advisor, ...contact } of inPages<Row>(
    db,
    sql,
  ))
    yield {
      ...contact,
      ...doneBy({ person_code, person_name, assistant }),
      pitched: pitched === 1,
      from_advisor,
    };
}

/**
 * Columns by which a row says who did it: the salesperson, and the assistant who did it for them.
 * @param isAssisted whether one did @param by the name written down then
 */
const doerWhere = (isAssisted: string, by: string): string =>
  `p.code AS person_code, coalesce(p.name, ${by}) AS person_name, CASE WHEN ${isAssisted} THEN ${by} END AS assistant`;

/** The same of an entry as `DOER_OF` joins it. */
const DOER = doerWhere('j.for_whom IS NOT NULL', 'j."by"');

/** @param entry the column with its id */
const DOER_OF = (entry: string): string =>
  `LEFT JOIN entry e ON e.id = ${entry} LEFT JOIN journal j ON j.id = e.id LEFT JOIN salesperson p ON p.id = e.salesperson_id`;

interface Doer {
  readonly person_code: string | null;
  readonly person_name: string | null;
  readonly assistant: string | null;
}

interface DoneBy {
  readonly by: SalespersonName | null;
  /** the salesperson an assistant did it for */
  readonly for: SalespersonName | null;
}

function doneBy({ person_code, person_name, assistant }: Doer): DoneBy {
  const person = person_name === null ? null : { code: person_code, name: person_name };
  return assistant === null
    ? { by: person, for: null }
    : { by: { code: null, name: assistant }, for: person };
}

export interface BlockExport {
  readonly id: number;
  readonly customer_id: number;
  readonly channel: 'call' | 'text' | 'email' | 'mail';
  /** null = every number or address of theirs */
  readonly e164: null;
  readonly since: Day;
  /** `reply` = answered to a call list by mail */
  readonly source: 'file' | 'hand' | 'reply';
  /** null for a file: nobody of the store said so */
  readonly by: SalespersonName | null;
  readonly for: SalespersonName | null;
}

/** The wishes themselves; whom else one of them reaches follows from it. */
export function* exportBlocks(db: Store): Generator<BlockExport> {
  type Row = Omit<BlockExport, 'by' | 'for' | 'e164'> & Doer;
  const sql = `SELECT b.id, b.customer_id, b.channel, b.since_on AS since,
    CASE WHEN b.origin = 'import' THEN 'file' WHEN e.source LIKE 'reply %' THEN 'reply' ELSE 'hand' END AS source,
    p.code AS person_code, CASE WHEN b.origin = 'hand' THEN coalesce(p.name, j."by", b.by) END AS person_name,
    CASE WHEN j.for_whom IS NOT NULL THEN j."by" END AS assistant
    FROM block b ${DOER_OF('b.entry_id')}
    WHERE b.id > ? ORDER BY b.id LIMIT ?`;
  for (const { id, customer_id, channel, since, source, ...doer } of inPages<Row>(db, sql))
    yield { id, customer_id, channel, e164: null, since, source, ...doneBy(doer) };
}

export interface NoteExport {
  readonly id: number;
  readonly customer_id: number;
  readonly on: Day;
  readonly text: string;
  readonly by: SalespersonName | null;
  readonly for: SalespersonName | null;
}

/** What is worth remembering about customers; what was written of a call stands with the contact. */
export function* exportNotes(db: Store): Generator<NoteExport> {
  type Row = Omit<NoteExport, 'by' | 'for'> & Doer;
  const sql = `SELECT f.id, f.customer_id, f.told_on AS "on", f.text, ${DOER}
    FROM personal_fact f ${DOER_OF('f.id')}
    WHERE f.id > ? ORDER BY f.id LIMIT ?`;
  for (const { person_code, person_name, assistant, ...note } of inPages<Row>(db, sql))
    yield { ...note, ...doneBy({ person_code, person_name, assistant }) };
}

export interface TurnOffExport {
  readonly id: number;
  readonly customer_id: number;
  /** null = all of them */
  readonly touch: string | null;
  /** null = whatever they bought */
  readonly sale_id: number | null;
  readonly on: Day;
  readonly by: SalespersonName | null;
  readonly for: SalespersonName | null;
}

export function* exportTurnOffs(db: Store): Generator<TurnOffExport> {
  type Row = Omit<TurnOffExport, 'by' | 'for'> & Doer;
  const sql = `SELECT o.id, o.customer_id, o.touch, o.sale_id, o.off_on AS "on", ${DOER}
    FROM turn_off o ${DOER_OF('o.id')}
    WHERE o.id > ? ORDER BY o.id LIMIT ?`;
  for (const { person_code, person_name, assistant, ...off } of inPages<Row>(db, sql))
    yield { ...off, ...doneBy({ person_code, person_name, assistant }) };
}

/** Whom the row of a visit names: a customer on file, somebody nobody knows, or nobody. */
export type VisitNames = 'customer' | 'other' | 'nobody';

const NAMES = `CASE WHEN o.customer_id IS NOT NULL THEN 'customer' WHEN o.names_somebody THEN 'other' ELSE 'nobody' END AS names`;

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
  readonly names: VisitNames;
  readonly promised_on: Day | null;
  /** the strongest evidence that tied it to a customer, else to a car */
  readonly matched_by: string | null;
}

export function* exportRepairOrders(db: Store): Generator<RepairOrderExport> {
  type Row = Omit<RepairOrderExport, 'pay_types' | 'op_codes'> & { pay_types: string; op_codes: string };
  const sql = `SELECT o.id, o.store, o.number, o.customer_id, v.vin, o.opened_on, o.closed_on, o.odometer, o.advisor, o.pay_types,
    o.op_codes, ${NAMES}, o.promised_on, o.matched_by FROM repair_order o LEFT JOIN vehicle v ON v.id = o.vehicle_id WHERE o.id > ? ORDER BY o.id LIMIT ?`;
  for (const { pay_types, op_codes, names, promised_on, matched_by, ...order } of inPages<Row>(db, sql)) {
    yield {
      ...order,
      pay_types: JSON.parse(pay_types) as string[],
      op_codes: JSON.parse(op_codes) as string[],
      names,
      promised_on,
      matched_by,
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
  readonly names: VisitNames;
  readonly advisor: string | null;
  readonly services: readonly string[];
  /** how the customer goes on while the car is here */
  readonly transport: string | null;
  /** as the file has it */
  readonly transport_raw: string | null;
  /** the strongest evidence that tied it to a customer, else to a car */
  readonly matched_by: string | null;
}

const APPOINTMENTS = `SELECT o.id, o.store, o.number, o.customer_id, v.vin, o.due_on AS "on", o.due_time AS time, o.waiting,
  o.repair_order_number, ${NAMES}, o.advisor, o.services, o.transport, o.transport_raw, o.matched_by
  FROM appointment o LEFT JOIN vehicle v ON v.id = o.vehicle_id`;

type AppointmentRow = Omit<AppointmentExport, 'waiting' | 'services'> & {
  readonly waiting: number | null;
  readonly services: string;
};

export function* exportAppointments(db: Store): Generator<AppointmentExport> {
  for (const row of inPages<AppointmentRow>(db, `${APPOINTMENTS} WHERE o.id > ? ORDER BY o.id LIMIT ?`))
    yield appointmentOf(row);
}

export function exportedAppointment(db: Store, id: number): AppointmentExport | null {
  const row = db.prepare<[number], AppointmentRow>(`${APPOINTMENTS} WHERE o.id = ?`).get(id);
  return row === undefined ? null : appointmentOf(row);
}

const appointmentOf = ({ waiting, services, ...row }: AppointmentRow): AppointmentExport => {
  const { repair_order_number, names, advisor, transport, transport_raw, matched_by, ...rest } = row;
  return {
    ...rest,
    waiting: waiting === null ? null : waiting === 1,
    repair_order_number,
    names,
    advisor,
    services: JSON.parse(services) as string[],
    transport,
    transport_raw,
    matched_by,
  };
};
