/** Whose file it is that lies where the database should be, told without touching it. */

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Fault } from '../../../src/domain/fault.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../../src/store/engine/migrate.ts';
import { openDatabase } from '../../../src/store/engine/open-database.ts';
import { openStore } from '../../../src/store/engine/open-store.ts';
import { isStore } from '../../../src/store/engine/store-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-file-'));
  path = join(folder, 'store.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** As another program makes one; what was written last is only in the log beside it. */
function withLog(...statements: string[]): void {
  const made = openDatabase(join(folder, 'made.db'));
  made.pragma('journal_mode = WAL');
  for (const statement of statements) made.exec(statement);
  copyFileSync(join(folder, 'made.db'), path);
  copyFileSync(join(folder, 'made.db-wal'), `${path}-wal`);
  made.close();
  rmSync(join(folder, 'made.db'));
}

function answer(): boolean | string {
  const before = readdirSync(folder);
  try {
    return isStore(path);
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  } finally {
    expect(readdirSync(folder)).toEqual(before);
  }
}

const ours = (version: number): string[] => [
  'CREATE TABLE customer (id)',
  `PRAGMA application_id = ${APPLICATION_ID}`,
  `PRAGMA user_version = ${version}`,
];

test('a store is one, closed or with all of it in the log', () => {
  openStore(path).close();
  expect(answer()).toBe(true);
  rmSync(path);
  withLog(...ours(SCHEMA_VERSION));
  expect(answer()).toBe(true);
});

test('one of an older version is, and what a newer one wrote behind it in the log counts', () => {
  withLog(...ours(SCHEMA_VERSION - 1));
  expect(answer()).toBe(true);
  withLog(
    ...ours(SCHEMA_VERSION - 1),
    'PRAGMA wal_checkpoint',
    `PRAGMA user_version = ${SCHEMA_VERSION + 1}`,
  );
  expect(answer()).toBe('db-newer');
});

test.each([
  ['nothing', () => {}],
  ['an empty file', () => writeFileSync(path, '')],
  ['a database without anything in it', () => withLog('SELECT count(*) FROM sqlite_schema')],
  ['a link to nowhere', () => symlinkSync(join(folder, 'nowhere.db'), path)],
  [
    'a path through a file',
    () => {
      writeFileSync(join(folder, 'file'), 'x');
      path = join(folder, 'file', 'store.db');
    },
  ],
])('%s is no store yet', (_, make) => {
  make();
  expect(answer()).toBe(false);
});

test.each([
  ["another program's", 'db-foreign', ['CREATE TABLE t (a)', 'PRAGMA wal_checkpoint']],
  ["another program's that is all in the log", 'db-foreign', ['CREATE TABLE t (a)']],
  ['one that another program has marked', 'db-foreign', ['PRAGMA application_id = 77']],
  ['one that another program has numbered', 'db-foreign', ['PRAGMA user_version = 3']],
  ['one of a newer beback', 'db-newer', ours(SCHEMA_VERSION + 1)],
])('%s is refused', (_, code, statements) => {
  withLog(...statements);
  expect(answer()).toBe(code);
});

test("what was taken back again in a log is nobody's", () => {
  withLog('BEGIN', 'CREATE TABLE t (a)', 'ROLLBACK');
  expect(answer()).toBe(false);
});

test.each([
  ['text', 'db-notadb', () => writeFileSync(path, 'Deal No,Customer Name\n1,Ann Lee\n')],
  ['one byte', 'db-notadb', () => writeFileSync(path, 'x')],
  ['something encrypted', 'db-notadb', () => writeFileSync(path, Buffer.alloc(8192, 0xa7))],
  ['a folder', 'db-eisdir', () => mkdirSync(path)],
  [
    'the log of a database',
    'db-notadb',
    () => {
      withLog('CREATE TABLE t (a)');
      writeFileSync(path, readFileSync(`${path}-wal`));
    },
  ],
  [
    'what is left of a store that was cut off',
    'db-corrupt',
    () => {
      openStore(path).close();
      truncateSync(path, 60);
    },
  ],
  [
    "a link to another's",
    'db-foreign',
    () => {
      withLog('CREATE TABLE t (a)', 'PRAGMA wal_checkpoint');
      copyFileSync(path, join(folder, 'other.db'));
      rmSync(path);
      symlinkSync(join(folder, 'other.db'), path);
    },
  ],
  ['links in a circle', 'db-eloop', () => symlinkSync(path, path)],
])('%s is refused as what it is', (_, code, make) => {
  make();
  expect(answer()).toBe(code);
});

test.skipIf(process.platform === 'win32')('a pipe is refused without waiting for who writes into it', () => {
  expect(spawnSync('mkfifo', [path]).status).toBe(0);
  expect(answer()).toBe('db-no-file');
});
