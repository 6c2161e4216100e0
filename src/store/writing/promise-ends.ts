/** A promise that somebody says is done, before anybody has spoken with the customer. */

import type { Acting } from '../../domain/acting.ts';
import { SNOOZED } from '../../domain/contact.ts';
import type { Day } from '../../domain/day.ts';
import { usageFault } from '../../domain/fault.ts';
import type { Store } from '../engine/store.ts';
import { addEntry } from './entry-log.ts';

export interface EndedPromise {
  /** of the entry that says so */
  readonly entry: number;
  readonly customerId: number;
  readonly promisedFor: Day;
  readonly note: string | null;
}

interface PromiseRow {
  readonly customer_id: number;
  readonly contact_on: Day;
  readonly next_on: Day;
  readonly note: string | null;
}

/**
 * @param promise id of the contact in which it was made
 * @throws Fault `unknown-promise`, `already-done`, `bad-day` for a day before the promise was made
 */
export function endPromise(db: Store, acting: Acting, promise: number, on: Day): EndedPromise {
  return db
    .transaction((): EndedPromise => {
      const row = db
        .prepare<[number, string], PromiseRow>(
          'SELECT customer_id, contact_on, next_on, note FROM contact WHERE id = ? AND next_on IS NOT NULL AND outcome <> ?',
        )
        .get(promise, SNOOZED);
      if (row === undefined)
        throw usageFault(
          'unknown-promise',
          `there is no promise ${promise}`,
          '`beback promises` lists them with their numbers',
        );
      const done = db
        .prepare<[number], { ended_on: Day }>('SELECT ended_on FROM promise_end WHERE promise_id = ?')
        .get(promise);
      if (done !== undefined)
        throw usageFault('already-done', `promise ${promise} is done since ${done.ended_on}`);
      if (on < row.contact_on)
        throw usageFault('bad-day', `promise ${promise} was made on ${row.contact_on}, after ${on}`);
      const entry = addEntry(db, acting, {
        customerId: row.customer_id,
        action: 'promise-done',
        details: { promise, on, note: row.note },
      });
      db.prepare(
        'INSERT INTO promise_end (id, customer_id, promise_id, ended_on) VALUES (:entry, :customer_id, :promise, :on)',
      ).run({ entry, customer_id: row.customer_id, promise, on });
      return { entry, customerId: row.customer_id, promisedFor: row.next_on, note: row.note };
    })
    .immediate();
}
