/** Disks that take only part of what is written: no output is published cut, nothing is logged for one that is not there. */

import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';

const HEADER = 'Deal No,Sale Date,First Name,Last Name,Cell Phone,Address,City,State,Zip,Email,Salesperson';
const SALES = Array.from(
  { length: 400 },
  (_, i) =>
    `${i + 1},2025-11-21,Ann${i},Lee,614555${1000 + i},${i} Elm St,Troy,MI,48083,a${i}@x.example,${i % 2 ? 'Dana Reyes' : 'Bo Ash'}`,
);
const SETTINGS =
  '[store]\nname = "Hilltop"\naddress = ["1 Hill Rd", "Troy MI 48083"]\nphone = "(248) 555-0100"\n[mail]\nfrom = "lists@x.example"\n';

let base: string;
let folder: string;
let out: string;
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'beback-full-'));
  folder = base;
  writeFileSync(path('sales.csv'), [HEADER, ...SALES].join('\n'));
  writeFileSync(path('store.toml'), SETTINGS);
  mkdirSync(path('out'));
  beback('import', path('sales.csv'));
  for (const who of ['Dana', 'Bo']) beback('salespeople', 'set', who, '--email', `${who}@x.example`);
});
afterAll(() => rmSync(base, { recursive: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-full-'));
  cpSync(base, folder, { recursive: true });
  out = path('out');
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
const FLAGS = ['--on', '2026-11-21'];
const beback = (...args: string[]): Ran => shell('exec "$@"', ...args);

/** Run by bash, which may limit or redirect it. */
function shell(script: string, ...args: string[]): Ran {
  const program = [process.execPath, 'bin/beback.js', '--db', path('store.db'), ...FLAGS];
  return spawnSync('bash', ['-c', script, 'bash', ...program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, BEBACK_AS: '', TZ: 'America/Detroit' },
  });
}

/** A file may not grow beyond this, which to a program is a disk that takes only part of a write and then none. */
const limited = (kilobytes: number, ...args: string[]): Ran =>
  shell(`ulimit -f ${kilobytes}; exec "$@"`, ...args);
/** The least SQLite can do with. */
const LITTLE = 32;

function logged(): number {
  const db = openDatabase(path('store.db'), { readonly: true });
  const count = db.prepare<[], number>('SELECT count(*) FROM contact').pluck().get() ?? 0;
  db.close();
  return count;
}

test.each([
  ['today', '--all', '--limit', 'none', '--out', 'out/calls.txt'],
  ['today', '--all', '--limit', 'none', '--out', 'out/calls.csv'],
  ['today', '--all', '--limit', 'none', '--out', 'out/calls.json'],
  ['today', '--all', '--limit', 'none', '--out', 'out/calls.html'],
  ['today', '--all', '--limit', 'none', '--out', 'out/calls.ics'],
  ['today', '--all', '--limit', 'none', '--format', 'csv', '--out', 'out/lists'],
  ['today', '--all', '--limit', 'none', '--format', 'html', '--out', 'out'],
  ['letters', '--touch', 'anniversary', '--out', 'out/letters.html'],
  ['letters', '--touch', 'anniversary', '--out', 'out/letters.csv'],
  ['letters', '--touch', 'anniversary', '--json', '--out', 'out/letters.json'],
  ['export', 'sales', '--out', 'out/sales.csv'],
  ['export', 'customers', '--out', 'out/customers.json'],
  ['export', 'calendar', '--for', 'Dana', '--out', 'out/dana.ics'],
  ['export', 'vcard', '--for', 'Dana', '--out', 'out/dana.vcf'],
  ['send', '--dry-run', '--out', 'out/mails'],
  ['backup', 'out/copy.db'],
])('%s %s %s %s %s %s on a full disk leaves nothing and logs nothing', (...args) => {
  const { status, stderr } = limited(LITTLE, ...args.map((arg) => (arg.startsWith('out') ? path(arg) : arg)));
  expect(stderr).toMatch(/beback: \S+|"error"/);
  expect(stderr).not.toMatch(/should not|at .*\.cjs/);
  expect([status, readdirSync(out), logged()]).toEqual([1, [], 0]);
});

test('the settings stay as they were when a plan cannot be added to them', () => {
  writeFileSync(path('store.toml'), `${SETTINGS}${'# a remark\n'.repeat(3000)}`);
  const before = readFileSync(path('store.toml'), 'utf8');
  const { status, stderr } = limited(LITTLE, 'plan', 'init');
  expect(stderr).toContain('store.toml cannot be written: it is larger than a file may be here');
  expect(stderr).toContain('with --config');
  expect([status, readFileSync(path('store.toml'), 'utf8') === before]).toEqual([1, true]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a backup is database and settings, or neither', () => {
  const kilobytes = Math.ceil(statSync(path('store.db')).size / 1024) + 64;
  writeFileSync(path('store.toml'), `${SETTINGS}${'# a remark\n'.repeat(kilobytes * 100)}`);
  const { status, stderr } = limited(kilobytes, 'backup', join(out, 'copy.db'));
  expect(stderr).toContain('copy.toml cannot be written');
  expect([status, readdirSync(out)]).toEqual([1, []]);
});

test('letters that cannot be logged after all are taken away again', () => {
  const db = openDatabase(path('store.db'));
  // only the commit finds that it names a customer who is not there
  db.exec(`
    CREATE TABLE late (customer_id INTEGER REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER late AFTER INSERT ON contact BEGIN INSERT INTO late VALUES (-1); END;
  `);
  db.close();
  expect(beback('letters', '--touch', 'anniversary', '--out', join(out, 'letters.html')).status).toBe(1);
  expect([readdirSync(out), logged()]).toEqual([[], 0]);
});

test('an export that is filed away by copying is whole in its folder, or stays where it was', () => {
  mkdirSync(path('drop'));
  const wide = `${HEADER},Memo\n${SALES[0]},"${'a long remark '.repeat(120_000)}"\n`;
  writeFileSync(path('elsewhere.csv'), wide);
  symlinkSync(path('elsewhere.csv'), path('drop/new.csv'));
  beback('--db', path('new.db'), 'import', path('elsewhere.csv'));
  const filing = ['--db', path('new.db'), 'import', path('drop/new.csv'), '--move-to', out];
  const { status, stderr } = limited(1 << 10, ...filing);
  expect(stderr).toContain('new.csv cannot be written');
  expect([status, readdirSync(out), readdirSync(path('drop'))]).toEqual([3, [], ['new.csv']]);
  expect(beback(...filing).status).toBe(0);
  expect(readFileSync(join(out, 'new.csv'), 'utf8')).toBe(wide);
  expect(readdirSync(path('drop'))).toEqual([]);
});

test('an export from a pipe that cannot be kept while it is read is told in plain words', () => {
  const { status, stderr } = shell(
    `ulimit -f ${LITTLE}; "$@" < ${path('sales.csv')}`,
    '--db',
    path('new.db'),
    'import',
    '-',
  );
  expect(stderr).toContain('cannot be kept in');
  expect([status, existsSync(path('new.db'))]).toEqual([1, false]);
});

test('a pipe or a device is no file to be replaced by one', () => {
  spawnSync('mkfifo', [join(out, 'pipe')]);
  const { status, stderr } = beback('export', 'sales', '--out', join(out, 'pipe'));
  expect(stderr).toContain('is no file but a device or a pipe');
  expect([status, statSync(join(out, 'pipe')).isFIFO()]).toEqual([2, true]);
});

describe.skipIf(!existsSync('/dev/full'))('output that goes to a full disk', () => {
  test.each([
    ['today', '--all'],
    ['today', '--all', '--limit', 'none', '--format', 'html'],
    ['export', 'sales'],
    ['export', 'calendar', '--for', 'Dana'],
    ['letters', '--touch', 'anniversary'],
    ['--help'],
  ])('is told: %s %s %s %s', (...args) => {
    const { status, stderr } = shell('exec "$@" > /dev/full', ...args);
    expect(stderr).toContain('the output cannot be written: the disk is full');
    expect([status, logged()]).toEqual([1, 0]);
  });

  test('does not undo a call that is logged, which then needs a look', () => {
    const { status, stderr } = shell('exec "$@" > /dev/full', '--as', 'Dana', 'log', '1', 'voicemail');
    expect(stderr).toContain('the work is done, but the output cannot be written: the disk is full');
    expect([status, logged()]).toEqual([3, 1]);
  });

  test('does not undo an import, which then needs a look', () => {
    mkdirSync(path('drop'));
    for (const name of ['a.csv', 'b.csv']) copyFileSync(path('sales.csv'), path(`drop/${name}`));
    const files = ['a.csv', 'b.csv'].map((name) => path(`drop/${name}`));
    const { status, stderr } = shell('exec "$@" > /dev/full', 'import', ...files, '--move-to', out);
    expect(stderr).toContain('the work is done, but the output cannot be written');
    expect([status, readdirSync(out)]).toEqual([3, ['a.csv', 'b.csv']]);
    expect(JSON.parse(beback('runs', '--json').stdout).runs[0]).toMatchObject({ exit_code: 3, fault: null });
  });

  test('hides what is told, but not how it went', () => {
    const run = (...args: string[]): number | null => shell('exec "$@" 2> /dev/full', ...args).status;
    expect(run('letters', '--touch', 'anniversary', '--out', join(out, 'letters.csv'))).toBe(0);
    expect(run('today', '--for', 'Nobody')).toBe(2);
    const [, ...letters] = readFileSync(join(out, 'letters.csv'), 'utf8').trimEnd().split('\n');
    expect(letters.length).toBeGreaterThan(0);
    expect(logged()).toBe(letters.length);
  });
});

test('who reads only the beginning is not told anything', () => {
  expect(shell('set -o pipefail; "$@" | head -n 1', 'export', 'sales')).toMatchObject({
    status: 0,
    stderr: '',
  });
});

test.each([
  ['SIGHUP', 129],
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('%s in the middle of a backup leaves no part of it', async (signal, code) => {
  const db = openDatabase(path('store.db'));
  db.exec('CREATE TABLE bulk AS SELECT zeroblob(60000000) AS bytes');
  db.close();
  const running = spawn(process.execPath, [
    'bin/beback.js',
    '--db',
    path('store.db'),
    'backup',
    join(out, 'copy.db'),
  ]);
  const ended = new Promise<number | null>((done) => running.on('exit', done));
  while (readdirSync(out).length === 0) await pause(1);
  running.kill(signal);
  expect([await ended, readdirSync(out)]).toEqual([code, []]);
});
