/** A folder into which the DMS drops its exports, emptied by cron; and the record of such runs. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { prepareFile } from '../../src/operations/import/import-file.ts';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { openStore } from '../../src/store/engine/open-store.ts';
import { acting } from '../acting-in.ts';

const OPTIONS = {
  saved: [],
  dryRun: false,
  today: '2026-11-21' as Day,
  now: () => new Date(),
  dayOf: (): Day => '2026-11-21' as Day,
  country: { code: 'US', given: true },
  by: 'cron',
  acting: () => acting('cron', '2026-11-21T12:00:00.000Z'),
  replaces: false,
  ask: null,
};

let folder: string;
let drop: string;
let done: string;
let db: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-drop-'));
  drop = join(folder, 'drop');
  done = join(folder, 'done');
  db = join(folder, 'store.db');
  mkdirSync(drop);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As cron runs it: no terminal, no home, no language, next to no path. */
function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', '--db', db, ...args], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', LANG: 'C', HOME: '' },
  });
  return { status, stdout, stderr };
}
/** The same, while this process goes on. */
async function started(
  ...args: string[]
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['bin/beback.js', '--db', db, ...args], {
    env: { PATH: '/usr/bin:/bin', LANG: 'C', HOME: '' },
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { status, stdout, stderr };
}
const drops = (fixture: string, name = fixture.split('/').at(-1) ?? ''): void => {
  copyFileSync(join('fixtures', fixture), join(drop, name));
  lastWritten(join(drop, name), secondsAgo(90));
};
const lastWritten = (file: string, at: Date): void => utimesSync(file, at, at);
const secondsAgo = (seconds: number): Date => new Date(Date.now() - seconds * 1000);
const imported = (): string[] =>
  JSON.parse(beback('imports', '--json').stdout).imports.map((one: { file: string }) =>
    one.file.split('/').at(-1),
  );

test('what went in moves away, oldest delivery first; what was refused stays, and is named', () => {
  drops('layouts/DVD00017_20261108_0615_SL.txt');
  drops('layouts/DVD00017_20261101_0615_SL.txt');
  drops('broken/unknown-header.csv');
  writeFileSync(join(drop, '.upload.csv'), 'half a file');
  const { status, stderr } = beback('import', '--quiet', '--move-to', done, drop);
  expect(status).toBe(3);
  expect(stderr).toContain('unknown-header.csv: the header was not understood');
  expect(imported()).toEqual(['DVD00017_20261108_0615_SL.txt', 'DVD00017_20261101_0615_SL.txt']);
  expect(readdirSync(drop).sort()).toEqual(['.upload.csv', 'unknown-header.csv']);
  expect(readdirSync(done).sort()).toEqual([
    'DVD00017_20261101_0615_SL.txt',
    'DVD00017_20261108_0615_SL.txt',
  ]);
  expect((statSync(join(done, 'DVD00017_20261101_0615_SL.txt')).mode & 0o777).toString(8)).toBe('600');
});

test('files without a day in their names go by when they were written', () => {
  drops('layouts/DVD00017_20261108_0615_SL.txt', 'a.txt');
  drops('layouts/DVD00017_20261101_0615_SL.txt', 'b.txt');
  lastWritten(join(drop, 'b.txt'), new Date('2025-11-01'));
  beback('import', '--move-to', done, drop);
  expect(imported()).toEqual(['a.txt', 'b.txt']);
});

test('an empty folder, and a pattern without a file, are nothing to do', () => {
  const quiet = { status: 0, stdout: '', stderr: '' };
  expect(beback('import', '--quiet', '--move-to', done, drop)).toEqual(quiet);
  expect(beback('import', '--quiet', '--move-to', done, join(drop, '*.csv'))).toEqual(quiet);
});

/** Adds a line to a file of the folder every 200 ms, as an upload does. */
function uploading(name: string): () => void {
  const file = join(drop, name);
  const writer = setInterval(() => appendFileSync(file, '\n'), 200);
  return () => clearInterval(writer);
}

test('a file that is still being written waits in the folder for the next run; one that is only new does not', async () => {
  drops('layouts/cdk-fisales-closed.csv');
  drops('layouts/lotwizard-deals.csv');
  drops('layouts/DVD00017_20261101_0615_SL.txt');
  lastWritten(join(drop, 'cdk-fisales-closed.csv'), new Date());
  lastWritten(join(drop, 'lotwizard-deals.csv'), secondsAgo(-300));
  const finish = uploading('lotwizard-deals.csv');
  const first = await started('import', '--move-to', done, drop);
  const second = await started('import', '--json', '--quiet', '--move-to', done, drop);
  finish();
  expect([first.status, first.stderr]).toEqual([
    0,
    expect.stringContaining('lotwizard-deals.csv is still being written; the next run takes it.'),
  ]);
  expect([second.status, second.stderr]).toEqual([0, '']);
  expect(JSON.parse(second.stdout).waiting).toEqual([join(drop, 'lotwizard-deals.csv')]);
  expect(readdirSync(drop)).toEqual(['lotwizard-deals.csv']);
  expect(JSON.parse(beback('runs', '--json').stdout).runs[1].counts).toMatchObject({ files: 2, waiting: 1 });
  expect(beback('import', '--quiet', '--move-to', done, drop).status).toBe(0);
  expect(readdirSync(drop)).toEqual([]);
});

test('of a file that grows while it is read nothing is kept, whatever its date says', async () => {
  const file = join(drop, 'growing.csv');
  copyFileSync('fixtures/layouts/cdk-fisales-closed.csv', file);
  const before = await prepareFile(file, OPTIONS);
  appendFileSync(file, 'x');
  const store = openStore(db);
  await expect(before.write(store)).rejects.toMatchObject({ code: 'file-being-written', exit: 75 });
  expect(store.prepare('SELECT COUNT(*) FROM import').pluck().get()).toBe(0);
  store.close();
  before.dispose();
});

test('what is named and is not there is said, and what can be no folder is refused before anything goes in', () => {
  const missing = join(folder, 'no drop');
  expect(beback('import', '--quiet', '--move-to', done, missing)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`${missing}: there is no such file`),
  });
  expect(existsSync(db)).toBe(false);
  drops('layouts/cdk-fisales-closed.csv');
  for (const place of ['', join(drop, 'cdk-fisales-closed.csv')]) {
    const { status, stderr } = beback('import', '--move-to', place, drop);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/--move-to[\s\S]*try:.*--move-to/),
    });
    expect(existsSync(db)).toBe(false);
  }
  const { status, stdout } = beback('import', '--json', '--move-to', done, drop, missing);
  expect(status).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    files: [{ new: 11 }],
    refused: [{ file: missing, code: 'no-such-file' }],
  });
});

test('a file of which no row could be used stays, run after run', () => {
  writeFileSync(
    join(drop, 'bad.csv'),
    'Deal Number,Customer Name,Sale Date,VIN\n1,,13/45/2024,\n2,,13/45/2024,\n',
  );
  lastWritten(join(drop, 'bad.csv'), secondsAgo(90));
  for (let times = 0; times < 2; times++) {
    const { status, stdout, stderr } = beback('import', '--json', '--move-to', done, drop);
    expect(status).toBe(3);
    expect(stderr).toContain('bad.csv stays where it is: all of its 2 rows were rejected');
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ rejected: 2, moved_to: null }],
      refused: [{ code: 'no-row-used' }],
    });
    expect(readdirSync(drop)).toEqual(['bad.csv']);
  }
});

test('a file that comes again under the same name does not overwrite the first', () => {
  for (let times = 0; times < 2; times++) {
    drops('layouts/cdk-fisales-closed.csv');
    beback('import', '--move-to', done, drop);
  }
  expect(readdirSync(done).sort()).toEqual(['cdk-fisales-closed (2).csv', 'cdk-fisales-closed.csv']);
  const { imports } = JSON.parse(beback('imports', '--json').stdout);
  expect(imports.map((one: { new: number }) => one.new)).toEqual([0, 11]);
});

test('of a link what it names goes in, and the file it names is left alone', () => {
  const outside = join(folder, 'outside.csv');
  copyFileSync('fixtures/layouts/cdk-fisales-closed.csv', outside);
  chmodSync(outside, 0o644);
  lastWritten(outside, secondsAgo(90));
  symlinkSync('../outside.csv', join(drop, 'link.csv'));
  expect(beback('import', '--quiet', '--move-to', done, drop).status).toBe(0);
  expect((statSync(outside).mode & 0o777).toString(8)).toBe('644');
  expect(lstatSync(join(done, 'link.csv')).isFile()).toBe(true);
  expect(readdirSync(drop)).toEqual([]);
});

test('silent when all went well, and a line of record for every run, also one that found the database in use', () => {
  drops('layouts/cdk-fisales-closed.csv');
  expect(beback('import', '--quiet', '--move-to', done, drop)).toEqual({ status: 0, stdout: '', stderr: '' });
  const held = openDatabase(db);
  held.exec('BEGIN IMMEDIATE');
  drops('layouts/lotwizard-deals.csv');
  expect(beback('import', '--quiet', '--move-to', done, drop).status).toBe(75);
  held.close();
  expect((statSync(`${db}-missed-runs`).mode & 0o777).toString(8)).toBe('600');
  expect(readdirSync(drop)).toEqual(['lotwizard-deals.csv']);
  expect(beback('import', 'nothing.csv').status).toBe(2);
  const { runs } = JSON.parse(beback('runs', '--json').stdout);
  expect(
    runs.map(
      (run: { command: string; exit_code: number; fault: string | null; counts: { new: number } | null }) => [
        run.command,
        run.exit_code,
        run.fault ?? run.counts?.new,
      ],
    ),
  ).toEqual([
    ['import', 2, 'no-such-file'],
    ['import', 75, 'db-busy'],
    ['import', 0, 11],
  ]);
  expect(existsSync(`${db}-missed-runs`)).toBe(false);
});

test('a run goes on to its end when nobody reads what it prints, and its line says what came of it', () => {
  for (const fixture of [
    'layouts/cdk-fisales-closed.csv',
    'layouts/lotwizard-deals.csv',
    'demo/sales-2025-2026.csv',
  ])
    drops(fixture);
  const files = readdirSync(drop).map((name) => join(drop, name));
  const unread = (...args: string[]): string => {
    const run = [process.execPath, 'bin/beback.js', '--db', db, ...args].map((arg) => `'${arg}'`).join(' ');
    const script = `{ sleep 0.3; ${run} 2>&1; echo $? > '${folder}/status'; } | true`;
    spawnSync('bash', ['-c', script], { env: { PATH: '/usr/bin:/bin', LANG: 'C', HOME: '' } });
    return readFileSync(join(folder, 'status'), 'utf8').trim();
  };
  expect(unread('today', '--all')).toBe('0');
  expect(unread('import', ...files)).toBe('3');
  expect(unread('import', '--json', ...files)).toBe('3');
  expect(unread('import', '--move-to', done, drop)).toBe('3');
  expect(unread('import', 'nothing.csv')).toBe('2');
  expect(readdirSync(drop)).toEqual([]);
  const { runs } = JSON.parse(beback('runs', '--json').stdout);
  expect(
    runs.map((run: { exit_code: number; fault: string | null; counts: { files: number } | null }) => [
      run.exit_code,
      run.fault ?? run.counts?.files,
    ]),
  ).toEqual([
    [2, 'no-such-file'],
    [3, 3],
    [3, 3],
    [3, 3],
  ]);
});

test('a run that fails before it has begun leaves its line, too, and never makes a database for it', () => {
  const settings = join(folder, 'store.toml');
  expect(beback('send').status).toBe(2);
  expect(existsSync(db)).toBe(false);
  beback('import', 'fixtures/layouts/cdk-fisales-closed.csv');
  expect(beback('send').status).toBe(2);
  writeFileSync(settings, '[store]\ncountry = US\n');
  for (const command of [['send'], ['import', '--move-to', done, drop], ['read-mail', drop]])
    expect(beback('--as', 'cron', ...command).status).toBe(2);
  rmSync(settings);
  const { runs } = JSON.parse(beback('runs', '--json').stdout);
  expect(
    runs.map((run: { command: string; by: string; exit_code: number; fault: string | null }) => [
      run.command,
      run.exit_code,
      run.fault,
      run.by === 'cron',
    ]),
  ).toEqual([
    ['read-mail', 2, 'bad-settings', true],
    ['import', 2, 'bad-settings', true],
    ['send', 2, 'bad-settings', true],
    ['send', 2, 'mail-off', false],
    ['import', 0, null, false],
  ]);
});

test('the lines for a crontab name every file in full, and hide the % that cron would take', () => {
  const { stdout } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'a 100%.db'), 'cron', 'example'],
    {
      encoding: 'utf8',
    },
  );
  const lines = stdout.split('\n').filter((line) => /^[\d*]/.test(line));
  expect(lines.map((line) => /(import|send|backup) /.exec(line)?.[1])).toEqual(['import', 'send', 'backup']);
  for (const line of lines) {
    expect(line).toContain(`--db '${join(folder, 'a 100\\%.db')}'`);
    expect(line).not.toMatch(/(?<!\\)%/);
  }
});
