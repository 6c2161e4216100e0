/** The sale a person means by a deal number, a VIN or its end. */

import { usageFault } from '../domain/fault.ts';
import { numberKey } from '../domain/number-key.ts';
import { withoutZeros } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

interface Found {
  readonly sale_id: number;
  readonly customer_id: number;
  readonly store: string;
  readonly deal_number: string | null;
  readonly sold_on: string;
  readonly vehicle: string;
}

const SELECT = `SELECT s.id AS sale_id, s.customer_id, s.store, s.deal_number, s.sold_on,
  trim(coalesce(v.year, '') || ' ' || coalesce(v.make, '') || ' ' || coalesce(v.model, '') || ' ' || coalesce(v.vin, '')) AS vehicle
  FROM sale s JOIN vehicle v ON v.id = s.vehicle_id`;

/** @throws Fault `unknown-deal`, `several-deals` with the candidates */
export function findDeal(db: Store, wanted: string): { saleId: number; customerId: number } {
  const text = wanted.trim();
  const vin = text.toUpperCase().replace(/[\s-]/g, '');
  const searches: [string, string | number][] = [
    [`${SELECT} WHERE ${withoutZeros('s.deal_number')} = ? LIMIT 20`, numberKey(text)],
    ...(vin.length === 17 ? ([[`${SELECT} WHERE v.vin = ? LIMIT 20`, vin]] as [string, string][]) : []),
    ...(/^[A-Z0-9]{6,16}$/.test(vin)
      ? ([[`${SELECT} WHERE v.vin LIKE ? LIMIT 20`, `%${vin}`]] as [string, string][])
      : []),
    ...(/^\d{1,9}$/.test(text) ? ([[`${SELECT} WHERE s.id = ?`, Number(text)]] as [string, number][]) : []),
  ];
  for (const [sql, value] of searches) {
    const found = db.prepare<[string | number], Found>(sql).all(value);
    const [only] = found;
    if (only && found.length === 1) return { saleId: only.sale_id, customerId: only.customer_id };
    if (found.length > 1) throw several(text, found);
  }
  throw usageFault(
    'unknown-deal',
    `no deal is known by "${text}"`,
    'give the deal number as the DMS writes it, the VIN, or the sale id',
  );
}

function several(text: string, found: readonly Found[]): unknown {
  const lines = found.map(({ store, deal_number, vehicle, sold_on, sale_id }) => {
    const deal = [store, deal_number].filter((part) => part !== null && part !== '').join(' / ');
    return `  sale ${sale_id}: ${deal} ${vehicle}, sold ${sold_on}`;
  });
  return usageFault(
    'several-deals',
    `"${text}" fits several sales:\n${lines.join('\n')}`,
    'name one by its VIN',
  );
}
