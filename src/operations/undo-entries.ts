/** Taking back what was done by hand. */

import type { Acting } from '../domain/acting.ts';
import type { Entry } from '../domain/entry.ts';
import { namesOf } from '../store/search-customers.ts';
import { undoEntry, undoLast } from '../store/writing/take-back.ts';
import { refuseDayToCome } from './days-given.ts';
import { type JournalLine, withCustomers } from './list-journal.ts';
import { refuseOthersThanManagers } from './managers-only.ts';
import type { ActingSession } from './session.ts';

export interface UndoneEntries {
  /** the row of the journal that says so; of several the last */
  readonly entry: number;
  readonly undone: JournalLine;
  /** letters that were written in the same run */
  readonly together: readonly JournalLine[];
  /** customers of a handover who were given again since, by the last entry that did: they stay with whom they were given to */
  readonly kept: readonly { readonly customer_id: number; readonly entry: number }[];
  /** the names of those */
  readonly namesOfKept: ReadonlyMap<number, string>;
}

/**
 * One entry, or, of letters, all that were written together.
 * @param id of an entry; null = the last one of whoever acts
 * @throws Fault `nothing-to-undo`, `unknown-entry`, `not-undoable`, `already-undone`, `no-reason`, `later-entry`, `managers-only`, `future-day`
 */
export function undoEntries(session: ActingSession, id: number | null, why: string | null): UndoneEntries {
  refuseDayToCome(session);
  const { store: db, acting } = session;
  const refuse = (entry: Entry): void => {
    if (isForManagers(entry, acting)) refuseOthersThanManagers(session, `taking back entry ${entry.id}`);
  };
  const done =
    id === null ? undoLast(db, acting, why, { refuse }) : [undoEntry(db, acting, id, why, { refuse })];
  const lines = withCustomers(
    db,
    done.map(({ undone }) => undone),
  );
  const [last, undone] = [done.at(-1), lines.at(-1)];
  if (last === undefined || undone === undefined) throw new Error('nothing was taken back');
  const { entry, kept } = last;
  const namesOfKept = namesOf(
    db,
    kept.map(({ customer_id }) => customer_id),
  );
  return { entry, undone, together: lines.slice(0, -1), kept, namesOfKept };
}

/** What only managers do, only managers take back. */
function isForManagers({ action, details }: Entry, { salespersonId, forWhom }: Acting): boolean {
  if (action === 'give' || action === 'handover') return true;
  if (action === 'cover') return forWhom !== null || salespersonId === null || details.of !== salespersonId;
  if (action !== 'salespeople') return false;
  const { leftOn, merge } = (details.change ?? {}) as { leftOn?: unknown; merge?: unknown };
  return leftOn !== undefined || merge === true;
}
