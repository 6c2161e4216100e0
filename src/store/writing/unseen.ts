/** Names of which it is known that nothing on file has them: asking for one of them again would find nothing. */

import { numberKey } from '../../domain/number-key.ts';
import { eachOf, fieldOf, withoutZeros } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';

/** A number the DMS gives, within a store of the group. */
export interface NameInStore {
  readonly store: string;
  readonly number: string;
}

/** Equal for two spellings of one number. */
export const keyOf = (store: string, number: string): string => `${store}\n${numberKey(number)}`;

export class Unseen {
  readonly #seenAmong;
  #unseen = new Set<string>();

  /** @param tables where such names stand: each with its column for the number, and a column `store` */
  constructor(db: Store, tables: readonly { readonly table: string; readonly number: string }[]) {
    const each = tables.map(
      ({ table, number }) =>
        `SELECT t.store, t.${number} FROM ${eachOf(':names', 'j')} CROSS JOIN ${table} t
         ON t.store = ${fieldOf('j', 0)} AND ${withoutZeros(`t.${number}`)} = ${fieldOf('j', 1)} AND t.${number} IS NOT NULL`,
    );
    this.#seenAmong = db
      .prepare<{ names: string }, readonly [store: string, number: string]>(each.join(' UNION '))
      .raw();
  }

  /** Looks up all of the names at once; what was known of others is forgotten. */
  lookUp(names: readonly NameInStore[]): void {
    const unseen = new Set(names.map(({ store, number }) => keyOf(store, number)));
    const asked = JSON.stringify(names.map(({ store, number }) => [store, numberKey(number)]));
    for (const [store, number] of this.#seenAmong.all({ names: asked })) unseen.delete(keyOf(store, number));
    this.#unseen = unseen;
  }

  has(store: string, number: string): boolean {
    return this.#unseen.has(keyOf(store, number));
  }

  /** Something on file may have the name from now on. */
  delete(store: string, number: string): void {
    this.#unseen.delete(keyOf(store, number));
  }
}
