/** The journal of a store of before: its entries move over with their ids, and a row tells with what the chain begins. */

import { createHash } from 'node:crypto';
import type { Day } from '../../domain/day.ts';
import type { Store } from '../engine/store.ts';
import { ENTRIES_OF_BEFORE, JOURNAL_SCHEMA, SLIM_ENTRIES } from '../migrations/015-journal.ts';
import { appendRow, newSalt } from './journal.ts';

interface EntryOfBefore {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly customer_id: number | null;
  readonly action: string;
  readonly details: string;
}

/** What the chain begins with: how much of each, and the SHA-256 of all of it. */
interface Opening {
  readonly entries: number;
  readonly imports: number;
  readonly mails: number;
  readonly sha256: string;
}

/** Inside the transaction of the migration. A store that is only being made begins with nothing. */
export function beginJournal(db: Store): void {
  db.exec(JOURNAL_SCHEMA);
  const isNew = db.pragma('user_version', { simple: true }) === 0;
  const opening = isNew ? null : openingOf(db);
  for (const entry of db.prepare<[], EntryOfBefore>(ENTRIES_OF_BEFORE).all()) moveOver(db, entry);
  db.exec(SLIM_ENTRIES);
  if (opening === null) return;
  const at = new Date().toISOString();
  appendRow(db, {
    at,
    on: at.slice(0, 10),
    by: 'beback',
    for_whom: null,
    os_user: null,
    action: 'opening',
    customer_id: null,
    salt: newSalt(),
    content: JSON.stringify(opening),
  });
}

function moveOver(db: Store, { id, details, ...entry }: EntryOfBefore): void {
  const on = (JSON.parse(details) as { on?: Day }).on ?? entry.at.slice(0, 10);
  const row = { ...entry, on, for_whom: null, os_user: null, salt: newSalt(), content: details };
  appendRow(db, row, id);
}

function openingOf(db: Store): Opening {
  const hash = createHash('sha256');
  const count = (sql: string): number => {
    let rows = 0;
    for (const row of db.prepare<[], unknown[]>(sql).raw().iterate()) {
      hash.update(`${JSON.stringify(row)}\n`);
      rows += 1;
    }
    return rows;
  };
  const entries = count('SELECT * FROM entry ORDER BY id');
  const imports = count('SELECT id, file, sha256, kind, started_at, row_count FROM import ORDER BY id');
  const mails = count('SELECT id, day, kind, recipient, address, message_id, state FROM mail ORDER BY id');
  return { entries, imports, mails, sha256: hash.digest('hex') };
}
