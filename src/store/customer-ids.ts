/** The ids of all customers. */

import { PAGE } from './engine/pages.ts';
import type { Store } from './engine/store.ts';

/** A page at a time, ascending. */
export function* customerIds(db: Store): Generator<number[]> {
  const page = db
    .prepare<[number, number], number>('SELECT id FROM customer WHERE id > ? ORDER BY id LIMIT ?')
    .pluck();
  for (let ids = page.all(0, PAGE); ids.length > 0; ids = page.all(ids.at(-1) ?? 0, PAGE)) yield ids;
}
