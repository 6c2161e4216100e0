/** How much an export holds, found out before it is made. */

import type { Store } from './engine/store.ts';

export interface ExportSize {
  readonly rows: number;
  /** whether it names more than one customer */
  readonly namesSeveral: boolean;
}

/** Of the records that are rows of one table. */
export function sizeOfTable(db: Store, table: keyof typeof CUSTOMER_IN): ExportSize {
  const rows = db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  return { rows, namesSeveral: rows > 1 && namesSeveral(db, table) };
}

/** The column with the customer; null where the records name none. */
const CUSTOMER_IN = {
  sale: 'customer_id',
  customer: 'id',
  vehicle: null,
  salesperson: null,
  contact: 'customer_id',
  repair_order: 'customer_id',
  appointment: 'customer_id',
  block: 'customer_id',
  personal_fact: 'customer_id',
  turn_off: 'customer_id',
  stock: null,
} as const;

function namesSeveral(db: Store, table: keyof typeof CUSTOMER_IN): boolean {
  const column = CUSTOMER_IN[table];
  if (column === null) return false;
  const [least, most] =
    db.prepare<[], [number, number]>(`SELECT min(${column}), max(${column}) FROM ${table}`).raw().get() ?? [];
  return least !== most;
}
