/** Maps as a manager makes, tries and keeps them. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-maps-'));
  db = join(folder, 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', '--db', db, ...args], {
    encoding: 'utf8',
    env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' },
  });
  return { status, stdout, stderr };
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const EXPORT = [
  'Jacket,Closed,Purchaser,Evening,Zed,Stuff',
  '101,3/15/2026,"Lee, Ann",614-555-0101,Dana Reyes,"a\u0007b\u001b[31m"',
  '102,3/16/2026,"Bell, Marcus",614-555-0102,Kim Poe,x',
  '',
].join('\n');

test.each([
  'layouts/lotwizard-deals.csv',
  'encodings/titles-and-totals.csv',
  'encodings/duplicate-headers.csv',
  'broken/opt-outs.csv',
  'broken/several-values.csv',
])('the draft of %s, given back, imports the same', (name) => {
  const file = `fixtures/${name}`;
  const { status, stdout } = beback('import', '--draft-map', file);
  expect([status, existsSync(db)]).toEqual([0, false]);
  const map = write('draft.toml', stdout);
  const counts = (args: readonly string[]): unknown => {
    rmSync(db, { force: true });
    const report = JSON.parse(beback('import', ...args, '--json', file).stdout || '{"files":[{}]}').files[0];
    const sales = beback('export', 'sales', '--format', 'json').stdout;
    return [report.new, report.changed, report.skipped, report.rejected, sales];
  };
  if (name.startsWith('layouts/')) return;
  expect(counts(['--map', map])).toEqual(counts([]));
});

test('the draft names the second of two titles that read the same, and a refusal in a column it does not use holds', () => {
  const file = write(
    'sold.csv',
    `Deal No,Customer Name,Mobile,Sale Date,VIN,Exec 1,Exec 1 %,Exec 2,Exec 2 %,Zed
1,Ann Lee,6145550101,2025-11-19,1HGCM82633A004352,Dana Reyes,60,Bo Ash,40,
2,Bob Roy,6145550102,2025-11-20,1HGCM82633A004353,Bo Ash,100,,,not to ring him again
`,
  );
  const map = write('draft.toml', beback('import', '--draft-map', file).stdout);
  const imported = (...args: string[]): unknown[] => {
    rmSync(db, { force: true });
    beback('import', ...args, file);
    return JSON.parse(beback('export', 'sales', '--json').stdout);
  };
  const sales = imported();
  expect(imported('--map', map)).toEqual(sales);
  expect(sales).toMatchObject([
    {
      salespeople: [
        { name: 'Dana Reyes', share: 0.6 },
        { name: 'Bo Ash', share: 0.4 },
      ],
    },
    { customer: { do_not: { call: true, text: false } } },
  ]);
});

test('the draft of a file that is not understood says what is missing', () => {
  const file = write('sold.csv', EXPORT);
  const { status, stdout } = beback('import', '--draft-map', file);
  expect(status).toBe(0);
  expect(stdout).toContain('#   "Zed"   e.g. "Dana Reyes", "Kim Poe"');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be drawn
  expect(stdout).not.toMatch(/[\u0007\u001b]/);
  expect(() => parse(stdout)).not.toThrow();
  const draft = JSON.parse(beback('import', '--draft-map', '--json', file).stdout);
  expect(Object.keys(draft)).toEqual(['draft', 'kind', 'columns']);
  expect(draft.columns[4]).toEqual({ column: 'Zed', field: null, examples: ['Dana Reyes', 'Kim Poe'] });
});

const MAP = '[layout]\nname = "ours"\n[layout.columns]\ndeal_number = "Jacket"\nsalesperson_1_name = "Zed"\n';

test('a map that is kept reads the next file, and leaves the settings as they are written', () => {
  const settings = '# our store\n[store]\nname = "Lakeside"   # by the lake\ncountry = "US"\n';
  write('store.toml', settings);
  const map = write('map.toml', MAP);
  const file = write('sold.csv', EXPORT);
  const { status, stderr } = beback('import', '--map', map, '--save-map', 'sold-log', file);
  expect([status, stderr]).toEqual([0, expect.stringContaining('kept in')]);
  const kept = readFileSync(join(folder, 'store.toml'), 'utf8');
  expect(kept.startsWith(settings)).toBe(true);
  expect(statSync(join(folder, 'store.toml')).mode & 0o777).toBe(0o600);
  const next = write('next.csv', EXPORT.replace('101,', '201,').replace('102,', '202,'));
  const report = JSON.parse(beback('import', '--json', next).stdout).files[0];
  expect([report.layout, report.new]).toEqual(['sold-log', 2]);
});

test('kept again it takes its own place', () => {
  const other = '[[layout]]\nname = "other"\n[layout.columns]\nvin = "V"\n';
  write(
    'store.toml',
    `[store]\nname = "Lakeside"\n\n[[layout]]\nname = "sold-log"\n[layout.columns]\nvin = "Old"\n\n# the other one\n${other}`,
  );
  const file = write('sold.csv', EXPORT);
  expect(beback('import', '--map', write('map.toml', MAP), '--save-map', 'sold-log', file).status).toBe(0);
  const kept = readFileSync(join(folder, 'store.toml'), 'utf8');
  expect(kept).not.toContain('Old');
  expect(kept).toContain(`# the other one\n${other}`);
  expect((parse(kept).layout as { name: string }[]).map(({ name }) => name)).toEqual(['sold-log', 'other']);
});

test('without a map the guess is kept', () => {
  const file = write('sold.csv', EXPORT.replace('Jacket,Closed', 'Deal #,Sold Date'));
  expect(beback('import', '--save-map', 'sold-log', file).status).toBe(0);
  const [map] = parse(readFileSync(join(folder, 'store.toml'), 'utf8')).layout as { columns: object }[];
  expect(map?.columns).toMatchObject({ full_name: 'Purchaser', deal_number: 'Deal #' });
});

test.each([
  [['--save-map', 'Not Good'], 'small letters'],
  [['--save-map', 'cdk-closed'], 'comes with beback'],
  [['--save-map', 'ours', '--dry-run'], 'goes without'],
  [['--draft-map', '--layout', 'cdk-closed'], 'takes one file'],
])('%j is refused before anything is done', (flags, message) => {
  const { status, stderr } = beback('import', ...flags, write('sold.csv', EXPORT));
  expect([status, stderr, existsSync(db)]).toEqual([2, expect.stringContaining(message), false]);
});

test('a map kept of a file that is refused is not kept', () => {
  const file = write('sold.csv', 'Jacket,Zed\n1,Dana\n2,Kim\n');
  expect(beback('import', '--map', write('map.toml', MAP), '--save-map', 'ours', file).status).toBe(2);
  expect(existsSync(join(folder, 'store.toml'))).toBe(false);
});
