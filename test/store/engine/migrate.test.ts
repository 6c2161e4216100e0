/** Databases of earlier versions, opened by this one. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { blocksOf } from '../../../src/store/blocks.ts';
import { openDatabase } from '../../../src/store/engine/open-database.ts';
import { openStore } from '../../../src/store/engine/open-store.ts';
import type { Store } from '../../../src/store/engine/store.ts';
import { FIRST_SCHEMA, READING_INDEXES } from '../../../src/store/migrations/001-first.ts';
import { CONTACTS_SCHEMA } from '../../../src/store/migrations/002-contacts.ts';
import { searchCustomers } from '../../../src/store/search-customers.ts';
import { listEntries } from '../../../src/store/writing/entry-log.ts';
import { undoEntry } from '../../../src/store/writing/take-back.ts';
import { acting } from '../../acting-in.ts';

/** `BEBA` */
const APPLICATION_ID = 0x42454241;

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beback-migrate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'store.db');
}

function firstVersion(path: string): Store {
  const old = openDatabase(path);
  old.exec(FIRST_SCHEMA);
  for (const { sql } of READING_INDEXES) old.exec(sql);
  old.pragma(`application_id = ${APPLICATION_ID}`);
  old.pragma('user_version = 1');
  return old;
}

test('keeps its customers, their opt-outs with the day they are known since, and finds them by name', () => {
  const path = newPath();
  const old = firstVersion(path);
  old.exec(`INSERT INTO customer (id, store, kind, first_name, last_name, name_key, cell_phone, do_not_call, do_not_mail, as_of)
    VALUES (7, '', 'person', 'José', 'Núñez', 'jose nunez', '+16145550101', 1, 1, '2026-10-31T00:00:00.000Z 2026-10-12')`);
  old.close();

  for (let times = 0; times < 2; times++) {
    const db = openStore(path);
    const known = { since: '2026-10-31', origin: 'import', file: null, through: null, why: null, by: null };
    expect(blocksOf(db, 7)).toEqual([
      { channel: 'call', ...known },
      { channel: 'mail', ...known },
    ]);
    for (const text of ['nunez jose', '555-0101'])
      expect(searchCustomers(db, text, { limit: 5 }).map(({ id }) => id)).toEqual([7]);
    db.close();
  }
});

test('keeps what was logged, with what hangs on it, and goes on checking references', () => {
  const path = newPath();
  const old = firstVersion(path);
  old.exec(CONTACTS_SCHEMA);
  old.pragma('user_version = 2');
  old.exec(`INSERT INTO customer (id, store, kind, first_name, last_name, name_key, as_of)
    VALUES (7, '', 'person', 'Ann', 'Lee', 'ann lee', '2026-10-31T00:00:00.000Z 2026-10-12')`);
  const entry = old.prepare(
    "INSERT INTO entry (id, at, by, customer_id, action, details) VALUES (?, '2026-11-01T12:00:00.000Z', 'Pat', 7, ?, '{}')",
  );
  entry.run(3, 'block');
  entry.run(5, 'note');
  old.exec(`INSERT INTO block (customer_id, channel, origin, since_on, entry_id) VALUES (7, 'call', 'hand', '2026-11-01', 3);
    INSERT INTO personal_fact (id, customer_id, text, told_on) VALUES (5, 7, 'has twins', '2026-11-01')`);
  old.close();

  const db = openStore(path);
  onTestFinished(() => {
    db.close();
  });
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(
    listEntries(db, { limit: 9 }).map(({ id, action, customer_id }) => [id, action, customer_id]),
  ).toEqual([
    [6, 'opening', null],
    [5, 'note', 7],
    [3, 'block', 7],
  ]);
  expect(() => db.exec('DELETE FROM entry WHERE id = 3')).toThrow('FOREIGN KEY');
  undoEntry(db, acting('Pat', '2026-11-02T12:00:00.000Z'), 3, 'a slip');
  expect(blocksOf(db, 7)).toEqual([]);
});

describe('before a store of an earlier version is changed', () => {
  test('a checked copy of it is kept beside it, for its owner only', () => {
    const path = newPath();
    firstVersion(path).close();
    openStore(path).close();
    const kept = `${path}.schema-1`;
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    const copy = openDatabase(kept, { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
    expect(readdirSync(dirname(path)).sort()).toEqual(['store.db', 'store.db.schema-1']);
  });

  test('a change that fails half-way leaves it whole, and says so', () => {
    const path = newPath();
    const old = firstVersion(path);
    old.exec("CREATE TABLE run (mine TEXT); INSERT INTO run VALUES ('kept')");
    old.close();
    expect(() => openStore(path)).toThrow(
      expect.objectContaining({
        code: 'db-not-migrated',
        message: expect.stringContaining('table run already exists'),
        hint: expect.stringContaining(`it is as it was, and ${path}.schema-1 is a copy of it`),
      }),
    );
    const still = openDatabase(path, { readonly: true });
    expect(still.pragma('user_version', { simple: true })).toBe(1);
    expect(still.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(still.prepare('SELECT mine FROM run').pluck().get()).toBe('kept');
    expect(still.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'mail'").pluck().get()).toBe(0);
    still.close();
  });

  test('no copy, no change', () => {
    const path = newPath();
    firstVersion(path).close();
    mkdirSync(join(`${path}.schema-1`, 'in the way'), { recursive: true });
    expect(() => openStore(path)).toThrow(expect.objectContaining({ code: 'no-copy-before-change' }));
    expect(readdirSync(dirname(path)).sort()).toEqual(['store.db', 'store.db.schema-1']);
    const still = openDatabase(path, { readonly: true });
    expect(still.pragma('user_version', { simple: true })).toBe(1);
    still.close();
  });

  test('one that is new, or of this version, needs none', () => {
    const path = newPath();
    openStore(path).close();
    openStore(path).close();
    expect(readdirSync(dirname(path)).filter((name) => name.includes('schema'))).toEqual([]);
  });
});
