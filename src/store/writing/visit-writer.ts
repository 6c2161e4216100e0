/** Folding service rows into repair orders and appointments, and tying them to customers and vehicles. */

import { numberKey } from '../../domain/number-key.ts';
import type {
  AppointmentRecord,
  OptedOut,
  PartyRecord,
  RepairOrderRecord,
  VehicleRecord,
} from '../../domain/records.ts';
import { withoutZeros } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import { CustomerWriter } from './customer-writer.ts';
import { type Evidence, meet } from './evidence.ts';
import type { RowOutcome } from './sale-writer.ts';
import { VehicleWriter } from './vehicle-writer.ts';

interface VisitRow {
  id: number;
  customer_id: number | null;
  vehicle_id: number | null;
  /** 1 = its row names a customer, be it one nobody has */
  names_somebody: number;
  as_of: string;
  import_id: number;
  row_hash: number;
  row_count: number;
}
interface RepairOrderRow extends VisitRow {
  opened_on: string | null;
  closed_on: string | null;
  odometer: number | null;
  advisor: string | null;
  pay_types: string;
  op_codes: string;
}
interface AppointmentRow extends VisitRow {
  due_on: string;
  due_time: string | null;
  waiting: number | null;
  repair_order_number: string | null;
}

type Value = string | number | null;

/** The part repair orders and appointments share: one row per store and number, later states and further rows folded in. */
class VisitTable<R extends VisitRow> {
  readonly #find;
  readonly #insert;
  readonly #update;
  readonly #hasRow;
  readonly #addRow;
  readonly #clearRows;
  readonly #touch;

  constructor(db: Store, table: 'repair_order' | 'appointment', columns: readonly string[]) {
    const all = ['customer_id', 'vehicle_id', 'names_somebody', ...columns, 'as_of', 'import_id', 'row_hash'];
    this.#find = db.prepare<[string, string], R>(
      `SELECT * FROM ${table} WHERE store = ? AND ${withoutZeros('number')} = ?`,
    );
    this.#insert = db.prepare(
      `INSERT INTO ${table} (store, number, ${all.join(', ')}) VALUES (?, ?, ${all.map(() => '?').join(', ')})`,
    );
    this.#update = db.prepare(
      `UPDATE ${table} SET ${all.map((column) => `${column} = ?`).join(', ')}, row_count = ? WHERE id = ?`,
    );
    this.#hasRow = db.prepare(`SELECT 1 FROM ${table}_row WHERE ${table}_id = ? AND row_hash = ?`);
    this.#addRow = db.prepare(
      `INSERT INTO ${table}_row (${table}_id, row_hash) VALUES (?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#clearRows = db.prepare(`DELETE FROM ${table}_row WHERE ${table}_id = ?`);
    this.#touch = db.prepare(`UPDATE ${table} SET as_of = ?, import_id = ? WHERE id = ?`);
  }

  find(store: string, number: string): R | undefined {
    return this.#find.get(store, numberKey(number));
  }

  add(store: string, number: string, values: readonly Value[], evidence: Evidence, hash: number): void {
    this.#insert.run(store, number, ...values, evidence.deliveredAt, evidence.importId, hash);
  }

  /** True when this very row was read before; a newer delivery that still carries it is noted. */
  isKnown(row: R, hash: number, evidence: Evidence): boolean {
    const known =
      row.row_hash === hash || (row.row_count > 1 && this.#hasRow.get(row.id, hash) !== undefined);
    if (known && row.as_of < evidence.deliveredAt)
      this.#touch.run(evidence.deliveredAt, evidence.importId, row.id);
    return known;
  }

  change(row: R, values: readonly Value[], evidence: Evidence, hash: number, older: boolean): void {
    let rows = row.row_count;
    if (!older && row.import_id === evidence.importId) {
      this.#addRow.run(row.id, row.row_hash);
      this.#addRow.run(row.id, hash);
      rows += 1;
    } else if (!older) {
      this.#clearRows.run(row.id);
      rows = 1;
    }
    const [asOf, importId, rowHash] = older
      ? [row.as_of, row.import_id, row.row_hash]
      : [evidence.deliveredAt, evidence.importId, hash];
    this.#update.run(...values, asOf, importId, rowHash, rows, row.id);
  }
}

export class VisitWriter {
  readonly #customers: CustomerWriter;
  readonly #vehicles: VehicleWriter;
  readonly #repairOrders: VisitTable<RepairOrderRow>;
  readonly #appointments: VisitTable<AppointmentRow>;
  readonly #evidence: Evidence;

  constructor(db: Store, evidence: Evidence) {
    this.#customers = new CustomerWriter(db, evidence);
    this.#vehicles = new VehicleWriter(db);
    this.#evidence = evidence;
    this.#repairOrders = new VisitTable(db, 'repair_order', [
      'opened_on',
      'closed_on',
      'odometer',
      'advisor',
      'pay_types',
      'op_codes',
    ]);
    this.#appointments = new VisitTable(db, 'appointment', [
      'due_on',
      'due_time',
      'waiting',
      'repair_order_number',
    ]);
  }

  /** Keeps a wish not to be contacted from a row that is of no other use. */
  block(optedOut: OptedOut): void {
    this.#customers.block(optedOut);
  }

  /** As the customers' writer tells it. */
  takeDoubted(): readonly string[] {
    return this.#customers.takeDoubted();
  }

  /** Behind the last row of the file, once the indexes stand. */
  finish(): void {
    this.#customers.finish();
  }

  writeRepairOrder(record: RepairOrderRecord): RowOutcome {
    const stored = this.#repairOrders.find(record.store, record.number);
    if (stored && this.#repairOrders.isKnown(stored, record.hash, this.#evidence)) return 'same';
    const older = stored !== undefined && this.#evidence.deliveredAt < stored.as_of;
    const tied = this.#tie(record, record.closedOn ?? record.openedOn ?? '', stored, older);
    if (!stored) {
      const { openedOn, closedOn, odometer, advisor, payTypes, opCodes } = record;
      const values = [
        tied.customerId,
        tied.vehicleId,
        tied.namesSomebody,
        openedOn,
        closedOn,
        odometer,
        advisor,
        JSON.stringify(payTypes),
        JSON.stringify(opCodes),
      ];
      this.#repairOrders.add(record.store, record.number, values, this.#evidence, record.hash);
      return 'new';
    }
    const addsUp = older || stored.import_id === this.#evidence.importId;
    const values: Value[] = [
      tied.customerId,
      tied.vehicleId,
      tied.namesSomebody,
      meet(stored.opened_on, record.openedOn, older),
      meet(stored.closed_on, record.closedOn, older),
      meet(stored.odometer, record.odometer, older),
      meet(stored.advisor, record.advisor, older),
      listMeets(stored.pay_types, record.payTypes, addsUp),
      listMeets(stored.op_codes, record.opCodes, addsUp),
    ];
    const before: Value[] = [
      stored.customer_id,
      stored.vehicle_id,
      stored.names_somebody,
      stored.opened_on,
      stored.closed_on,
      stored.odometer,
      stored.advisor,
      stored.pay_types,
      stored.op_codes,
    ];
    this.#repairOrders.change(stored, values, this.#evidence, record.hash, older);
    return tied.changed || values.some((value, i) => value !== before[i]) ? 'changed' : 'same';
  }

  writeAppointment(record: AppointmentRecord): RowOutcome {
    const stored = this.#appointments.find(record.store, record.number);
    if (stored && this.#appointments.isKnown(stored, record.hash, this.#evidence)) return 'same';
    const older = stored !== undefined && this.#evidence.deliveredAt < stored.as_of;
    const tied = this.#tie(record, record.on, stored, older);
    const waiting = record.waiting === null ? null : Number(record.waiting);
    if (!stored) {
      const values = [
        tied.customerId,
        tied.vehicleId,
        tied.namesSomebody,
        record.on,
        record.time,
        waiting,
        record.repairOrderNumber,
      ];
      this.#appointments.add(record.store, record.number, values, this.#evidence, record.hash);
      return 'new';
    }
    const values: Value[] = [
      tied.customerId,
      tied.vehicleId,
      tied.namesSomebody,
      older ? stored.due_on : record.on,
      older ? stored.due_time : record.time,
      meet(stored.waiting, waiting, older),
      meet(stored.repair_order_number, record.repairOrderNumber, older),
    ];
    const before: Value[] = [
      stored.customer_id,
      stored.vehicle_id,
      stored.names_somebody,
      stored.due_on,
      stored.due_time,
      stored.waiting,
      stored.repair_order_number,
    ];
    this.#appointments.change(stored, values, this.#evidence, record.hash, older);
    return tied.changed || values.some((value, i) => value !== before[i]) ? 'changed' : 'same';
  }

  #tie(
    record: {
      readonly store: string;
      readonly customer: PartyRecord | null;
      readonly vehicle: VehicleRecord | null;
      readonly customerNumber: string | null;
    },
    day: string,
    stored: VisitRow | undefined,
    older: boolean,
  ): { customerId: number | null; vehicleId: number | null; namesSomebody: number; changed: boolean } {
    const asOf = older ? '' : `${this.#evidence.deliveredAt} ${day}`;
    const customer =
      record.customer === null
        ? this.#byNumber(record.customerNumber, record.store)
        : this.#customers.write(
            record.customer,
            record.store,
            asOf,
            stored?.customer_id ?? null,
            record.vehicle?.vin ?? null,
          );
    const vehicle = this.#vehicleOf(record.vehicle, asOf, stored?.vehicle_id ?? null);
    return {
      customerId: meet(stored?.customer_id ?? null, customer?.id ?? null, older),
      vehicleId: meet(stored?.vehicle_id ?? null, vehicle?.id ?? null, older),
      namesSomebody:
        record.customer !== null || record.customerNumber !== null || stored?.names_somebody === 1 ? 1 : 0,
      changed: (customer?.changed ?? false) || (vehicle?.changed ?? false),
    };
  }

  /** Whoever has the number a row gives without a name. */
  #byNumber(number: string | null, store: string): { id: number; changed: boolean } | null {
    const id = number === null ? null : this.#customers.idByNumber(number, store);
    return id === null ? null : { id, changed: false };
  }

  #vehicleOf(
    vehicle: VehicleRecord | null,
    asOf: string,
    known: number | null,
  ): { id: number; changed: boolean } | null {
    if (vehicle === null) return null;
    if (vehicle.vin === null && vehicle.plate !== null && known === null) {
      const byPlate = this.#vehicles.idByPlate(vehicle.plate);
      return this.#vehicles.write(vehicle, asOf, byPlate);
    }
    return this.#vehicles.write(vehicle, asOf, known);
  }
}

/** Several rows of one visit add up; a later state of the visit replaces the list. */
function listMeets(stored: string, incoming: readonly string[], addsUp: boolean): string {
  if (incoming.length === 0) return stored;
  if (!addsUp) return JSON.stringify(incoming);
  const known = JSON.parse(stored) as string[];
  return JSON.stringify([...known, ...incoming.filter((value) => !known.includes(value))]);
}
