/** Deals as they are judged for whose customers they are about: who bought, who is credited, whose cars were traded in. */

import type { Day } from '../domain/day.ts';
import type { DayRange } from '../domain/day-range.ts';
import { grouped } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

export interface DealOnFile {
  readonly id: number;
  readonly soldOn: Day;
  readonly buyerId: number;
  readonly coBuyerId: number | null;
  /** ids of the salespeople, in credited order */
  readonly credits: readonly number[];
  /** earlier sales of the cars traded in, with whom they were to */
  readonly traded: readonly { readonly customerId: number; readonly saleId: number }[];
}

type SaleRow = readonly [id: number, soldOn: Day, buyerId: number, coBuyerId: number | null];

const SALES = `SELECT s.id, s.sold_on, s.customer_id, s.co_buyer_id FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.id = j.value
  WHERE s.status = 'sold' AND s.sold_on BETWEEN ? AND ?`;
const CREDITS = `SELECT p.sale_id, p.salesperson_id FROM ${eachOf('?', 'j')} CROSS JOIN sale_salesperson p ON p.sale_id = j.value
  ORDER BY p.sale_id, p.position`;
const TRADED = `SELECT t.sale_id, o.customer_id, o.id FROM ${eachOf('?', 'j')} CROSS JOIN sale_trade t ON t.sale_id = j.value
  CROSS JOIN vehicle v ON v.vin = t.vin CROSS JOIN sale o ON o.vehicle_id = v.id AND o.id <> t.sale_id AND o.status = 'sold'`;

/** Those of these sales that stand, and were made within the days. */
export function dealsToJudge(db: Store, ids: readonly number[], { from, to }: DayRange): DealOnFile[] {
  const sales = db.prepare<[string, Day, Day], SaleRow>(SALES).raw().all(JSON.stringify(ids), from, to);
  if (sales.length === 0) return [];
  const asked = JSON.stringify(sales.map(([id]) => id));
  const credits = grouped(
    db.prepare<[string], readonly [number, number]>(CREDITS).raw().all(asked),
    ([, salespersonId]) => salespersonId,
  );
  const traded = grouped(
    db.prepare<[string], readonly [number, number, number]>(TRADED).raw().all(asked),
    ([, customerId, saleId]) => ({ customerId, saleId }),
  );
  return sales.map(([id, soldOn, buyerId, coBuyerId]) => ({
    id,
    soldOn,
    buyerId,
    coBuyerId,
    credits: credits.get(id) ?? [],
    traded: traded.get(id) ?? [],
  }));
}
