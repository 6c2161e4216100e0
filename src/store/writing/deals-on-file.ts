/** What is on file of the deals that the next rows name: asked for many at once, and no more than tells whether a row is known. */

import { numberKey } from '../../domain/number-key.ts';
import { eachOf, fieldOf, withoutZeros } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import { keyOf, type NameInStore } from './unseen.ts';

/** The row a sale was last told by, and when that was delivered. */
interface ToldBy {
  readonly hash: number;
  readonly asOf: string;
}

export class DealsOnFile {
  readonly #statement;
  /** empty where no sale of the deal is on file */
  #told = new Map<string, ToldBy[]>();

  constructor(db: Store) {
    this.#statement = db
      .prepare<{ names: string }, readonly [store: string, number: string, hash: number, asOf: string]>(
        `SELECT s.store, s.deal_number, s.row_hash, s.as_of FROM ${eachOf(':names', 'j')} CROSS JOIN sale s
         ON s.store = ${fieldOf('j', 0)} AND ${withoutZeros('s.deal_number')} = ${fieldOf('j', 1)} AND s.deal_number IS NOT NULL`,
      )
      .raw();
  }

  /** What was known of others is forgotten. */
  lookUp(names: readonly NameInStore[]): void {
    this.#told = new Map(names.map(({ store, number }) => [keyOf(store, number), []]));
    const asked = JSON.stringify(names.map(({ store, number }) => [store, numberKey(number)]));
    for (const [store, number, hash, asOf] of this.#statement.all({ names: asked }))
      this.#told.get(keyOf(store, number))?.push({ hash, asOf });
  }

  /** Asking for it would find nothing. */
  lacks(store: string, number: string): boolean {
    return this.#told.get(keyOf(store, number))?.length === 0;
  }

  /** Whether a sale was last told by this very row, in this delivery or a newer one; false where that has to be asked. */
  isToldBy({ store, number }: NameInStore, hash: number, deliveredAt: string): boolean {
    const told = this.#told.get(keyOf(store, number));
    return told?.some((one) => one.hash === hash && one.asOf >= deliveredAt) ?? false;
  }

  /** A sale of the deal is written. */
  forget(store: string, number: string): void {
    this.#told.delete(keyOf(store, number));
  }
}
