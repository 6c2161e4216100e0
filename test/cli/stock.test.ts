/** The stock of cars, list by list, as `beback import` takes it in. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const HEAD = 'Stock #,N/U,Year,Make,Model,VIN,Mileage,Internet Price,Comments';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-stock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function beback(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' } },
  );
  return { status, stdout, stderr };
}
/** @param name of the file, with its day @param rows behind the header */
function take(name: string, rows: readonly string[], ...flags: string[]) {
  writeFileSync(join(folder, name), [HEAD, ...rows, ''].join('\n'));
  const { status, stdout, stderr } = beback('import', join(folder, name), '--json', ...flags);
  return { status, report: stdout === '' ? null : JSON.parse(stdout).files[0], stderr };
}
const stock = () => JSON.parse(beback('export', 'stock', '--json').stdout);
const plain = (number: number): string => `P${number},U,2023,HONDA,PILOT,,1000,"20,000",call me never`;
const many = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => plain(from + i));

test('a list is recognised by its header; what stands beside the cars is no wish of anybody', () => {
  const { status, report } = take('inv_20261110.csv', [
    '00417,CPO,2023,HONDA,PILOT,5FNYF6H05LB000011,"31,250","$27,995.50",do not call',
    'A2,Demo,24,Toyota,RAV4,,,0,opt out',
  ]);
  expect([status, report]).toMatchObject([0, { kind: 'inventory', rows: 2, new: 2, gone: 0 }]);
  expect(stock()).toEqual([
    {
      store: '',
      stock_number: '00417',
      vin: '5FNYF6H05LB000011',
      year: 2023,
      make: 'Honda',
      model: 'Pilot',
      trim: null,
      condition: 'certified',
      odometer: 31_250,
      price_cents: 2_799_550,
      first_seen_on: '2026-11-10',
      last_seen_on: '2026-11-10',
      gone_on: null,
    },
    expect.objectContaining({
      stock_number: 'A2',
      year: 2024,
      condition: 'demo',
      odometer: null,
      price_cents: null,
    }),
  ]);
});

test('with a buyer beside the cars it is none', () => {
  writeFileSync(join(folder, 'x.csv'), 'Stock #,Make,Model,Customer Name\nP1,Honda,Pilot,Ann Lee\n');
  const { status, stderr } = beback('import', join(folder, 'x.csv'));
  expect([status, stderr]).toEqual([2, expect.stringContaining('the header was not understood')]);
});

test('what a newer list lacks is gone on its day; a newer one brings it back, an older one never', () => {
  take('inv_20261110.csv', many(1, 3));
  expect(take('inv_20261112.csv', many(2, 3)).report).toMatchObject({ same: 2, gone: 1 });
  const gone = () => stock().map((one: { gone_on: string | null }) => one.gone_on);
  expect(gone()).toEqual(['2026-11-12', null, null]);
  expect(take('inv_20261111.csv', many(1, 4)).report).toMatchObject({ new: 1, gone: 0 });
  expect(gone()).toEqual(['2026-11-12', null, null, '2026-11-12']);
  expect(take('inv_20261113.csv', many(1, 3)).report).toMatchObject({ changed: 1, same: 2, gone: 0 });
  expect(stock()[0]).toMatchObject({
    first_seen_on: '2026-11-10',
    last_seen_on: '2026-11-13',
    gone_on: null,
  });
});

test.each([
  ['20 cars of which 11 are missing', 20, 9, 2],
  ['20 cars of which 10 are missing', 20, 10, 0],
  ['19 cars of which 18 are missing', 19, 1, 0],
])('a list that lacks more than half is refused: %s', (_, before, left, expected) => {
  take('inv_20261110.csv', many(1, before));
  const { status, stderr } = take('inv_20261112.csv', many(1, left));
  expect(status).toBe(expected);
  if (expected === 0) return;
  expect(JSON.parse(stderr).error).toMatchObject({
    code: 'stock-shrunk',
    hint: expect.stringContaining('--replace'),
  });
  expect(stock().filter((one: { gone_on: string | null }) => one.gone_on !== null)).toEqual([]);
  const replaced = take('inv_20261112.csv', many(1, left), '--replace');
  expect([replaced.status, replaced.report.gone]).toEqual([0, before - left]);
});

test('of two rows with one number the last counts, with a warning; the same file again is the same', () => {
  const rows = [plain(1), '0417,U,2022,Honda,Fit,,1,100,', '417,U,2022,Honda,Fit,,1,200,'];
  const { report } = take('inv_20261110.csv', rows);
  expect(report).toMatchObject({ rows: 3, new: 2, changed: 1, same: 0 });
  expect(report.problems).toMatchObject([
    { line: 3, code: 'stock-number-twice', outcome: 'warning', value: '0417' },
  ]);
  expect(stock()[1]).toMatchObject({ price_cents: 20_000 });
  expect(take('inv_20261110.csv', rows).report).toMatchObject({ new: 0, changed: 0, same: 3 });
});

test('a row without a number, or without make and model, is rejected; the car it names stays', () => {
  take('inv_20261110.csv', many(1, 2));
  const { status, report } = take('inv_20261112.csv', [
    plain(1),
    ',U,2023,Honda,Pilot,,,,',
    'P2,U,2023,,,,,,',
  ]);
  expect([status, report]).toMatchObject([3, { rejected: 2, gone: 0 }]);
  expect(report.problems).toMatchObject([{ code: 'no-stock-number' }, { code: 'no-make' }]);
});

test('a list of one store leaves the cars of another alone', () => {
  const at = (store: string, ...numbers: number[]): string =>
    ['Store,Stock No,Make', ...numbers.map((number) => `${store},${number},Kia`), ''].join('\n');
  for (const [name, text] of [
    ['n_20261110.csv', at('North', 1, 2)],
    ['s_20261111.csv', at('South', 1)],
    ['n_20261112.csv', at('North', 2)],
  ] as const) {
    writeFileSync(join(folder, name), text);
    beback('import', join(folder, name));
  }
  expect(stock().map((one: Record<string, string>) => [one.store, one.stock_number, one.gone_on])).toEqual([
    ['North', '1', '2026-11-12'],
    ['North', '2', null],
    ['South', '1', null],
  ]);
});
