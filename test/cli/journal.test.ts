/** The journal at the entry point: what gets a row, what its chain proves, what can be taken back. */

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';

const HEADER = 'Deal No,Cust No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson\n';
const SALES = `${HEADER}D1,1,"Lee, Ann",6145550101,2026-11-14,1HGCM82633A004352,Dana Reyes
D2,2,"Ray, Bob",6145550102,2026-11-15,1HGCM82633A004353,Maria Delgado
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path('sales.csv'), SALES);
});

const path = (name: string): string => join(folder, name);
const beback = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', path('store.db'), '--on', '2026-11-21', ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
  );
  return { status, stdout, stderr };
};
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
const json = (...args: string[]): any => JSON.parse(beback(...args, '--json').stdout);
const imported = (): void => {
  expect(beback('import', path('sales.csv')).status).toBe(0);
};
const rows = (): { id: number; action: string }[] => json('journal').entries;
const verified = (...flags: string[]) => {
  const { status, stdout } = beback('journal', 'verify', '--json', ...flags);
  return { status, ...JSON.parse(stdout) };
};
/** What somebody with the file can do, and the program does not. */
function tampered(sql: string): void {
  const db = openDatabase(path('store.db'));
  db.exec(`DROP TRIGGER journal_not_changed; DROP TRIGGER journal_not_deleted; ${sql}`);
  db.close();
}

describe('what gets a row', () => {
  test('an import one for each file, whatever it holds, and another when all is the same', () => {
    imported();
    imported();
    expect(json('journal').entries).toMatchObject([
      { id: 2, action: 'import', customer: null, details: { import_id: 2, rows: 2, new: 0, same: 2 } },
      {
        id: 1,
        action: 'import',
        on: '2026-11-21',
        details: { import_id: 1, file: path('sales.csv'), new: 2 },
      },
    ]);
    expect(beback('import', '--dry-run', path('sales.csv')).status).toBe(0);
    expect(rows()).toHaveLength(2);
  });

  test('a deed, with who did it, on which day, and as whom the machine knows them', () => {
    imported();
    beback('--as', 'Dana Reyes', 'log', '1', 'voicemail');
    const [entry] = json('journal').entries;
    expect(entry).toMatchObject({
      id: 2,
      action: 'log',
      by: 'Dana Reyes',
      for: null,
      on: '2026-11-21',
      os_user: expect.stringMatching(/./),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      customer: { id: 1, name: 'Ann Lee' },
    });
  });

  test('a promise on the day it was given', () => {
    imported();
    beback('promise', '1', 'the licence', '--on', '2026-11-20', '--next', '2026-12-01');
    expect(json('journal').entries[0]).toMatchObject({ action: 'promise', on: '2026-11-20' });
  });

  test('an export that names more than one customer, before it is printed', () => {
    imported();
    beback('export', 'customers', '--out', path('customers.csv'));
    beback('export', 'salespeople');
    beback('export', 'vehicles');
    beback('export', 'notes');
    beback('today', '--all');
    beback('export', 'sales');
    beback('backup', path('copy.db'));
    expect(json('journal').entries.map(({ action, details }: never) => [action, details])).toMatchObject([
      ['backup', { what: 'backup', rows: 2, file: path('copy.db') }],
      ['export', { what: 'sales', rows: 2, file: null }],
      ['export', { what: 'customers', rows: 2, file: path('customers.csv') }],
      ['import', {}],
    ]);
  });

  test('an export while another writes waits beside the database until the next writing', () => {
    imported();
    const other = openDatabase(path('store.db'));
    other.exec('BEGIN IMMEDIATE');
    const { status, stdout } = beback('export', 'sales', '--json');
    expect([status, JSON.parse(stdout).length]).toEqual([0, 2]);
    other.exec('ROLLBACK');
    other.close();
    expect(statSync(path('store.db.pending')).mode & 0o777).toBe(0o600);
    expect(rows().map(({ action }) => action)).toEqual(['import']);
    beback('--as', 'Dana Reyes', 'log', '1', 'voicemail');
    expect(rows().map(({ action }) => action)).toEqual(['log', 'export', 'import']);
    expect(existsSync(path('store.db.pending'))).toBe(false);
    expect(verified()).toMatchObject({ status: 0, ok: true, entries: 3 });
  });

  test('the same row is not taken in twice by a run after one that died', () => {
    imported();
    const other = openDatabase(path('store.db'));
    other.exec('BEGIN IMMEDIATE');
    beback('export', 'sales');
    other.exec('ROLLBACK');
    other.close();
    copyFileSync(path('store.db.pending'), path('kept'));
    beback('--as', 'Dana Reyes', 'log', '1', 'voicemail');
    copyFileSync(path('kept'), path('store.db.pending-taken'));
    beback('--as', 'Dana Reyes', 'log', '2', 'voicemail');
    expect(rows().map(({ action }) => action)).toEqual(['log', 'log', 'export', 'import']);
    expect(existsSync(path('store.db.pending-taken'))).toBe(false);
  });

  test('a change of salespeople, which can be taken back', () => {
    imported();
    beback('salespeople', 'set', 'Maria Delgado', '--email', 'maria@example.com', '--left', '2026-11-20');
    expect(json('journal').entries[0]).toMatchObject({
      action: 'salespeople',
      details: { name: 'Maria Delgado' },
    });
    expect(json('export', 'customers')[1].owner).toBeNull();
    beback('undo');
    expect(json('salespeople').salespeople).toMatchObject([{ email: null }, { email: null, left_on: null }]);
    expect(json('export', 'customers')[1].owner.name).toBe('Maria Delgado');
  });
});

describe('two people who became one', () => {
  const people = (): unknown => json('salespeople').salespeople;
  const sales = (): unknown => json('export', 'sales');

  test('are two again, with all that was theirs', () => {
    imported();
    beback('--as', 'Maria Delgado', 'log', '2', 'talked');
    const before = [people(), sales(), json('export', 'contacts'), json('show', '2')];
    const { entry } = json('salespeople', 'set', 'Dana Reyes', '--alias', 'Maria Delgado', '--merge');
    expect(people()).toHaveLength(1);
    expect(json('undo', String(entry))).toMatchObject({
      undone: { id: entry, action: 'salespeople' },
      kept: [],
    });
    expect([people(), sales(), json('export', 'contacts'), json('show', '2')]).toEqual(before);
  });

  test('stay one when the person was changed since', () => {
    imported();
    const { entry } = json('salespeople', 'set', 'Dana Reyes', '--alias', 'Maria Delgado', '--merge');
    const { entry: later } = json('salespeople', 'set', 'Dana Reyes', '--email', 'dana@example.com');
    expect(beback('undo', String(entry))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`entry ${later} rests on it`),
    });
  });

  test('somebody added is gone again, unless somebody was taken for them since', () => {
    imported();
    const { entry } = json('salespeople', 'add', 'Lou Tan', '--code', '9');
    expect(people()).toHaveLength(3);
    beback('--as', 'Lou Tan', 'log', '1', 'talked');
    expect(beback('undo', String(entry)).status).toBe(2);
    beback('--as', 'Lou Tan', 'undo');
    expect(beback('undo', String(entry)).status).toBe(0);
    expect(people()).toHaveLength(2);
  });
});

describe('taking back', () => {
  test.each([
    ['an import', () => 1],
    ['an export', () => json('export', 'customers') && 2],
    [
      'what took something back',
      () => {
        beback('log', '1', 'voicemail');
        return json('undo').entry;
      },
    ],
  ])('%s cannot be', (_, make) => {
    imported();
    const id = make();
    const before = rows();
    const { status, stderr } = beback('undo', String(id), '--json');
    expect([status, JSON.parse(stderr).error.code]).toEqual([2, 'not-undoable']);
    expect(rows()).toEqual(before);
  });

  test('a promise that is done is taken back only after that', () => {
    imported();
    const promise = json('promise', '1', 'the licence', '--on', '2026-12-01');
    const id = rows()[0]?.id ?? 0;
    expect(promise).toBeTruthy();
    beback('promise', 'done', String(id));
    expect(beback('undo', String(id)).stderr).toContain(`entry ${id + 1} rests on it`);
    expect(beback('undo', String(id + 1)).status).toBe(0);
    expect(beback('undo', String(id)).status).toBe(0);
  });

  test('it is a row of its own, and the other says so', () => {
    imported();
    beback('--as', 'Dana Reyes', 'note', '1', 'twins');
    expect(json('--as', 'Maria Delgado', 'undo', '2', '--why', 'wrong')).toMatchObject({
      entry: 3,
      undone: { id: 2, action: 'note', undone_by: 'Maria Delgado', undone_why: 'wrong' },
      kept: [],
    });
    expect(json('journal', '1').entries).toMatchObject([
      { id: 3, action: 'undo', by: 'Maria Delgado', details: { undone: 2, why: 'wrong' } },
      { id: 2, action: 'note', undone_by: 'Maria Delgado' },
    ]);
  });
});

describe('verify', () => {
  beforeEach(() => {
    imported();
    for (const note of ['a', 'b', 'c', 'd']) beback('note', '1', note);
  });

  test('a whole one, and head and number to hold it against later', () => {
    const { entries, head, ...found } = verified();
    expect(found).toEqual({ status: 0, ok: true, first_bad: null, kind: null });
    beback('note', '2', 'e');
    expect(verified('--entries', `${entries}`, '--head', head)).toMatchObject({ status: 0, entries: 6 });
    expect(beback('journal', 'verify').stdout).toMatch(/journal verify --entries 6 --head [0-9a-f]{64}\n/);
  });

  test.each([
    ['edit', 'UPDATE journal SET "by" = \'x\' WHERE id = 3', 'changed', 3],
    ['delete', 'DELETE FROM journal WHERE id = 3', 'missing', 3],
    ['content', `UPDATE journal_content SET content = '{"text":"x"}' WHERE id = 3`, 'content', 3],
    [
      'swap',
      'UPDATE journal SET id = 99 WHERE id = 2; UPDATE journal SET id = 2 WHERE id = 4; UPDATE journal SET id = 4 WHERE id = 99',
      'order',
      2,
    ],
    [
      'insert',
      'UPDATE journal SET id = id + 100 WHERE id >= 3; UPDATE journal SET id = id - 99 WHERE id > 100; INSERT INTO journal SELECT 3, at, "on", \'x\', for_whom, os_user, action, customer_id, digest, hash FROM journal WHERE id = 2',
      'inserted',
      3,
    ],
    ['last row gone', 'DELETE FROM journal WHERE id = 5', 'truncated', 5],
  ])('finds %s', (_, sql, kind, first_bad) => {
    tampered(sql);
    expect(verified()).toMatchObject({ status: 1, ok: false, kind, first_bad });
    expect(beback('journal', 'verify').stdout).toContain('NOT whole');
    expect(beback('doctor').stdout).toContain(`entry ${first_bad} (${kind})`);
  });

  test('against an earlier head, also what was taken off with what it said', () => {
    const { entries, head } = verified();
    tampered('DELETE FROM journal WHERE id > 3; DELETE FROM journal_content WHERE id > 3');
    expect(verified()).toMatchObject({ status: 0, entries: 3 });
    expect(verified('--entries', `${entries}`, '--head', head)).toMatchObject({
      status: 1,
      kind: 'truncated',
      first_bad: 4,
    });
    expect(verified('--entries', '3', '--head', head)).toMatchObject({ kind: 'changed', first_bad: 3 });
  });

  test.each([[['--entries', '3']], [['--head', 'a'.repeat(64)]], [['--entries', '3', '--head', 'xyz']]])(
    '%j is refused',
    (flags) => {
      expect(beback('journal', 'verify', ...flags).status).toBe(2);
    },
  );

  test('the file itself refuses a change', () => {
    const db = openDatabase(path('store.db'));
    onTestFinished(() => {
      db.close();
    });
    expect(() => db.exec("UPDATE journal SET action = 'x'")).toThrow('only added to');
    expect(() => db.exec('DELETE FROM journal')).toThrow('only added to');
    expect(() => db.exec('REPLACE INTO journal SELECT * FROM journal')).toThrow('only added to');
  });
});

test('a store of before has none: nothing is changed, and the first row tells what the chain begins with', () => {
  copyFileSync('fixtures/stores/before-rooms.db', path('store.db'));
  const before = readFileSync(path('store.db'));
  const { status, stderr } = beback('journal', 'verify', '--json');
  expect([status, JSON.parse(stderr).error.code]).toEqual([2, 'no-journal']);
  expect(readFileSync(path('store.db')).equals(before)).toBe(true);
  const entries = json('journal', '--limit', '1000').entries;
  expect(entries[0]).toMatchObject({
    action: 'opening',
    details: { entries: entries.length - 1, imports: 4, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(verified()).toMatchObject({ status: 0, entries: entries.length });
});

test('there is none without a database', () => {
  expect(beback('journal', 'verify').status).toBe(2);
  expect(existsSync(path('store.db'))).toBe(false);
});
