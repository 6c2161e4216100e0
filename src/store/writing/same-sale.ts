/** Which stored sale a row speaks of, by vehicle, stock number and deal. */

import { isSameNumber, numberKey } from '../../domain/number-key.ts';
import type { DealKey } from '../../domain/records.ts';
import type { MatchedSale, SaleRow } from './sale-row.ts';

/** What tells the vehicles of one deal apart. */
export const vehicleKey = (key: DealKey): string =>
  key.vin ?? key.serial ?? (key.stockNumber === null ? '' : numberKey(key.stockNumber));

/** Among the vehicles of a deal, the one a row speaks of: by VIN, serial, stock number, or the only one nothing contradicts. */
export function sameVehicle(sales: readonly MatchedSale[], key: DealKey): MatchedSale | null {
  const by = (test: (sale: MatchedSale) => boolean): MatchedSale | undefined => sales.find(test);
  const exact =
    (key.vin !== null && by((sale) => sale.vin === key.vin)) ||
    (key.serial !== null && by((sale) => sale.serial_number === key.serial)) ||
    (key.stockNumber !== null && by((sale) => isSameNumber(sale.stock_number, key.stockNumber)));
  if (exact) return exact;
  const possible = sales.filter((sale) => mayBeSameVehicle(sale, key));
  return sales.length === 1 && possible.length === 1 ? (possible[0] ?? null) : null;
}

/** Whether nothing that names a vehicle contradicts. */
export const mayBeSameVehicle = (sale: MatchedSale, key: DealKey): boolean =>
  !differ(sale.vin, key.vin) &&
  !differ(sale.serial_number, key.serial) &&
  (!differ(sale.stock_number, key.stockNumber) || isSameNumber(sale.stock_number, key.stockNumber));

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/** The same vehicle on the same day is one sale unless two deal numbers (or two stores) say otherwise. */
export const mayBeSameDeal = (sale: SaleRow, key: DealKey): boolean =>
  sale.deal_number === null ||
  key.dealNumber === null ||
  (isSameNumber(sale.deal_number, key.dealNumber) && (sale.store === '' || key.store === ''));
