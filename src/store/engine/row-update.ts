/** Rows brought up to date. A column that is named is written into each of its indexes, changed or not: named are those that changed. */

import type { Store } from './store.ts';

type Value = string | number | null;

export class RowUpdate<Column extends string> {
  readonly #db: Store;
  readonly #table: string;
  readonly #columns: readonly Column[];
  readonly #setOnly: ReadonlySet<string>;
  readonly #statements = new Map<string, { readonly run: (...values: Value[]) => unknown }>();

  /**
   * @param table one of ours, with an `id`, and its columns: never names from outside
   * @param setOnly flags that may be set and never taken back: what is stored counts, not what was read of it
   */
  constructor(db: Store, table: string, columns: readonly Column[], setOnly: ReadonlySet<string>) {
    this.#db = db;
    this.#table = table;
    this.#columns = columns;
    this.#setOnly = setOnly;
  }

  run(before: Readonly<Record<Column, Value>>, next: Readonly<Record<Column, Value> & { id: number }>): void {
    const changed = this.#columns.filter((column) => next[column] !== before[column]);
    if (changed.length > 0) this.#settingOf(changed).run(...changed.map((column) => next[column]), next.id);
  }

  /** Few of all the sets of columns come up, and those again and again. */
  #settingOf(changed: readonly Column[]): { readonly run: (...values: Value[]) => unknown } {
    const names = changed.join(', ');
    const known = this.#statements.get(names);
    if (known !== undefined) return known;
    const set = changed.map((column) => `${column} = ${this.#setOnly.has(column) ? `${column} | ?` : '?'}`);
    const made = this.#db.prepare(`UPDATE ${this.#table} SET ${set.join(', ')} WHERE id = ?`);
    this.#statements.set(names, made);
    return made;
  }
}
