/** Finding customers by a number or an address: each search reads an index and gives ids, at most so many. */

import { numberKey } from '../domain/number-key.ts';
import { anyCase, eachOf, endOf, withoutZeros } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

const ID = /^#?([1-9]\d{0,8})$/;

export function byId(db: Store, text: string): number[] {
  const [, id] = ID.exec(text) ?? [];
  return id === undefined ? [] : ids(db, 'SELECT id FROM customer WHERE id = ?', Number(id));
}

const EXTENSION = /[\s,;]*(?:ext(?:ension|n)?|x|#|poste)[\s.:=]*\d{1,6}$/i;
const PHONE = /^(?:tel:)?[\d\s().+/\u2010-\u2015-]+$/i;
const PHONE_COLUMNS = ['cell_phone', 'home_phone', 'work_phone', 'other_phone'] as const;

/**
 * What a number written in any spelling ends with in E.164, or null: at least the seven digits without an area code,
 * at most the fifteen that ITU-T E.164 allows.
 */
export function phoneEnd(text: string): string | null {
  const number = text.replace(EXTENSION, '');
  if (!PHONE.test(number)) return null;
  const digits = number.replace('(0)', '').replace(/\D/g, '');
  // dialled abroad from North America (011) or from elsewhere (00), or inside a country with a 0 in front
  const end = digits.replace(/^011(?=\d{9})/, '').replace(/^0+/, '');
  return end.length >= 7 && end.length <= 15 ? end : null;
}

export function byPhone(db: Store, text: string, most: number): number[] {
  const end = phoneEnd(text);
  if (end === null) return [];
  return PHONE_COLUMNS.flatMap((column) =>
    ids(
      db,
      `SELECT id FROM customer WHERE ${endOf(column, 7)} = ? AND ${column} LIKE ? AND ${column} IS NOT NULL LIMIT ?`,
      end.slice(-7),
      `%${end}`,
      most,
    ),
  );
}

/** Store by store, each found behind the one before: the index of deals begins with the store. */
const DEALS = `WITH RECURSIVE stores(store) AS (
    SELECT min(store) FROM sale
    UNION ALL SELECT (SELECT min(store) FROM sale WHERE store > stores.store) FROM stores WHERE stores.store IS NOT NULL)
  SELECT s.customer_id, s.co_buyer_id FROM stores CROSS JOIN sale s
  ON s.store = stores.store AND ${withoutZeros('s.deal_number')} IN (?, ?) LIMIT ?`;

export const byDeal = (db: Store, text: string, most: number): number[] =>
  buyers(db, DEALS, numberKey(text), numberKey(text.toUpperCase()), most);

const STOCK = `SELECT customer_id, co_buyer_id FROM sale
  WHERE ${anyCase(withoutZeros('stock_number'))} = ? AND stock_number IS NOT NULL LIMIT ?`;

export const byStock = (db: Store, text: string, most: number): number[] =>
  buyers(db, STOCK, numberKey(text), most);

/** A VIN or the serial number of something that has none, whole or from its end. */
const NUMBER_OF_VEHICLE = /^[A-Z0-9]{6,20}$/;

export const byVin = (db: Store, text: string, most: number): number[] => byNumberLike(db, text, '%', most);

/** The same by the whole number alone. */
export const byWholeVin = (db: Store, text: string, most: number): number[] =>
  byNumberLike(db, text, '', most);

/** @param before what may stand before the number, as LIKE has it */
function byNumberLike(db: Store, text: string, before: '%' | '', most: number): number[] {
  const number = text.toUpperCase().replace(/[\s-]/g, '');
  if (!NUMBER_OF_VEHICLE.test(number) || !/\d/.test(number)) return [];
  const vehicles = ['vin', 'serial_number'].flatMap((column) =>
    ids(
      db,
      `SELECT id FROM vehicle WHERE ${endOf(column, 6)} = ? AND ${column} LIKE ? AND ${column} IS NOT NULL LIMIT ?`,
      number.slice(-6),
      before + number,
      most,
    ),
  );
  return driversOf(db, vehicles, most);
}

export function byPlate(db: Store, text: string, most: number): number[] {
  const plate = text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (plate.length < 2 || text.startsWith('#')) return [];
  return driversOf(db, ids(db, 'SELECT id FROM vehicle WHERE plate = ? LIMIT ?', plate, most), most);
}

/** Who bought the vehicles or brought them to the workshop, newest first. */
const DRIVERS = `SELECT id FROM (
    SELECT s.customer_id AS id, s.sold_on AS day FROM ${eachOf(':vehicles', 'j')} CROSS JOIN sale s ON s.vehicle_id = j.value
    UNION ALL SELECT s.co_buyer_id, s.sold_on FROM ${eachOf(':vehicles', 'j')} CROSS JOIN sale s ON s.vehicle_id = j.value
    UNION ALL SELECT o.customer_id, coalesce(o.closed_on, o.opened_on)
      FROM ${eachOf(':vehicles', 'j')} CROSS JOIN repair_order o ON o.vehicle_id = j.value
    UNION ALL SELECT a.customer_id, a.due_on FROM ${eachOf(':vehicles', 'j')} CROSS JOIN appointment a ON a.vehicle_id = j.value)
  WHERE id IS NOT NULL GROUP BY id ORDER BY max(day) DESC, id LIMIT :most`;

const driversOf = (db: Store, vehicles: readonly number[], most: number): number[] =>
  vehicles.length === 0 ? [] : ids(db, DRIVERS, { vehicles: JSON.stringify(vehicles), most });

export function byEmail(db: Store, text: string, most: number): number[] {
  const address = text.toLowerCase().replace(/^mailto:/, '');
  if (!address.includes('@')) return [];
  return ids(db, 'SELECT id FROM customer WHERE email = ? LIMIT ?', address, most);
}

/** By the part before the @, or by what has been typed of an address beyond it. */
export function byEmailStart(db: Store, text: string, most: number): number[] {
  const start = text.toLowerCase();
  if (/\s/.test(start) || start.startsWith('@')) return [];
  // A follows @ in the order of characters, and nothing follows the last one
  const [from, to] = start.includes('@') ? [start, `${start}\u{10ffff}`] : [`${start}@`, `${start}A`];
  return ids(db, 'SELECT id FROM customer WHERE email >= ? AND email < ? LIMIT ?', from, to, most);
}

const ids = (db: Store, sql: string, ...values: unknown[]): number[] =>
  db
    .prepare<unknown[], number>(sql)
    .pluck()
    .all(...values);

const buyers = (db: Store, sql: string, ...values: unknown[]): number[] =>
  db
    .prepare<unknown[], [number, number | null]>(sql)
    .raw()
    .all(...values)
    .flatMap(([buyer, coBuyer]) => (coBuyer === null ? [buyer] : [buyer, coBuyer]));
