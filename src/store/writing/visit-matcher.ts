/** Whose a visit was and with which car, by all that is on file: one kind of evidence after the other, the strongest first. */

import type { PartyRecord } from '../../domain/records.ts';
import { isSameName } from '../../values/name-key.ts';
import { endOf } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import { IS_LATER } from '../later-sale.ts';
import { type CustomerRow, nameOf } from './customer-row.ts';
import type { CustomerWriter } from './customer-writer.ts';
import { NOBODY, type SaidOfVisit, vinTailOf } from './said-of-visit.ts';

export type MatchedBy = 'vin' | 'number' | 'phone' | 'email' | 'plate' | 'vin-tail';

export interface Match {
  readonly customerId: number | null;
  /** of a car of ours that the row names without its VIN; null = none, or the VIN says it */
  readonly vehicleId: number | null;
  readonly by: MatchedBy | null;
}

export type VisitKind = 'repair_order' | 'appointment';

/** A visit that is on file already: what is known only from it proves nothing of it. */
export interface KnownVisit {
  readonly kind: VisitKind;
  readonly id: number;
}

interface SaleOfCar {
  readonly vehicle_id: number;
  readonly customer_id: number;
  readonly co_buyer_id: number | null;
}

const PHONES = ['cell_phone', 'home_phone', 'work_phone', 'other_phone'] as const;
const PHONE_END = 7;
const VIN_END = 6;

/** The sale of alias `s` is in force on the day: nobody bought or traded in its car since, and no lease of it ended long ago. */
const IN_FORCE = `s.status = 'sold' AND s.sold_on <= :day
  AND NOT EXISTS (SELECT 1 FROM sale o WHERE o.vehicle_id = s.vehicle_id AND v.vin IS NOT NULL AND o.status = 'sold'
    AND o.sold_on <= :day AND ${IS_LATER('o')})
  AND NOT EXISTS (SELECT 1 FROM sale_trade x CROSS JOIN sale t ON t.id = x.sale_id
    WHERE x.vin = v.vin AND t.status = 'sold' AND t.sold_on <= :day AND ${IS_LATER('t')})
  AND NOT (s.deal_type = 'lease' AND s.lease_end_on IS NOT NULL AND :day > date(s.lease_end_on, '+60 days')
    AND NOT EXISTS (SELECT 1 FROM repair_order r WHERE r.vehicle_id = s.vehicle_id AND r.customer_id = s.customer_id
      AND r.pay_types <> '["internal"]' AND r.closed_on > s.lease_end_on AND r.closed_on <= :day))`;

export class VisitMatcher {
  readonly #customers: CustomerWriter;
  readonly #salesOfVehicle;
  readonly #salesByPlate;
  readonly #salesByTail;
  readonly #wasSold;
  readonly #byPhone;
  readonly #byEmail;
  readonly #byId;
  readonly #isKnown;
  readonly #isOfVisits;
  readonly #elsewhere;

  constructor(db: Store, customers: CustomerWriter) {
    this.#customers = customers;
    const sales = (where: string) =>
      db.prepare<{ day: string; value: string }, SaleOfCar>(
        `SELECT s.vehicle_id, s.customer_id, s.co_buyer_id FROM vehicle v CROSS JOIN sale s ON s.vehicle_id = v.id
         WHERE ${where} AND ${IN_FORCE}`,
      );
    this.#salesOfVehicle = sales('v.vin = :value');
    this.#salesByPlate = sales('v.plate = :value');
    this.#salesByTail = sales(
      `${endOf('v.vin', VIN_END)} = substr(:value, -${VIN_END}) AND v.vin LIKE '%' || :value AND v.vin IS NOT NULL`,
    );
    this.#wasSold = db.prepare(
      `SELECT 1 FROM vehicle v CROSS JOIN sale s ON s.vehicle_id = v.id WHERE v.vin = ? AND s.status = 'sold' LIMIT 1`,
    );
    this.#byPhone = PHONES.map((column) =>
      db.prepare<{ phone: string }, CustomerRow>(
        `SELECT * FROM customer WHERE ${endOf(column, PHONE_END)} = substr(:phone, -${PHONE_END}) AND ${column} = :phone AND ${column} IS NOT NULL`,
      ),
    );
    this.#byEmail = db.prepare<[string], CustomerRow>(
      'SELECT * FROM customer WHERE email = ? AND email IS NOT NULL',
    );
    this.#byId = db.prepare<[number], CustomerRow>('SELECT * FROM customer WHERE id = ?');
    this.#isKnown = db
      .prepare<{ id: number }, number>(
        `SELECT EXISTS (SELECT 1 FROM sale WHERE customer_id = :id) OR EXISTS (SELECT 1 FROM sale WHERE co_buyer_id = :id)
       OR EXISTS (SELECT 1 FROM entry WHERE customer_id = :id AND undone_at IS NULL)`,
      )
      .pluck();
    this.#isOfVisits = db.prepare('SELECT 1 FROM visit_customer WHERE customer_id = ?');
    this.#elsewhere = db
      .prepare<{ id: number; order: number; appointment: number }, number>(
        `SELECT EXISTS (SELECT 1 FROM repair_order WHERE customer_id = :id AND id <> :order)
       OR EXISTS (SELECT 1 FROM appointment WHERE customer_id = :id AND id <> :appointment)`,
      )
      .pluck();
  }

  /** @param day of the visit @param visit null = it is not on file yet */
  match(said: SaidOfVisit, store: string, day: string, visit: KnownVisit | null): Match {
    const { party, vehicle } = said;
    const vin = vehicle?.vin ?? null;
    const tail = vinTailOf(vehicle);
    const plate = vin === null ? (vehicle?.plate ?? null) : null;
    const ofVin = vin === null ? [] : this.#salesOfVehicle.all({ day, value: vin });
    const isOurs = ofVin.length > 0 || (vin !== null && this.#wasSold.get(vin) !== undefined);
    const byVin = this.#signer(ofVin, party);
    if (byVin !== null) return { customerId: byVin, vehicleId: null, by: 'vin' };
    const byPlate = plate === null ? null : oneCar(this.#salesByPlate.all({ day, value: plate }));
    const byTail = tail === null ? null : oneCar(this.#salesByTail.all({ day, value: tail }));
    const car = byPlate ?? byTail;
    const vehicleId = car?.vehicleId ?? null;
    const carBy: MatchedBy | null = isOurs
      ? 'vin'
      : byPlate !== null
        ? 'plate'
        : byTail !== null
          ? 'vin-tail'
          : null;
    const found =
      this.#byNumber(said, store, visit) ??
      this.#byReach(
        said.phones.flatMap((phone) => this.#withPhone(phone)),
        party,
        visit,
        'phone',
      ) ??
      this.#byReach(said.email === null ? [] : this.#byEmail.all(said.email), party, visit, 'email');
    if (found !== null) return { ...found, vehicleId };
    for (const [by, one] of [
      ['plate', byPlate],
      ['vin-tail', byTail],
    ] as const) {
      const signer = one === null || one.vehicleId !== vehicleId ? null : this.#signer(one.sales, party);
      if (signer !== null) return { customerId: signer, vehicleId, by };
    }
    return { customerId: null, vehicleId, by: carBy };
  }

  #withPhone(phone: string): CustomerRow[] {
    return this.#byPhone.flatMap((statement) => statement.all({ phone }));
  }

  /** The buyer or co-buyer of that name. */
  #signer(sales: readonly SaleOfCar[], party: PartyRecord | null): number | null {
    if (party === null || sales.length === 0) return null;
    const ids = new Set(
      sales.flatMap(({ customer_id, co_buyer_id }) => [customer_id, co_buyer_id ?? customer_id]),
    );
    const named = [...ids]
      .flatMap((id) => this.#byId.get(id) ?? [])
      .filter((row) => isSameName(nameOf(row), party));
    return named.length === 1 ? (named[0]?.id ?? null) : null;
  }

  #byNumber({ party, number, vehicle }: SaidOfVisit, store: string, visit: KnownVisit | null) {
    if (number === null) return null;
    const said = { ...(party ?? NOBODY), dmsNumber: number };
    const holder = this.#customers.holderOf(said, store, vehicle?.vin ?? null);
    return holder !== null && this.#counts(holder, visit, true)
      ? { customerId: holder, by: 'number' as const }
      : null;
  }

  /** The only one of them who counts, and is called so if the row has a name. */
  #byReach(rows: readonly CustomerRow[], party: PartyRecord | null, visit: KnownVisit | null, by: MatchedBy) {
    const fitting = new Set(
      rows.flatMap((row) =>
        (party === null || isSameName(nameOf(row), party)) &&
        this.#counts(row.id, visit, row.dms_number !== null)
          ? row.id
          : [],
      ),
    );
    const [one] = fitting;
    return fitting.size === 1 && one !== undefined ? { customerId: one, by } : null;
  }

  /** Whether somebody is known by a purchase, by hand, or by a number that they have not from this very visit. */
  #counts(id: number, visit: KnownVisit | null, hasNumber: boolean): boolean {
    if (this.#isKnown.get({ id }) === 1) return true;
    if (!hasNumber) return false;
    if (visit === null || this.#isOfVisits.get(id) === undefined) return true;
    const ids = { order: -1, appointment: -1 };
    if (visit.kind === 'repair_order') ids.order = visit.id;
    else ids.appointment = visit.id;
    return this.#elsewhere.get({ id, ...ids }) === 1;
  }
}

/** The car in force, where there is just one. */
function oneCar(sales: readonly SaleOfCar[]): { vehicleId: number; sales: readonly SaleOfCar[] } | null {
  const [first] = sales;
  if (first === undefined || sales.some(({ vehicle_id }) => vehicle_id !== first.vehicle_id)) return null;
  return { vehicleId: first.vehicle_id, sales };
}
