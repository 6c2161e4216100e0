/** The transaction of one import; a large first load builds the reading indexes behind it instead of row by row. */

import { READING_INDEXES } from '../migrations/001-first.ts';
import { NAME_SEARCH, SEARCH_INDEXES } from '../migrations/005-search.ts';
import type { Store } from '../open-store.ts';

const LARGE_FILE_BYTES = 8 << 20;
const CACHE_KIB = 64 << 10;
const INDEXES = [...READING_INDEXES, ...SEARCH_INDEXES];

export class BulkLoad {
  readonly #db: Store;
  readonly #large: boolean;
  /** one file of a dry run: inside the transaction of the whole run */
  readonly #nested: boolean;

  constructor(db: Store, bytes: number) {
    this.#db = db;
    this.#nested = db.inTransaction;
    this.#large = !this.#nested && bytes >= LARGE_FILE_BYTES;
  }

  /** Inside a transaction of the caller, who decides whether to keep it. */
  get isNested(): boolean {
    return this.#nested;
  }

  begin(): void {
    if (this.#nested) {
      this.#db.exec('SAVEPOINT import_file');
      return;
    }
    this.#db.pragma(`cache_size = -${CACHE_KIB}`);
    // every reference is an id just written or just read: checking each again is a quarter of a large load
    if (this.#large) this.#db.pragma('foreign_keys = OFF');
    this.#db.exec('BEGIN IMMEDIATE');
    if (this.#large && this.#isEmpty()) {
      for (const { name } of INDEXES) this.#db.exec(`DROP INDEX IF EXISTS ${name}`);
      this.#db.exec(NAME_SEARCH.drop);
    }
  }

  commit(): void {
    if (this.#nested) {
      this.#db.exec('RELEASE import_file');
      return;
    }
    for (const { name, sql } of INDEXES)
      this.#db.exec(sql.replace(`CREATE INDEX ${name}`, `CREATE INDEX IF NOT EXISTS ${name}`));
    if (!this.#hasNameSearch()) this.#db.exec(NAME_SEARCH.make);
    this.#db.exec('COMMIT');
    this.#restore();
  }

  rollback(): void {
    if (this.#nested) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK TO import_file; RELEASE import_file');
      return;
    }
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
    this.#restore();
  }

  #restore(): void {
    if (this.#large) this.#db.pragma('foreign_keys = ON');
  }

  #hasNameSearch(): boolean {
    return (
      this.#db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(NAME_SEARCH.table) !== undefined
    );
  }

  #isEmpty(): boolean {
    return this.#db.prepare('SELECT 1 FROM sale LIMIT 1').get() === undefined;
  }
}
