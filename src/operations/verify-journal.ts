/** Whether the journal is whole. */

import { usageFault } from '../domain/fault.ts';
import { checkJournal, type EarlierHead, type JournalCheck } from '../domain/journal-check.ts';
import { journalContents, journalRows } from '../store/read-journal.ts';
import type { Session } from './session.ts';

/**
 * @param earlier number and head of an earlier day, kept outside of the store
 * @throws Fault `bad-head` for an earlier head that cannot be one
 */
export function verifyJournal(
  { store: db }: Pick<Session, 'store'>,
  earlier: EarlierHead | null,
): JournalCheck {
  if (earlier !== null && !/^[0-9a-f]{64}$/i.test(earlier.head))
    throw usageFault(
      'bad-head',
      `${earlier.head} is no head of a journal`,
      'it has 64 hex digits, as the digest shows it',
    );
  return db.transaction(() => checkJournal(journalRows(db), journalContents(db), earlier))();
}
