/** Recognising the vehicle of a row, by VIN, and bringing its description up to date. */

import type { VehicleRecord } from '../../domain/records.ts';
import type { Store } from '../engine/store.ts';
import { meet } from './evidence.ts';

interface VehicleRow {
  id: number;
  vin: string | null;
  serial_number: string | null;
  year: number | null;
  make: string | null;
  model: string | null;
  trim: string | null;
  plate: string | null;
  as_of: string;
}

export class VehicleWriter {
  readonly #insert;
  readonly #byVin;
  readonly #byId;
  readonly #byPlate;
  readonly #update;
  readonly #unsold;
  readonly #removeUnused;

  constructor(db: Store) {
    this.#insert = db.prepare(
      `INSERT INTO vehicle (vin, serial_number, year, make, model, trim, plate, as_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (vin) DO NOTHING`,
    );
    this.#byVin = db.prepare<[string], VehicleRow>('SELECT * FROM vehicle WHERE vin = ?');
    this.#byId = db.prepare<[number], VehicleRow>('SELECT * FROM vehicle WHERE id = ?');
    this.#byPlate = db.prepare<[string], VehicleRow>('SELECT * FROM vehicle WHERE plate = ?');
    this.#update = db.prepare(
      'UPDATE vehicle SET vin = coalesce(vin, ?), serial_number = ?, year = ?, make = ?, model = ?, trim = ?, plate = ?, as_of = ? WHERE id = ?',
    );
    this.#unsold = db.prepare<[number], { id: number }>(
      'SELECT id FROM vehicle WHERE id = ? AND NOT EXISTS (SELECT 1 FROM sale WHERE vehicle_id = vehicle.id)',
    );
    this.#removeUnused = db.prepare(
      `DELETE FROM vehicle WHERE id = ? AND NOT EXISTS (SELECT 1 FROM sale WHERE vehicle_id = vehicle.id)
       AND NOT EXISTS (SELECT 1 FROM repair_order WHERE vehicle_id = vehicle.id)
       AND NOT EXISTS (SELECT 1 FROM appointment WHERE vehicle_id = vehicle.id)`,
    );
  }

  /** @param known the vehicle already on the matched sale or visit */
  write(vehicle: VehicleRecord, asOf: string, known: number | null): { id: number; changed: boolean } {
    const stored = known === null ? undefined : this.#byId.get(known);
    if (stored && (vehicle.vin === null || stored.vin === null || stored.vin === vehicle.vin)) {
      const other = vehicle.vin === null || stored.vin !== null ? undefined : this.#byVin.get(vehicle.vin);
      if (!other) return { id: stored.id, changed: this.#merge(stored, vehicle, asOf) };
    }
    const added = this.#insert.run(
      vehicle.vin,
      vehicle.serial,
      vehicle.year,
      vehicle.make,
      vehicle.model,
      vehicle.trim,
      vehicle.plate,
      asOf,
    );
    if (added.changes > 0) return { id: Number(added.lastInsertRowid), changed: true };
    const same = vehicle.vin === null ? undefined : this.#byVin.get(vehicle.vin);
    if (!same) throw new Error('a vehicle was neither added nor found');
    return { id: same.id, changed: this.#merge(same, vehicle, asOf) };
  }

  /**
   * The vehicle a row of the workshop goes on about that names none of the cars sold here: the one it was about until now, where the
   * row has its VIN or it was never sold; else the only one never sold with that plate.
   */
  ownOrPlain(known: number | null, { vin, plate }: VehicleRecord): number | null {
    if (known !== null && (vin !== null || this.#unsold.get(known) !== undefined)) return known;
    if (vin !== null || plate === null) return null;
    const found = this.#byPlate.all(plate).filter(({ id }) => this.#unsold.get(id) !== undefined);
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  }

  /** Takes away a vehicle nothing points to any more, after its sale learned its VIN. */
  removeUnused(id: number): void {
    this.#removeUnused.run(id);
  }

  #merge(row: VehicleRow, vehicle: VehicleRecord, asOf: string): boolean {
    const older = asOf < row.as_of;
    const next = {
      vin: row.vin ?? vehicle.vin,
      serial_number: meet(row.serial_number, vehicle.serial, older),
      year: meet(row.year, vehicle.year, older),
      make: meet(row.make, vehicle.make, older),
      model: meet(row.model, vehicle.model, older),
      trim: meet(row.trim, vehicle.trim, older),
      plate: meet(row.plate, vehicle.plate, older),
    };
    const changed = (Object.keys(next) as (keyof typeof next)[]).some(
      (column) => next[column] !== row[column],
    );
    if (changed || (!older && asOf !== row.as_of)) {
      const { vin, serial_number, year, make, model, trim, plate } = next;
      this.#update.run(vin, serial_number, year, make, model, trim, plate, older ? row.as_of : asOf, row.id);
    }
    return changed;
  }
}
