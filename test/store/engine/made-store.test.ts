/** A database that was made for nothing is taken away again; one that somebody else uses or that holds something is not. */

import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeStore } from '../../../src/store/engine/made-store.ts';
import { openDatabase } from '../../../src/store/engine/open-database.ts';
import { openExistingStore, openStore } from '../../../src/store/engine/open-store.ts';
import { importFixture } from '../../importing/fixture-imports.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-made-'));
  path = join(folder, 'store.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('nothing of it is left, also in the middle of a transaction', () => {
  const db = openStore(path);
  db.exec('BEGIN IMMEDIATE; CREATE TABLE half_done (a)');
  closeStore(db);
  expect(readdirSync(folder)).toEqual([]);
});

test('the folders that were made for it go with it, those that were there stay', () => {
  const db = openStore(join(folder, 'share', 'beback', 'store.db'), { makesFolder: true });
  expect(statSync(join(folder, 'share', 'beback')).isDirectory()).toBe(true);
  closeStore(db);
  expect(readdirSync(folder)).toEqual([]);
});

test('no other folder is made', () => {
  expect(() => openStore(join(folder, 'share', 'store.db'))).toThrow(`${join(folder, 'share')}: there is no`);
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that was empty is empty again', () => {
  writeFileSync(path, '', { mode: 0o644 });
  const db = openStore(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  closeStore(db);
  expect([readdirSync(folder), statSync(path).size]).toEqual([['store.db'], 0]);
});

test('an import keeps it', async () => {
  const db = openStore(path);
  await importFixture(db, 'layouts/lotwizard-deals.csv');
  closeStore(db);
  expect(openExistingStore(path)?.prepare('SELECT count(*) FROM import').pluck().get()).toBe(1);
});

test('it stays while another has it open', () => {
  const db = openStore(path);
  const other = openDatabase(path);
  other.prepare('SELECT count(*) FROM import').get();
  closeStore(db);
  expect(existsSync(path)).toBe(true);
  other.close();
});

test('one that was there before is closed and nothing else', () => {
  openStore(path).close();
  closeStore(openStore(path));
  expect(existsSync(path)).toBe(true);
});

test('none is made where it would undo the log of one that was moved away', () => {
  writeFileSync(`${path}-wal`, 'not empty');
  expect(() => openStore(path)).toThrow('belongs to a database that is not here');
  expect(readdirSync(folder)).toEqual(['store.db-wal']);
});
