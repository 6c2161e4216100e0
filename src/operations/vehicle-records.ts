/** Vehicles as they are exported, each with whether it still comes to the workshop. */

import type { Day } from '../domain/day.ts';
import type { SaleFacts } from '../domain/facts.ts';
import type { ServiceStanding } from '../domain/service-standing.ts';
import { factsReader } from '../store/call-facts.ts';
import { PAGE } from '../store/engine/pages.ts';
import { exportVehicles, salesOfVehicles, type VehicleRecord } from '../store/export-records.ts';
import { isInForce } from '../touches/sales-in-force.ts';
import { serviceStanding } from '../touches/service-standing.ts';
import type { Session } from './session.ts';

export interface VehicleWithService extends VehicleRecord {
  /** null = no sale of it is in force */
  readonly service: ServiceStanding | null;
}

export function* vehicleRecords({ store, day }: Session): Generator<VehicleWithService> {
  const factsOf = factsReader(store);
  const withService = (page: readonly VehicleRecord[]): VehicleWithService[] => {
    const sold = salesOfVehicles(
      store,
      page.map(({ id }) => id),
    );
    const buyers = factsOf([...new Set(sold.map(({ customerId }) => customerId))]);
    const sales = new Map(buyers.flatMap(({ sales: own }) => own.map((sale) => [sale.id, sale])));
    const standings = new Map<number, ServiceStanding>();
    for (const { vehicleId, saleId } of sold) {
      const standing = standingOf(sales.get(saleId), day);
      if (standing !== null) standings.set(vehicleId, standing);
    }
    return page.map((vehicle) => ({ ...vehicle, service: standings.get(vehicle.id) ?? null }));
  };
  let page: VehicleRecord[] = [];
  for (const vehicle of exportVehicles(store)) {
    page.push(vehicle);
    if (page.length < PAGE) continue;
    yield* withService(page);
    page = [];
  }
  yield* withService(page);
}

const standingOf = (sale: SaleFacts | undefined, day: Day): ServiceStanding | null =>
  sale !== undefined && isInForce(sale, day) ? serviceStanding(sale, day) : null;
