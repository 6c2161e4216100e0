/** A store in a place nobody can write is read from a copy, with what is only in its log; nothing is left of the copy. */

import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backupStore } from '../../../src/store/engine/backup.ts';
import { APPLICATION_ID } from '../../../src/store/engine/migrate.ts';
import { openDatabase } from '../../../src/store/engine/open-database.ts';
import { openStore, openStoreToRead } from '../../../src/store/engine/open-store.ts';
import type { Store } from '../../../src/store/engine/store.ts';
import { isCopy } from '../../../src/store/engine/store-copy.ts';
import { FIRST_SCHEMA } from '../../../src/store/migrations/001-first.ts';
import { listRuns } from '../../../src/store/runs.ts';
import { listSalespeople } from '../../../src/store/salespeople.ts';
import { insertSalesperson } from '../../../src/store/writing/change-salesperson.ts';

let folder: string;
let path: string;
let copies: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-copy-'));
  path = join(folder, 'store.db');
  copies = join(folder, 'tmp');
  mkdirSync(copies);
  vi.stubEnv('TMPDIR', copies);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function storeWith(...names: string[]): void {
  const db = openStore(path);
  for (const name of names) insertSalesperson(db, name, {});
  db.close();
}

/** The store with somebody who is in the log alone, as a program that died leaves it. */
function storeWithLog(name: string): void {
  const live = openStore(join(folder, 'live.db'));
  live.pragma('wal_checkpoint');
  insertSalesperson(live, name, {});
  for (const end of ['', '-wal']) copyFileSync(join(folder, `live.db${end}`), `${path}${end}`);
  live.close();
}

function copyOf(options: { inMemoryUpTo?: number } = {}): Store {
  const db = openStoreToRead(path, { fromCopy: true, ...options });
  if (db === null) throw new Error('there is no store');
  return db;
}

const namesIn = (db: Store): string[] => listSalespeople(db).map(({ name }) => name);
const bytesOf = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('store.db'))
    .map((name) => `${name} ${readFileSync(join(folder, name)).toString('base64')}`);

test.each([
  ['in memory', {}],
  ['in a file of its own', { inMemoryUpTo: 0 }],
])('%s: it tells the same, takes nothing in, and leaves nothing behind', (_, options) => {
  storeWith('Dana Reyes');
  const before = bytesOf();
  const db = copyOf(options);
  expect(isCopy(db)).toBe(true);
  expect(readdirSync(copies)).toEqual([]);
  expect(namesIn(db)).toEqual(['Dana Reyes']);
  expect(() => insertSalesperson(db, 'Ben Okafor', {})).toThrow('readonly');
  expect(db.pragma('temp_store', { simple: true })).toBe(2);
  db.close();
  expect(bytesOf()).toEqual(before);
});

test.each([{}, { inMemoryUpTo: 0 }])('what is only in the log is told too: %j', (options) => {
  storeWithLog('Dana Reyes');
  const before = bytesOf();
  const db = copyOf(options);
  expect(namesIn(db)).toEqual(['Dana Reyes']);
  expect(readdirSync(copies)).toEqual([]);
  db.close();
  expect(bytesOf()).toEqual(before);
});

test('one of the first version is brought up to date in the copy alone', () => {
  const old = openDatabase(path);
  old.pragma('journal_mode = WAL');
  old.exec(FIRST_SCHEMA);
  old.pragma(`application_id = ${APPLICATION_ID}`);
  old.pragma('user_version = 1');
  old.close();
  const before = bytesOf();
  for (const options of [{}, { inMemoryUpTo: 0 }]) {
    const db = copyOf(options);
    expect(listRuns(db, 5)).toEqual([]);
    db.close();
  }
  expect(bytesOf()).toEqual(before);
});

test('runs that are only in the file beside it are told, and stay there', () => {
  storeWith();
  const run = { id: null, command: 'send', by: 'cron', started_at: '2026-11-21T07:30:00.000Z' };
  const end = { finished_at: '2026-11-21T07:31:00.000Z', exit_code: 75, counts: null, fault: 'db-busy' };
  appendFileSync(`${path}-missed-runs`, `${JSON.stringify({ ...run, ...end })}\n`);
  const before = bytesOf();
  const db = copyOf();
  expect(listRuns(db, 5)).toMatchObject([{ command: 'send', fault: 'db-busy' }]);
  db.close();
  expect(bytesOf()).toEqual(before);
});

test('without room for a copy that is said', () => {
  storeWith();
  vi.stubEnv('TMPDIR', join(folder, 'not-there'));
  expect(() => copyOf({ inMemoryUpTo: 0 })).toThrow('no room for a copy');
});

test('a copy can be backed up', async () => {
  storeWith('Dana Reyes');
  const db = copyOf();
  const file = join(folder, 'backup.db');
  await backupStore(db, file, file);
  db.close();
  const copy = openStore(file);
  expect(namesIn(copy)).toEqual(['Dana Reyes']);
  copy.close();
});

test('what SQLite needs for a moment stays in memory on every connection to a store', () => {
  const made = openStore(path);
  const read = openStoreToRead(path);
  for (const db of [made, read]) {
    expect(db?.pragma('temp_store', { simple: true })).toBe(2);
    db?.close();
  }
});
