/** The transaction of one import; what only reading needs is brought up to date behind it instead of row by row. */

import { sortInFiles } from '../engine/sort-beside.ts';
import type { Store } from '../engine/store.ts';
import { READING_INDEXES } from '../migrations/001-first.ts';
import { NAME_SEARCH, SEARCH_INDEXES } from '../migrations/005-search.ts';
import { HOME_INDEXES } from '../migrations/016-sold-by-other.ts';
import { BOOK_INDEXES } from '../migrations/026-book-of-credits.ts';
import { followNames, readNamesAnew } from './follow-names.ts';

const LARGE_FILE_BYTES = 8 << 20;
/** From here on it is quicker to make the indexes of a first load behind it than to keep them up. */
const WORTH_DROPPING_BYTES = 1 << 20;
const CACHE_KIB = 40 << 10;
/** Behind the last row: sorting for an index takes as much again as the cache may. */
const SORTING_KIB = 16 << 10;
/** Sorting in memory takes as much as the index: what is larger is sorted in files. */
const SORTED_IN_FILES_BYTES = 64 << 20;
const INDEXES = [...READING_INDEXES, ...SEARCH_INDEXES, ...HOME_INDEXES, ...BOOK_INDEXES];

export class BulkLoad {
  readonly #db: Store;
  readonly #bytes: number;
  /** one file of a dry run: inside the transaction of the whole run */
  readonly #nested: boolean;
  #dropped = false;
  #endsSorting: (() => void) | null = null;

  constructor(db: Store, bytes: number) {
    this.#db = db;
    this.#bytes = bytes;
    this.#nested = db.inTransaction;
  }

  /** Inside a transaction of the caller, who decides whether to keep it. */
  get isNested(): boolean {
    return this.#nested;
  }

  begin(): void {
    if (this.#nested) this.#db.exec('SAVEPOINT import_file');
    else {
      this.#db.pragma(`cache_size = -${CACHE_KIB}`);
      if (this.#bytes >= SORTED_IN_FILES_BYTES) this.#endsSorting = sortInFiles(this.#db);
      // every reference is an id just written or just read: checking each again is a quarter of a large load
      if (this.#isLarge()) this.#db.pragma('foreign_keys = OFF');
      this.#db.exec('BEGIN IMMEDIATE');
    }
    this.#dropped = !this.#nested && this.#bytes >= WORTH_DROPPING_BYTES && this.#isEmpty();
    if (this.#dropped) for (const { name } of INDEXES) this.#db.exec(`DROP INDEX IF EXISTS ${name}`);
    this.#db.exec(this.#dropped ? NAME_SEARCH.drop : NAME_SEARCH.hold);
  }

  /** @param behind what needs the indexes, and belongs to the transaction all the same */
  commit(behind?: () => void): void {
    if (this.#dropped) {
      this.#db.pragma(`cache_size = -${SORTING_KIB}`);
      this.#db.pragma('shrink_memory');
      for (const { name, sql } of INDEXES)
        this.#db.exec(sql.replace(`CREATE INDEX ${name}`, `CREATE INDEX IF NOT EXISTS ${name}`));
    }
    if (this.#dropped) {
      this.#db.exec(NAME_SEARCH.make);
      readNamesAnew(this.#db);
    } else {
      this.#db.exec(NAME_SEARCH.catchUp);
      followNames(this.#db);
      this.#db.exec(NAME_SEARCH.release);
    }
    behind?.();
    this.#db.exec(this.#nested ? 'RELEASE import_file' : 'COMMIT');
    this.#restore();
  }

  rollback(): void {
    if (this.#nested) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK TO import_file; RELEASE import_file');
      return;
    }
    try {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
    } finally {
      this.#restore();
    }
  }

  #restore(): void {
    if (!this.#nested && this.#isLarge()) this.#db.pragma('foreign_keys = ON');
    this.#endsSorting?.();
    this.#endsSorting = null;
  }

  #isLarge(): boolean {
    return this.#bytes >= LARGE_FILE_BYTES;
  }

  #isEmpty(): boolean {
    return this.#db.prepare('SELECT 1 FROM sale LIMIT 1').get() === undefined;
  }
}
