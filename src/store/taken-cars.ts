/** Which cars came back: traded in, or sold again. */

import { listOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

export interface TakenCar {
  /** ids of its sales, be they unwound */
  readonly sales: readonly number[];
  /** ids of the sales that name it as a trade-in */
  readonly trades: readonly number[];
}

const UNTAKEN: TakenCar = { sales: [], trades: [] };

const TRADED =
  'SELECT v.id AS car, x.sale_id AS sale FROM sale_trade x CROSS JOIN vehicle v ON v.vin = x.vin';
const COLUMNS = ['car', 'sale'].map(listOf).join(', ');
const TRADES = `SELECT ${COLUMNS} FROM (${TRADED})`;
/** A car without a VIN is no other sale's. */
const SALES = `SELECT ${COLUMNS} FROM (
    SELECT s.vehicle_id AS car, s.id AS sale FROM (
        SELECT vehicle_id AS id FROM sale GROUP BY vehicle_id HAVING count(*) > 1 UNION SELECT car FROM (${TRADED})) c
      CROSS JOIN sale s ON s.vehicle_id = c.id WHERE c.id NOT IN (SELECT id FROM vehicle WHERE vin IS NULL))`;

/** By id of the car, those with a VIN that were sold more than once or are named as a trade-in. */
export function takenCars(db: Store): ReadonlyMap<number, TakenCar> {
  const cars = new Map<number, TakenCar>();
  const each = (sql: string, withSale: (car: TakenCar, sale: number) => TakenCar): void => {
    const [ids, sales] = (db.prepare<[], string[]>(sql).raw().get() ?? ['[]', '[]']).map(
      (column) => JSON.parse(column) as number[],
    );
    for (const [i, id] of ids?.entries() ?? []) {
      cars.set(id, withSale(cars.get(id) ?? UNTAKEN, sales?.[i] ?? 0));
    }
  };
  // most lists have one sale: one that is pushed to takes room for seventeen
  each(SALES, ({ sales, trades }, sale) => ({ sales: [...sales, sale], trades }));
  each(TRADES, ({ sales, trades }, sale) => ({ sales, trades: [...trades, sale] }));
  return cars;
}
