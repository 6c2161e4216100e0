/** The program as other programs meet it: exit codes, what goes where, who may read its files. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-edges-'));
  db = join(folder, 'store.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const DEMO = 'fixtures/demo/sales-2025-2026.csv';

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', '--db', db, ...args], {
    encoding: 'utf8',
    env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' },
  });
  return { status, stdout, stderr };
}
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('every file written is for its owner only', () => {
  beback('import', DEMO);
  beback('today', '--all', '--on', '2026-11-21', '--format', 'csv', '--out', join(folder, 'lists'));
  beback('export', 'sales', '--out', join(folder, 'sales.csv'));
  beback('backup', join(folder, 'copy.db'));
  const held = openDatabase(db);
  held.prepare('SELECT 1 FROM sale').get();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const modes = files.map((file) => modeOf(join(file.parentPath, file.name)));
  held.close();
  expect(files.length).toBeGreaterThan(8);
  expect(modes).toEqual(files.map(() => '600'));
  expect(modeOf(join(folder, 'lists'))).toBe('700');
});

test('nothing is written over the database or the settings', () => {
  beback('import', DEMO);
  const settings = join(folder, 'store.toml');
  writeFileSync(settings, '[store]\nname = "Lakeside"\n');
  const sales = beback('export', 'sales', '--json').stdout;
  for (const [what, target] of [
    ['sales', db],
    ['vcard', `${db}-wal`],
    ['calendar', db],
    ['customers', settings],
  ] as const)
    expect([what, beback('export', what, '--out', target).status]).toEqual([what, 2]);
  expect(beback('export', 'sales', '--json').stdout).toBe(sales);
  expect(readFileSync(settings, 'utf8')).toBe('[store]\nname = "Lakeside"\n');
});

test('a backup takes the settings along, and writes over none', () => {
  beback('import', DEMO);
  const settings = join(folder, 'store.toml');
  writeFileSync(settings, '[store]\nname = "Lakeside"\n', { mode: 0o644 });
  const copied = beback('backup', join(folder, 'copy.db'));
  expect(copied.stdout).toContain(`${join(folder, 'copy.toml')}: the settings`);
  expect(readFileSync(join(folder, 'copy.toml'), 'utf8')).toBe('[store]\nname = "Lakeside"\n');
  expect(modeOf(join(folder, 'copy.toml'))).toBe('600');

  rmSync(join(folder, 'copy.db'));
  expect(beback('backup', join(folder, 'copy.db')).status).toBe(0);
  rmSync(join(folder, 'copy.db'));
  writeFileSync(settings, '[store]\nname = "Seaside"\n');
  const { status, stderr } = beback('backup', join(folder, 'copy.db'));
  expect([status, existsSync(join(folder, 'copy.db'))]).toEqual([3, true]);
  expect(stderr).toContain('holds other settings');
  expect(readFileSync(join(folder, 'copy.toml'), 'utf8')).toContain('Lakeside');
});

test('rejected rows give exit 3, an empty list 0', () => {
  expect(beback('import', DEMO).status).toBe(3);
  expect(beback('today', '--for', 'house', '--on', '1990-01-01').status).toBe(0);
});

test('a database another program is writing gives exit 75 and plain words', () => {
  beback('import', DEMO);
  const writer = openDatabase(db);
  writer.exec('BEGIN IMMEDIATE');
  const { status, stderr } = beback('import', DEMO);
  const logging = beback('log', '5v');
  const reading = beback('today', '--all', '--on', '2026-11-21');
  writer.close();
  expect(status).toBe(75);
  expect(stderr).toContain('the database is in use by another program');
  expect(logging.status).toBe(75);
  expect(logging.stderr).toContain(`beback: ${db}: the database is in use by another program`);
  expect(reading.status).toBe(0);
});

test('looking leaves no database behind', () => {
  for (const command of [
    ['today'],
    ['export', 'sales'],
    ['imports'],
    ['salespeople'],
    ['import', '--dry-run', DEMO],
  ]) {
    beback(...command);
  }
  expect(beback('import', 'nothing-there.csv').status).toBe(2);
  expect(existsSync(db)).toBe(false);
});

test('a mistake in the second file leaves the first one out', () => {
  const { status } = beback('import', DEMO, 'fixtures/broken/unknown-header.csv');
  expect(status).toBe(2);
  expect(existsSync(db)).toBe(false);
});

test('with --json, stdout is one document and a fault goes to stderr as one', () => {
  const done = beback('--json', 'import', DEMO);
  expect(JSON.parse(done.stdout).files[0]).toMatchObject({
    kind: 'sales',
    rows: expect.any(Number),
    import_id: 1,
  });
  const failed = beback('today', '--for', 'Nobody', '--json');
  expect({ ...failed, stderr: JSON.parse(failed.stderr) }).toEqual({
    status: 2,
    stdout: '',
    stderr: { error: { code: 'unknown-salesperson', message: expect.any(String), hint: expect.any(String) } },
  });
});

test('what steers a terminal or a spreadsheet comes out harmless', () => {
  const nasty = '\u001b[31mRED\u202e';
  const file = join(folder, 'nasty.csv');
  writeFileSync(
    file,
    `Deal No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson\n1,"=cmd|'/c calc'!A1 ${nasty}",6145550101,2025-11-21,1HGCM82633A004352,<script>alert(1)</script>\n`,
  );
  beback('import', file);
  const all = ['table', 'csv', 'html', 'json'].map(
    (format) => beback('today', '--all', '--on', '2026-11-21', '--format', format).stdout,
  );
  for (const output of all) {
    expect(output).toContain('RED');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(output.replaceAll('\u200e', '')).not.toMatch(/[\u001b\u0080-\u009f\u202a-\u202e]/);
  }
  expect(all[1]).toContain(`"'=cmd`);
  expect(all[2]).not.toContain('<script');
});

test('Ctrl-C in the middle of an import leaves the old state', async () => {
  beback('import', 'fixtures/layouts/lotwizard-deals.csv');
  const before = beback('export', 'sales', '--json').stdout;
  const large = join(folder, 'large.csv');
  const [header, ...rows] = readFileSync(DEMO, 'utf8').trimEnd().split('\n');
  writeFileSync(
    large,
    [header, ...Array.from({ length: 200 }, (_, i) => rows.map((row) => `${i}${row}`)).flat()].join('\n'),
  );
  const running = spawn(process.execPath, ['bin/beback.js', '--db', db, 'import', large]);
  const ended = new Promise<number | null>((done) => running.on('exit', done));
  // the log beside the database is there as soon as the import has opened it
  while (!existsSync(`${db}-wal`)) await new Promise((done) => setTimeout(done, 20));
  await new Promise((done) => setTimeout(done, 300));
  running.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(beback('export', 'sales', '--json').stdout).toBe(before);
});
