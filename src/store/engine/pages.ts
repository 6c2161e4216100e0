/** Long tables read a page at a time. */

import type { Store } from './store.ts';

/** Rows a page. */
export const PAGE = 500;

/** Pages by id instead of one long cursor: other statements may run in between. */
export function* inPages<T extends { readonly id: number }>(db: Store, sql: string): Generator<T> {
  const page = db.prepare<[number, number], T>(sql);
  let last = 0;
  for (;;) {
    const rows = page.all(last, PAGE);
    yield* rows;
    last = rows.at(-1)?.id ?? last;
    if (rows.length < PAGE) return;
  }
}
