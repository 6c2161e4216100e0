/** A first load that is large makes its indexes behind it; nothing may tell it from a small one afterwards. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { localDay } from '../../../src/domain/day.ts';
import type { Store } from '../../../src/store/engine/store.ts';
import { searchCustomers } from '../../../src/store/search-customers.ts';
import { acting } from '../../acting-in.ts';
import { day, freshStore, importFile } from '../../importing/fixture-imports.ts';

const ROWS = 1_000;
const REMARKS = 'x'.repeat(9_000);

/** A file over eight megabytes, nearly all of it remarks, which are not kept. */
const sales = (lastName: string, remarks: string, rows: number): string =>
  [
    'Deal Number,Sale Date,Customer Number,First Name,Last Name,Cell Phone,VIN,Remarks',
    ...Array.from({ length: rows }, (_, i) => {
      const number = String(10_000 + i);
      return `${number},2024-03-05,${number},Ann,${lastName}${i === 7 ? '-Zamora' : ''},6145550101,1HGCM82633A0${number},${remarks}`;
    }),
  ].join('\n');

async function load(db: Store, text: string, dryRun = false): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'beback-load-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'sales.csv');
  writeFileSync(path, text);
  await importFile(db, path, {
    saved: [],
    dryRun,
    today: day('2026-11-21'),
    now: () => new Date(),
    dayOf: localDay,
    country: { code: 'US', given: true },
    by: 'test',
    acting: () => acting('test', '2026-11-21T12:00:00.000Z'),
    replaces: false,
    ask: null,
  });
}

const schemaOf = (db: Store): unknown[] =>
  db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2").all();

test('the schema is the same, everybody is found, and later changes are kept up with', async () => {
  const db = freshStore();
  const before = schemaOf(db);
  await load(db, sales('Lee', REMARKS, ROWS));
  expect(schemaOf(db)).toEqual(before);
  expect(searchCustomers(db, 'zamora', { limit: 5 }).map(({ name }) => name)).toEqual(['Ann Lee-Zamora']);
  expect(searchCustomers(db, 'ann lee', { limit: ROWS * 2 })).toHaveLength(ROWS);
  await load(db, sales('Young', '', 10));
  expect(searchCustomers(db, 'zamora', { limit: 5 }).map(({ name }) => name)).toEqual(['Ann Young-Zamora']);
  expect(searchCustomers(db, 'young', { limit: 50 })).toHaveLength(10);
  expect(searchCustomers(db, 'ann lee', { limit: ROWS * 2 })).toHaveLength(ROWS - 10);
  db.prepare("INSERT INTO customer_word(customer_word, rank) VALUES ('integrity-check', 1)").run();
});

test('a dry run of several files finds in the second what the first one brought, and leaves nothing', async () => {
  const db = freshStore();
  await load(db, sales('Lee', '', 3));
  const before = schemaOf(db);
  db.exec('BEGIN IMMEDIATE');
  await load(db, sales('Young', '', 8), true);
  await load(db, sales('Miller', '', 8), true);
  expect(searchCustomers(db, 'miller', { limit: 50 })).toHaveLength(8);
  expect(searchCustomers(db, 'lee', { limit: 50 })).toEqual([]);
  db.exec('ROLLBACK');
  expect(schemaOf(db)).toEqual(before);
  expect(searchCustomers(db, 'lee', { limit: 50 })).toHaveLength(3);
  expect(searchCustomers(db, 'miller', { limit: 50 })).toEqual([]);
  await load(db, sales('Young', '', 8));
  expect(searchCustomers(db, 'young', { limit: 50 })).toHaveLength(8);
  db.prepare("INSERT INTO customer_word(customer_word, rank) VALUES ('integrity-check', 1)").run();
});

test('a load that breaks off leaves the words as they were, and the next one is complete', async () => {
  const db = freshStore();
  await load(db, sales('Lee', '', 3));
  const before = schemaOf(db);
  db.exec(
    "CREATE TEMP TRIGGER full BEFORE INSERT ON main.vehicle WHEN new.vin LIKE '%10006' BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  );
  await expect(load(db, sales('Young', '', 8))).rejects.toThrow();
  db.exec('DROP TRIGGER full');
  expect(schemaOf(db)).toEqual(before);
  expect(searchCustomers(db, 'young', { limit: 50 })).toEqual([]);
  await load(db, sales('Young', '', 8));
  expect(searchCustomers(db, 'young', { limit: 50 })).toHaveLength(8);
  db.prepare("INSERT INTO customer_word(customer_word, rank) VALUES ('integrity-check', 1)").run();
});
