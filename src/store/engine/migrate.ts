/** Forward-only, numbered schema changes; the change and its number are written in one transaction. */

import type Database from 'better-sqlite3';
import { EXIT, Fault } from '../../domain/fault.ts';
import { FIRST_SCHEMA, READING_INDEXES } from '../migrations/001-first.ts';
import { CONTACTS_SCHEMA } from '../migrations/002-contacts.ts';
import { MAIL_SCHEMA } from '../migrations/003-mail.ts';
import { REGISTRY_SCHEMA } from '../migrations/004-registry.ts';
import { NAME_SEARCH, SEARCH_INDEXES } from '../migrations/005-search.ts';
import { RUNS_SCHEMA } from '../migrations/006-runs.ts';
import { REPLIES_SCHEMA } from '../migrations/007-replies.ts';
import { PLACEHOLDER_EMAIL_SCHEMA } from '../migrations/008-placeholder-email.ts';
import { RENUMBERED_SCHEMA } from '../migrations/009-renumbered.ts';
import { WISH_REACH_SCHEMA } from '../migrations/010-wish-reach.ts';
import { REGISTRY_CHANGES_SCHEMA } from '../migrations/011-registry-changes.ts';
import { NUMBERS_SCHEMA } from '../migrations/012-numbers.ts';
import { VISITS_AND_PROMISES_SCHEMA } from '../migrations/013-visits-and-promises.ts';
import { BOOK_SCHEMA } from '../migrations/014-book.ts';
import { HOME_INDEXES, SOLD_BY_OTHER_SCHEMA } from '../migrations/016-sold-by-other.ts';
import { ASSISTED_SCHEMA } from '../migrations/017-assisted.ts';
import { STOCK_SCHEMA } from '../migrations/018-stock.ts';
import { VISITS_SCHEMA } from '../migrations/019-visits.ts';
import { CASES_SCHEMA } from '../migrations/020-cases.ts';
import { FIRST_SERVICE_SCHEMA } from '../migrations/021-first-service.ts';
import { LANE_SCHEMA } from '../migrations/022-lane.ts';
import { NAME_WORDS_SCHEMA } from '../migrations/024-name-words.ts';
import { MAILBOX_SCHEMA } from '../migrations/025-mailbox.ts';
import { BOOK_INDEXES, BOOK_OF_CREDITS_SCHEMA } from '../migrations/026-book-of-credits.ts';
import { CONTACTS_MADE_SCHEMA } from '../migrations/027-contacts-made.ts';
import { beginJournal } from '../writing/begin-journal.ts';
import { readNamesAnew } from '../writing/follow-names.ts';
import { followWishes } from '../writing/follow-wishes.ts';
import { keepCopy, keptCopyOf } from './kept-copy.ts';
import { asStoreFault, foreignFault, newerFault } from './store-fault.ts';

/** `BEBA` in ASCII: marks the file as ours in SQLite's header. */
export const APPLICATION_ID = 0x42454241;

const MIGRATIONS: readonly ((db: Database.Database) => void)[] = [
  (db) => {
    db.exec(FIRST_SCHEMA);
    for (const index of READING_INDEXES) db.exec(index.sql);
  },
  (db) => db.exec(CONTACTS_SCHEMA),
  (db) => db.exec(MAIL_SCHEMA),
  (db) => db.exec(REGISTRY_SCHEMA),
  (db) => {
    for (const index of SEARCH_INDEXES) db.exec(index.sql);
    db.exec(NAME_SEARCH.make);
  },
  (db) => db.exec(RUNS_SCHEMA),
  (db) => db.exec(REPLIES_SCHEMA),
  (db) => db.exec(PLACEHOLDER_EMAIL_SCHEMA),
  (db) => db.exec(RENUMBERED_SCHEMA),
  (db) => {
    db.exec(WISH_REACH_SCHEMA);
    followWishes(db, 'all');
  },
  (db) => db.exec(REGISTRY_CHANGES_SCHEMA),
  (db) => db.exec(NUMBERS_SCHEMA),
  (db) => db.exec(VISITS_AND_PROMISES_SCHEMA),
  (db) => db.exec(BOOK_SCHEMA),
  beginJournal,
  (db) => {
    db.exec(SOLD_BY_OTHER_SCHEMA);
    for (const index of HOME_INDEXES) db.exec(index.sql);
  },
  (db) => db.exec(ASSISTED_SCHEMA),
  (db) => db.exec(STOCK_SCHEMA),
  (db) => db.exec(VISITS_SCHEMA),
  (db) => db.exec(CASES_SCHEMA),
  (db) => db.exec(FIRST_SERVICE_SCHEMA),
  (db) => db.exec(LANE_SCHEMA),
  (db) => {
    db.exec(NAME_WORDS_SCHEMA);
    readNamesAnew(db);
  },
  (db) => db.exec(MAILBOX_SCHEMA),
  (db) => {
    db.exec(BOOK_OF_CREDITS_SCHEMA);
    for (const index of BOOK_INDEXES) db.exec(index.sql);
  },
  (db) => db.exec(CONTACTS_MADE_SCHEMA),
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** The first version that keeps a journal. */
export const JOURNAL_SINCE = MIGRATIONS.indexOf(beginJournal) + 1;

/**
 * Brings the file to this program's schema.
 * @param keepsCopy whether a checked copy of one of an earlier version is kept beside it
 * @throws Fault `db-foreign` for another program's database, `db-newer` for one written by a newer beback;
 * `no-copy-before-change`, `db-not-migrated`: the file is as it was
 */
export function migrate(db: Database.Database, { keepsCopy = false } = {}): void {
  const version = versionOf(db);
  if (version === SCHEMA_VERSION && applicationOf(db) === APPLICATION_ID) return;
  const isEarlier = version > 0 && version < SCHEMA_VERSION && applicationOf(db) === APPLICATION_ID;
  if (keepsCopy && isEarlier) keepCopy(db, version);
  // a table that others refer to is changed by making it anew; inside a transaction this could not be switched
  const checksReferences = db.pragma('foreign_keys', { simple: true });
  db.pragma('foreign_keys = OFF');
  try {
    migrateAtOnce(db);
  } catch (error) {
    throw isEarlier && keepsCopy ? notMigrated(db.name, version, error) : error;
  } finally {
    db.pragma(`foreign_keys = ${checksReferences}`);
  }
}

/** What stopped the change was taken back with all of it. Who waits for another program may try again. */
function notMigrated(path: string, version: number, error: unknown): unknown {
  const fault = asStoreFault(error, path);
  if (fault instanceof Fault && (fault.exit === EXIT.tryAgain || fault.code === 'db-newer')) return fault;
  const why = error instanceof Error ? error.message : String(error);
  return new Fault(`${path} could not be brought to this version of beback: ${why}`, {
    code: 'db-not-migrated',
    hint: `it is as it was, and ${keptCopyOf(path, version)} is a copy of it; use the beback of before, and send us this message`,
    cause: error,
  });
}

function migrateAtOnce(db: Database.Database): void {
  db.transaction(() => {
    // read again inside the transaction: another process may have migrated meanwhile
    const version = versionOf(db);
    const application = applicationOf(db);
    const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
    if (application !== APPLICATION_ID && !(application === 0 && version === 0 && empty)) {
      throw foreignFault(db.name);
    }
    if (version > SCHEMA_VERSION) throw newerFault(db.name, version, SCHEMA_VERSION);
    for (const change of MIGRATIONS.slice(version)) change(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  }).immediate();
}

const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));
const applicationOf = (db: Database.Database): number =>
  Number(db.pragma('application_id', { simple: true }));
