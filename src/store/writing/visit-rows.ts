/** One row per store and number in a table of visits, and the rows of files it was read from. */

import { numberKey } from '../../domain/number-key.ts';
import { withoutZeros } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import type { Evidence } from './evidence.ts';

export interface VisitRow {
  id: number;
  number: string;
  customer_id: number | null;
  vehicle_id: number | null;
  /** 1 = its row names a customer, be it one nobody has */
  names_somebody: number;
  matched_by: string | null;
  names_by_match: number;
  said: string | null;
  as_of: string;
  import_id: number;
  row_hash: number;
  row_count: number;
}

export type Value = string | number | null;

/** What both kinds of visits have. */
const SHARED = [
  'customer_id',
  'vehicle_id',
  'names_somebody',
  'matched_by',
  'names_by_match',
  'said',
] as const;

/** The part repair orders and appointments share: one row per store and number, later states and further rows folded in. */
export class VisitRows<R extends VisitRow> {
  readonly #find;
  readonly #insert;
  readonly #update;
  readonly #hasRow;
  readonly #addRow;
  readonly #clearRows;
  readonly #touch;

  /** @param columns beside those both kinds have, in the order in which `values` come */
  constructor(db: Store, table: 'repair_order' | 'appointment', columns: readonly string[]) {
    const all = [...SHARED, ...columns, 'as_of', 'import_id', 'row_hash'];
    this.#find = db.prepare<[string, string], R>(
      `SELECT * FROM ${table} WHERE store = ? AND ${withoutZeros('number')} = ?`,
    );
    this.#insert = db.prepare(
      `INSERT INTO ${table} (store, number, ${all.join(', ')}) VALUES (?, ?, ${all.map(() => '?').join(', ')})`,
    );
    this.#update = db.prepare(
      `UPDATE ${table} SET ${all.map((column) => `${column} = ?`).join(', ')}, row_count = ? WHERE id = ?`,
    );
    this.#hasRow = db.prepare(`SELECT 1 FROM ${table}_row WHERE ${table}_id = ? AND row_hash = ?`);
    this.#addRow = db.prepare(
      `INSERT INTO ${table}_row (${table}_id, row_hash) VALUES (?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#clearRows = db.prepare(`DELETE FROM ${table}_row WHERE ${table}_id = ?`);
    this.#touch = db.prepare(`UPDATE ${table} SET as_of = ?, import_id = ? WHERE id = ?`);
  }

  find(store: string, number: string): R | undefined {
    return this.#find.get(store, numberKey(number));
  }

  /** Gives the id. */
  add(store: string, number: string, values: readonly Value[], evidence: Evidence, hash: number): number {
    const added = this.#insert.run(store, number, ...values, evidence.deliveredAt, evidence.importId, hash);
    return Number(added.lastInsertRowid);
  }

  /** Whether this very row was read before. */
  has(row: R, hash: number): boolean {
    return row.row_hash === hash || (row.row_count > 1 && this.#hasRow.get(row.id, hash) !== undefined);
  }

  /** The same, and a newer delivery that still carries it is noted. */
  isKnown(row: R, hash: number, evidence: Evidence): boolean {
    const known = this.has(row, hash);
    if (known && row.as_of < evidence.deliveredAt)
      this.#touch.run(evidence.deliveredAt, evidence.importId, row.id);
    return known;
  }

  /** @param hashes of the rows that say so, the last one last; at least one */
  change(
    row: R,
    values: readonly Value[],
    evidence: Evidence,
    hashes: readonly number[],
    older: boolean,
  ): void {
    if (older) {
      this.#update.run(...values, row.as_of, row.import_id, row.row_hash, row.row_count, row.id);
      return;
    }
    const isOfThisFile = row.import_id === evidence.importId;
    if (!isOfThisFile) this.#clearRows.run(row.id);
    const read = new Set(isOfThisFile ? [row.row_hash, ...hashes] : hashes);
    if (read.size > 1) for (const hash of read) this.#addRow.run(row.id, hash);
    const rows = isOfThisFile ? row.row_count + read.size - 1 : read.size;
    const last = hashes.at(-1) ?? row.row_hash;
    this.#update.run(...values, evidence.deliveredAt, evidence.importId, last, rows, row.id);
  }
}

/** Several rows of one visit add up; a later state of the visit replaces the list. */
export function listMeets(stored: string, incoming: readonly string[], addsUp: boolean): string {
  if (incoming.length === 0) return stored;
  if (!addsUp) return JSON.stringify(incoming);
  const known = JSON.parse(stored) as string[];
  return JSON.stringify([...known, ...incoming.filter((value) => !known.includes(value))]);
}
