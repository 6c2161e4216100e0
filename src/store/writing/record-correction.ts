/** A number or address put right by hand: newer than any export until now, and taken back as one entry. */

import type { Acting } from '../../domain/acting.ts';
import type { Day } from '../../domain/day.ts';
import { isAmong } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import { CustomerWriter } from './customer-writer.ts';
import { addEntry } from './entry-log.ts';
import { followWishes } from './follow-wishes.ts';

export interface Correction {
  readonly customerId: number;
  readonly on: Day;
  readonly phone: { readonly kind: 'cell' | 'home' | 'work'; readonly e164: string } | null;
  readonly email: string | null;
}

/** Writes the values, keeps what stood there before in the entry, and gives the entry's id. */
export function recordCorrection(
  db: Store,
  acting: Acting,
  { customerId, on, phone, email }: Correction,
): number {
  return db
    .transaction(() => {
      const column = phone === null ? null : (`${phone.kind}_phone` as const);
      const values = {
        ...(column === null ? {} : { [column]: phone?.e164 }),
        ...(email === null ? {} : { email }),
      };
      const before = db
        .prepare<[number], Record<string, string | null>>('SELECT * FROM customer WHERE id = ?')
        .get(customerId);
      const righted = db
        .prepare<[number, string], object>(
          `SELECT customer_id, kind, value, since_on, why, entry_id FROM bad_contact
           WHERE customer_id = ? AND ${isAmong('value', '?')}`,
        )
        .all(customerId, JSON.stringify(Object.values(values)));
      const id = addEntry(db, acting, {
        customerId,
        action: 'fix',
        details: {
          what: Object.keys(values),
          values,
          before: Object.fromEntries(Object.keys(values).map((key) => [key, before?.[key] ?? null])),
          on,
          ...(righted.length === 0 ? {} : { righted }),
        },
      });
      // what was said to be wrong is right again when somebody enters it
      const right = db.prepare('DELETE FROM bad_contact WHERE customer_id = ? AND value = ?');
      for (const value of Object.values(values)) right.run(customerId, value);
      new CustomerWriter(db, { deliveredAt: acting.at, importId: 0 }).correct(customerId, values, acting.at);
      followWishes(db, [customerId]);
      return id;
    })
    .immediate();
}
