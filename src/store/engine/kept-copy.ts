/** A checked copy of a database beside it, kept before its schema is changed. */

import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { Fault } from '../../domain/fault.ts';
import { openDatabase } from './open-database.ts';
import { storeFault } from './store-fault.ts';

/** Where the copy of a database with that schema lies. */
export const keptCopyOf = (path: string, version: number): string => `${path}.schema-${version}`;

/**
 * Whole or not there at all, for its owner only; one that an earlier try left is replaced.
 * @throws Fault `no-copy-before-change`: nothing was changed
 */
export function keepCopy(db: Database.Database, version: number): void {
  const copy = keptCopyOf(db.name, version);
  const draft = `${copy}-draft`;
  try {
    rmSync(draft, { force: true });
    // SQLite takes an empty file for none, and leaves its mode
    writeFileSync(draft, '', { mode: 0o600 });
    chmodSync(draft, 0o600);
    db.prepare('VACUUM INTO ?').run(draft);
    check(draft);
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = storeFault(code, copy)?.message ?? (error instanceof Error ? error.message : String(error));
    throw new Fault(
      `${db.name} is of an earlier beback, and no copy of it could be kept before it is changed: ${why}`,
      {
        code: 'no-copy-before-change',
        hint: 'nothing was changed; make room beside the database and run the command again',
        cause: error,
      },
    );
  }
}

function check(path: string): void {
  const copy = openDatabase(path, { readonly: true });
  try {
    const result = copy.pragma('integrity_check', { simple: true });
    if (result !== 'ok') throw new Error(`the copy did not pass the check: ${result}`);
  } finally {
    copy.close();
  }
}
