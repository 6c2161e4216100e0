/** The cars in the lot, and those that stood there. */

import type { StockCar } from '../domain/stock-car.ts';
import type { Store } from './engine/store.ts';

/** In the order in which they were first heard of. */
export const stockOnFile = (db: Store): StockCar[] =>
  db
    .prepare<[], StockCar>(
      `SELECT store, stock_number, vin, year, make, model, trim, condition, odometer, price_cents, first_seen_on,
       last_seen_on, gone_on FROM stock ORDER BY id`,
    )
    .all();
