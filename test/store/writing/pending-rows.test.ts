import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../src/store/engine/open-store.ts';
import type { Store } from '../../../src/store/engine/store.ts';
import { type NewRow, rowOf } from '../../../src/store/writing/journal.ts';
import { countPending, leavePending, takeInPending } from '../../../src/store/writing/pending-rows.ts';
import { acting } from '../../acting-in.ts';

let folder: string;
let db: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-pending-'));
  db = openStore(join(folder, 'store.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const row = (what: string): NewRow =>
  rowOf(acting('Pat', '2026-11-21T12:00:00.000Z'), {
    customerId: null,
    action: 'export',
    details: { what },
  });
const told = (): string[] =>
  db.prepare<[], string>("SELECT content ->> '$.what' FROM journal_content ORDER BY id").pluck().all();
const waiting = (): string[] => readdirSync(folder).filter((name) => name.includes('.pending'));

test('all that waits goes in, in the order in which it was told, and the file goes', () => {
  for (const what of ['sales', 'customers']) leavePending(db.name, row(what));
  expect(countPending(db.name)).toBe(2);
  takeInPending(db);
  expect([told(), waiting()]).toEqual([['sales', 'customers'], []]);
});

test('what two runs that died had begun to take goes in once, beside what is new', () => {
  const known = row('sales');
  leavePending(db.name, known);
  takeInPending(db);
  appendFileSync(`${db.name}.pending-1`, `${JSON.stringify(known)}\n`);
  appendFileSync(`${db.name}.pending-2`, `${JSON.stringify(row('contacts'))}\n`);
  leavePending(db.name, row('customers'));
  takeInPending(db);
  expect([told().sort(), waiting()]).toEqual([['contacts', 'customers', 'sales'], []]);
});

test('a row told while the others are taken in stays for the next writing', () => {
  appendFileSync(`${db.name}.pending-1`, `${JSON.stringify(row('sales'))}\n`);
  // told in the very moment in which the file is read
  let isTold = false;
  db.function('now_told', () => {
    if (!isTold) appendFileSync(`${db.name}.pending-1`, `${JSON.stringify(row('late'))}\n`);
    isTold = true;
    return 1;
  });
  db.exec('CREATE TEMP TRIGGER told_late AFTER INSERT ON main.journal_content BEGIN SELECT now_told(); END');
  takeInPending(db);
  expect([told(), countPending(db.name)]).toEqual([['sales'], 2]);
  takeInPending(db);
  expect([told(), waiting()]).toEqual([['sales', 'late'], []]);
});

test('a line that a full disk cut off is no row', () => {
  leavePending(db.name, row('sales'));
  appendFileSync(`${db.name}.pending`, '{"at":"2026');
  takeInPending(db);
  expect([told(), waiting()]).toEqual([['sales'], []]);
});
