/** When cars left the hands of whoever bought them: traded in, or sold again. */

import type { Day } from '../domain/day.ts';
import { type InOrder, isLater } from '../domain/later-sale.ts';
import { grouped } from './engine/rows.ts';
import type { Store } from './engine/store.ts';

type Row = readonly [
  vehicleId: number,
  id: number,
  store: string,
  dealNumber: string | null,
  soldOn: Day,
  status: string,
];

/** Cars with a VIN that a sale names as a trade-in, each with that sale. */
const TRADES = `SELECT v.id, t.id, t.store, t.deal_number, t.sold_on, t.status FROM sale_trade x
  CROSS JOIN vehicle v ON v.vin = x.vin CROSS JOIN sale t ON t.id = x.sale_id WHERE t.status = 'sold'`;
/** The sales of cars with a VIN that were traded in, or sold more than once. */
const SALES = `SELECT s.vehicle_id, s.id, s.store, s.deal_number, s.sold_on, s.status FROM (
    SELECT vehicle_id FROM sale GROUP BY vehicle_id HAVING count(*) > 1
    UNION SELECT v.id FROM sale_trade x CROSS JOIN vehicle v ON v.vin = x.vin) c
  CROSS JOIN vehicle v ON v.id = c.vehicle_id CROSS JOIN sale s ON s.vehicle_id = v.id WHERE v.vin IS NOT NULL`;

/**
 * By id of the sale, the earliest day on which a later one, not unwound, names its VIN as a trade-in or sells it again; without
 * those whose car nobody took.
 */
export function goneDays(db: Store): Map<number, Day> {
  const read = (sql: string): Map<number, (InOrder & { readonly status: string })[]> =>
    grouped(db.prepare<[], Row>(sql).raw().all(), ([, id, store, dealNumber, soldOn, status]) => ({
      id,
      store,
      dealNumber,
      soldOn,
      status,
    }));
  const trades = read(TRADES);
  const days = new Map<number, Day>();
  for (const [vehicleId, sales] of read(SALES)) {
    const takers = [...sales.filter(({ status }) => status === 'sold'), ...(trades.get(vehicleId) ?? [])];
    for (const sale of sales)
      for (const taker of takers)
        if (isLater(taker, sale) && taker.soldOn < (days.get(sale.id) ?? '~'))
          days.set(sale.id, taker.soldOn);
  }
  return days;
}
