/** What owners are told of deals of others with their customers. */

import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import { type Vehicle, vehicleName } from '../domain/sale.ts';
import type { Likeness, Notice } from '../domain/sold-by-other.ts';
import { grouped, known } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

export interface NoticeOnFile {
  readonly ownerId: number;
  /** UTC instant at which the import was done */
  readonly importedAt: string;
  readonly notice: Notice;
}

interface Row extends Pick<Vehicle, 'year' | 'make' | 'model'> {
  readonly owner_id: number;
  readonly imported_at: string;
  readonly found_on: Day;
  readonly sale_id: number;
  readonly sold_on: Day;
  readonly because: string;
  readonly buyer_id: number;
  readonly like_id: number;
}

const NOTICES = `SELECT n.owner_id, coalesce(i.finished_at, i.started_at) AS imported_at, n.found_on, n.sale_id, s.sold_on,
  n.because, n.buyer_id, n.like_id, v.year, v.make, v.model
  FROM sold_by_other n JOIN import i ON i.id = n.import_id JOIN sale s ON s.id = n.sale_id
  LEFT JOIN sale t ON t.id = n.traded_sale_id LEFT JOIN vehicle v ON v.id = t.vehicle_id
  WHERE n.found_on BETWEEN :from AND :to AND (:owner IS NULL OR n.owner_id = :owner) ORDER BY n.found_on, n.id`;
const NAMES = `SELECT c.id, c.first_name, c.last_name, c.business_name FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`;
const CREDITED = `SELECT c.sale_id, p.code, p.name FROM ${eachOf('?', 'j')} CROSS JOIN sale_salesperson c ON c.sale_id = j.value
  JOIN salesperson p ON p.id = c.salesperson_id ORDER BY c.sale_id, c.position`;

/** Those of imports of these days, the oldest first. @param owner id of a salesperson; null = everybody's */
export function noticesFound(
  db: Store,
  { from, to, owner }: { readonly from: Day; readonly to: Day; readonly owner: number | null },
): NoticeOnFile[] {
  const rows = db
    .prepare<{ from: Day; to: Day; owner: number | null }, Row>(NOTICES)
    .all({ from, to, owner });
  if (rows.length === 0) return [];
  const by = grouped(
    db
      .prepare<[string], readonly [number, string | null, string]>(CREDITED)
      .raw()
      .all(eachOnce(rows.map(({ sale_id }) => sale_id))),
    ([, code, name]) => ({ code, name }),
  );
  const people = db
    .prepare<[string], { readonly id: number } & Parameters<typeof customerName>[0]>(NAMES)
    .all(eachOnce(rows.flatMap(({ buyer_id, like_id }) => [buyer_id, like_id])));
  const names = new Map(people.map((person) => [person.id, customerName(person)]));
  const named = (id: number): Notice['customer'] => ({ id, name: known(names, id, 'customer') });
  return rows.map((row) => ({
    ownerId: row.owner_id,
    importedAt: row.imported_at,
    notice: {
      kind: 'sold-by-other',
      on: row.found_on,
      customer: named(row.like_id),
      buyer: named(row.buyer_id),
      sale_id: row.sale_id,
      sold_on: row.sold_on,
      by: by.get(row.sale_id) ?? [],
      because: JSON.parse(row.because) as Likeness[],
      trade_in: vehicleName(row) || null,
    },
  }));
}

const eachOnce = (ids: readonly number[]): string => JSON.stringify([...new Set(ids)]);
