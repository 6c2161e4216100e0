/** Taking back what was done by hand. */

import { undoEntry, undoLast } from '../store/writing/take-back.ts';
import { type JournalLine, withCustomers } from './list-journal.ts';
import type { ActingSession } from './session.ts';

export interface UndoneEntries {
  /** the row of the journal that says so; of several the last */
  readonly entry: number;
  readonly undone: JournalLine;
  /** letters that were written in the same run */
  readonly together: readonly JournalLine[];
  /** customers of a handover who were given again since: they stay with whom they were given to */
  readonly kept: readonly { readonly customer_id: number; readonly entry: number }[];
}

/**
 * One entry, or, of letters, all that were written together.
 * @param id of an entry; null = the last one of whoever acts
 * @throws Fault `nothing-to-undo`, `unknown-entry`, `not-undoable`, `already-undone`, `no-reason`, `later-entry`
 */
export function undoEntries(
  { store: db, acting }: ActingSession,
  id: number | null,
  why: string | null,
): UndoneEntries {
  const done = id === null ? undoLast(db, acting, why) : [undoEntry(db, acting, id, why)];
  const lines = withCustomers(
    db,
    done.map(({ undone }) => undone),
  );
  const [last, undone] = [done.at(-1), lines.at(-1)];
  if (last === undefined || undone === undefined) throw new Error('nothing was taken back');
  return { entry: last.entry, undone, together: lines.slice(0, -1), kept: [] };
}
