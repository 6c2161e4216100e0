/** Rows gathered and inserted many at a time: a round trip for each costs more than the row. */

import { eachOf } from './sql-words.ts';
import type { Store } from './store.ts';

/** Rows a statement. */
const AT_ONCE = 500;

export class RowBatch {
  readonly #insert;
  #rows: (string | number | null)[][] = [];

  /** @param table one of ours, and its columns: never names from outside */
  constructor(db: Store, table: string, columns: readonly string[]) {
    const values = columns.map((_, i) => `j.value ->> ${i}`).join(', ');
    this.#insert = db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM ${eachOf('?', 'j')}`,
    );
  }

  /** Inserted with those before it, in this order, when they are enough, or at the next `flush`. */
  add(...row: (string | number | null)[]): void {
    this.#rows.push(row);
    if (this.#rows.length >= AT_ONCE) this.flush();
  }

  /** To be called before anything reads the table, and at the end. */
  flush(): void {
    if (this.#rows.length === 0) return;
    this.#insert.run(JSON.stringify(this.#rows));
    this.#rows = [];
  }
}
