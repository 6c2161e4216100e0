/** Folding service rows into repair orders and appointments, and tying them to customers and vehicles. */

import type {
  AppointmentRecord,
  CancelledAppointment,
  OptedOut,
  OwnOrder,
  RepairOrderRecord,
} from '../../domain/records.ts';
import type { Store } from '../engine/store.ts';
import { AppointmentWriter } from './appointment-writer.ts';
import { CustomerWriter } from './customer-writer.ts';
import { type Evidence, meet } from './evidence.ts';
import {
  isSomebody,
  namesSomebody,
  type SaidOfVisit,
  saidAsText,
  saidFrom,
  saidOf,
} from './said-of-visit.ts';
import type { RowOutcome } from './sale-writer.ts';
import { type ScheduleEvidence, ServiceDays } from './schedule-log.ts';
import { VehicleWriter } from './vehicle-writer.ts';
import { listMeets, type Value, type VisitRow, VisitRows } from './visit-rows.ts';
import { VisitTies } from './visit-ties.ts';

interface RepairOrderRow extends VisitRow {
  opened_on: string | null;
  closed_on: string | null;
  odometer: number | null;
  advisor: string | null;
  promised_on: string | null;
  appointment_number: string | null;
  pay_types: string;
  op_codes: string;
}

export class VisitWriter {
  readonly #customers: CustomerWriter;
  readonly #ties: VisitTies;
  readonly #orders: VisitRows<RepairOrderRow>;
  readonly #appointments: AppointmentWriter;
  readonly #serviceDays: ServiceDays;
  readonly #evidence: Evidence;

  constructor(db: Store, given: Evidence & ScheduleEvidence) {
    const evidence = { ...given, keepsNames: true };
    this.#customers = new CustomerWriter(db, evidence);
    this.#ties = new VisitTies(db, this.#customers, new VehicleWriter(db));
    this.#evidence = evidence;
    this.#appointments = new AppointmentWriter(db, evidence, this.#ties);
    this.#serviceDays = new ServiceDays(db, evidence.deliveredOn);
    this.#orders = new VisitRows(db, 'repair_order', [
      'opened_on',
      'closed_on',
      'odometer',
      'advisor',
      'promised_on',
      'appointment_number',
      'pay_types',
      'op_codes',
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
    this.#appointments.finish();
    this.#serviceDays.finish();
    this.#ties.finish();
    this.#customers.finish();
  }

  writeAppointment(record: AppointmentRecord): RowOutcome {
    return this.#appointments.write(record);
  }

  cancelAppointment(cancelled: CancelledAppointment): RowOutcome {
    return this.#appointments.cancel(cancelled);
  }

  /** Work on the store's own stock is no visit, and shows all the same up to when the data reach. */
  noteOwnOrder(order: OwnOrder): void {
    this.#serviceDays.order(order);
  }

  writeRepairOrder(record: RepairOrderRecord): RowOutcome {
    this.#serviceDays.order(record);
    const stored = this.#orders.find(record.store, record.number);
    // whom a row of before named was not kept: it is read once more
    const isWhole = stored !== undefined && stored.said !== null;
    if (isWhole && this.#orders.isKnown(stored, record.hash, this.#evidence)) return 'same';
    const older = stored !== undefined && this.#evidence.deliveredAt < stored.as_of;
    const heard = saidOf(record);
    const said = stored?.said == null ? heard : saidMeets(saidFrom(stored.said), heard, older);
    const addsUp = older || stored?.import_id === this.#evidence.importId;
    const own: Value[] = [
      meet(stored?.opened_on ?? null, record.openedOn, older),
      meet(stored?.closed_on ?? null, record.closedOn, older),
      meet(stored?.odometer ?? null, record.odometer, older),
      meet(stored?.advisor ?? null, record.advisor, older),
      meet(stored?.promised_on ?? null, record.promisedOn, older),
      meet(stored?.appointment_number ?? null, record.appointmentNumber, older),
      listMeets(stored?.pay_types ?? '[]', record.payTypes, addsUp),
      listMeets(stored?.op_codes ?? '[]', record.opCodes, addsUp),
    ];
    const [openedOn, closedOn] = own as (string | null)[];
    const day = record.closedOn ?? record.openedOn ?? '';
    const visit = stored === undefined ? null : ({ kind: 'repair_order', id: stored.id } as const);
    const tied = this.#ties.tie(
      said,
      {
        store: record.store,
        day: openedOn ?? closedOn ?? '',
        asOf: older ? '' : `${this.#evidence.deliveredAt} ${day}`,
      },
      visit,
      {
        customerId: stored?.customer_id ?? null,
        vehicleId: stored?.vehicle_id ?? null,
        byMatch: stored?.names_by_match === 1,
      },
    );
    const names = namesSomebody(said) || stored?.names_somebody === 1 ? 1 : 0;
    const whose = [tied.customerId, tied.vehicleId, names];
    const values: Value[] = [...whose, tied.matchedBy, Number(tied.byMatch), saidAsText(said), ...own];
    if (stored === undefined) {
      const id = this.#orders.add(record.store, record.number, values, this.#evidence, record.hash);
      this.#ties.keepKeys({ kind: 'repair_order', id }, said, record.store, tied, true);
      return 'new';
    }
    const before: Value[] = [
      stored.customer_id,
      stored.vehicle_id,
      stored.names_somebody,
      stored.opened_on,
      stored.closed_on,
      stored.odometer,
      stored.advisor,
      stored.promised_on,
      stored.appointment_number,
      stored.pay_types,
      stored.op_codes,
    ];
    this.#orders.change(stored, values, this.#evidence, [record.hash], older);
    this.#ties.keepKeys({ kind: 'repair_order', id: stored.id }, said, record.store, tied, false);
    return tied.changed || [...whose, ...own].some((value, i) => value !== before[i]) ? 'changed' : 'same';
  }
}

/** An empty cell erases nothing; an older file only fills gaps. */
function saidMeets(stored: SaidOfVisit, heard: SaidOfVisit, older: boolean): SaidOfVisit {
  const takesWho = isSomebody(heard) && (!older || !isSomebody(stored));
  const takesCar = heard.vehicle !== null && (!older || stored.vehicle === null);
  return { ...(takesWho ? heard : stored), vehicle: takesCar ? heard.vehicle : stored.vehicle };
}
