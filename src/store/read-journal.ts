/** The journal as it lies there, for whoever checks it. */

import type { JournalContent, JournalRow } from '../domain/journal-chain.ts';
import type { Store } from './engine/store.ts';

/** Ascending by id. */
export const journalRows = (db: Store): JournalRow[] =>
  db
    .prepare<[], JournalRow>(
      'SELECT id, at, "on", "by", for_whom, os_user, action, customer_id, digest, hash FROM journal ORDER BY id',
    )
    .all();

/** By id. */
export const journalContents = (db: Store): Map<number, JournalContent> =>
  new Map(
    db
      .prepare<[], JournalContent>('SELECT id, salt, content FROM journal_content ORDER BY id')
      .all()
      .map((content) => [content.id, content]),
  );

/** What tells this database from every other, for as long as it lives: hex digits; of an empty one `0`. */
export const storeId = (db: Store): string =>
  db.prepare<[], string>('SELECT substr(hash, 1, 16) FROM journal ORDER BY id LIMIT 1').pluck().get() ?? '0';

/** How many rows there are, and the hash of the last; null without any. */
export function journalHead(db: Store): { readonly entries: number; readonly head: string } | null {
  const last = db.prepare<[], { hash: string }>('SELECT hash FROM journal ORDER BY id DESC LIMIT 1').get();
  if (last === undefined) return null;
  const entries = db.prepare<[], number>('SELECT count(*) FROM journal').pluck().get() ?? 0;
  return { entries, head: last.hash };
}

/** The newest day on which a run mailed its managers number and head; null = never. */
export const headLastMailed = (db: Store): string | null =>
  db
    .prepare<[], string | null>("SELECT max(day) FROM mail WHERE kind = 'digest' AND state = 'sent'")
    .pluck()
    .get() ?? null;
