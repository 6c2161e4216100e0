/** Telling the journal what happened, by whoever must not wait for another writer: an export, a run of mails, a backup. */

import type { Acting } from '../../domain/acting.ts';
import type { Store } from '../engine/store.ts';
import { isCopy } from '../engine/store-copy.ts';
import { appendRow, type Deed, rowOf } from './journal.ts';
import { isBusy, leavePending, takeInPending } from './pending-rows.ts';

/** `pending` it goes in at the next writing; `nowhere` in a place that cannot be written. */
export type Told = 'journal' | 'pending' | 'nowhere';

/** Another writer is waited for so long, and no longer. */
const PATIENCE_MS = 250;

/** Inside the transaction of whoever has begun one, else in its own, committed when it returns. */
export function tellJournal(db: Store, acting: Acting, deed: Deed): Told {
  if (isCopy(db)) return 'nowhere';
  const row = rowOf(acting, deed);
  const patience = db.pragma('busy_timeout', { simple: true });
  try {
    db.pragma(`busy_timeout = ${PATIENCE_MS}`);
    if (!db.inTransaction) takeInPending(db);
    db.transaction(() => appendRow(db, row)).immediate();
    return 'journal';
  } catch (error) {
    if (!isBusy(error)) throw error;
    leavePending(db.name, row);
    return 'pending';
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}
