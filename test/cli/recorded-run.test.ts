/** Runs that are done, and whose line in the log of runs cannot be written. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';

let folder: string;
const path = (name: string): string => join(folder, name);

const HEADER = 'Deal No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-record-'));
  write('first.csv', '1,Walter Quimby,6145550101,2026-11-14,1HGCM82633A004352,Ann Archer');
  beback('import', path('first.csv'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, ...rows: string[]): void =>
  writeFileSync(path(name), [HEADER, ...rows].join('\n'));

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', path('store.db'), ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' },
    },
  );
  return { status, stdout, stderr };
}

/** From now on the database takes everything but records of runs. @param when `INSERT` for all of it, `UPDATE` for the end */
function refuseRecords(when: 'INSERT' | 'UPDATE'): void {
  const db = openDatabase(path('store.db'));
  db.exec(`CREATE TRIGGER refused BEFORE ${when} ON run BEGIN SELECT RAISE(FAIL, 'no room for runs'); END`);
  db.close();
}

const sales = (): number => JSON.parse(beback('export', 'sales', '--json').stdout).length;
const NOT_RECORDED = /^beback: the work is done, but its record could not be written: .*no room for runs$/m;

test.each(['INSERT', 'UPDATE'] as const)('an import that is done is no failed one (%s)', (when) => {
  refuseRecords(when);
  write('next.csv', '2,Xenia Zorilla,6145550102,2026-11-14,1HGCM82633A004353,Ann Archer');
  const { status, stdout, stderr } = beback('import', path('next.csv'));
  expect(stdout).toContain('1 new');
  expect(stderr).toMatch(NOT_RECORDED);
  expect([status, sales()]).toEqual([3, 2]);
});

test('a drop folder is emptied all the same', () => {
  refuseRecords('UPDATE');
  mkdirSync(path('done'));
  copyFileSync(path('first.csv'), path('again.csv'));
  const { status, stderr } = beback('import', path('again.csv'), '--move-to', path('done'));
  expect(stderr).toMatch(NOT_RECORDED);
  expect([status, readdirSync(path('done'))]).toEqual([3, ['again.csv']]);
});

test('a run keeps the exit code it has of its own', () => {
  refuseRecords('INSERT');
  expect(beback('import', path('not-there.csv'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('no such file'),
  });
  expect(beback('read-mail', path('not-there.eml')).stderr).not.toContain('could not be written');
  write(
    'bad.csv',
    '2,Xenia Zorilla,6145550102,not a day,1HGCM82633A004353,Ann Archer',
    '3,Yusuf Ortega,6145550103,2026-11-14,1HGCM82633A004354,Ann Archer',
  );
  const rejected = beback('import', path('bad.csv'));
  expect(rejected.stderr).toMatch(NOT_RECORDED);
  expect(rejected.status).toBe(3);
});

test('mails that went out are no failed run', () => {
  writeFileSync(
    path('store.toml'),
    '[mail]\nenabled = true\nfrom = "lists@x.example"\nsendmail = "/bin/false"\n',
    { mode: 0o600 },
  );
  refuseRecords('UPDATE');
  const { status, stderr } = beback('send', '--on', '1990-01-03');
  expect(stderr).toMatch(NOT_RECORDED);
  expect(status).toBe(3);
});

test('a line about a run that a full disk cut hides none of the others', () => {
  const run = {
    command: 'import',
    started_at: '2026-11-21T08:00:00.000Z',
    by: 'cron',
    id: null,
    finished_at: '2026-11-21T08:00:01.000Z',
    exit_code: 75,
    counts: null,
    fault: 'db-busy',
  };
  writeFileSync(path('store.db-missed-runs'), `{"command":"send","star\n${JSON.stringify(run)}\n`);
  const { runs } = JSON.parse(beback('runs', '--json').stdout);
  expect(runs.map((one: { exit_code: number }) => one.exit_code).sort()).toEqual([0, 75]);
});
