/** How many statements a command sends to the database: round trips are what a slow disk, or a server, makes slow. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Loaded before the program: the driver counts what it runs, and the count is the last line on stderr. */
const COUNTER = `const Module = require('node:module');
const load = Module._load;
let count = 0;
Module._load = function (name, ...more) {
  const loaded = load.call(this, name, ...more);
  if (!/better-sqlite3/.test(name) || typeof loaded !== 'function') return loaded;
  const Counting = function (file, options) {
    return new loaded(file, { ...options, verbose: () => { count += 1; } });
  };
  return Object.assign(Counting, loaded, { prototype: loaded.prototype });
};
process.on('exit', () => require('node:fs').writeSync(2, '\\n' + count));`;

const HEADER =
  'Deal Number,Sale Date,Customer Number,First Name,Last Name,Cell Phone,Year,Make,Model,VIN,Salesperson,Trade VIN';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const VALUES = Object.fromEntries([...'ABCDEFGH_JKLMN_P_R'].map((letter, i) => [letter, (i % 9) + 1]));

/** A number of 17 characters whose check digit (ISO 3779, 49 CFR 565.15) fits. */
function vinOf(maker: string, serial: number): string {
  const vin = `${maker}CM826_0A${String(serial).padStart(6, '0')}`;
  const sum = [...vin].reduce(
    (so, char, i) => so + (VALUES[char] ?? (Number(char) || 0)) * (WEIGHTS[i] ?? 0),
    0,
  );
  return vin.replace('_', sum % 11 === 10 ? 'X' : String(sum % 11));
}

const rows = (from: number, count: number, month: string): string[] =>
  Array.from({ length: count }, (_, i) => {
    const n = from + i;
    return `${n},2025-${month}-${String(1 + (n % 28)).padStart(2, '0')},C${n},Ann,Lee${n},614555${String(1000 + (n % 9000))},2025,Honda,Civic,${vinOf('1HG', n)},Dana Reyes,${vinOf('2HG', n)}`;
  });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-statements-'));
  writeFileSync(join(folder, 'counter.cjs'), COUNTER);
  writeFileSync(join(folder, 'before.csv'), [HEADER, ...rows(1, 400, '10'), ''].join('\n'));
  writeFileSync(join(folder, 'month.csv'), [HEADER, ...rows(401, 300, '11'), ''].join('\n'));
  statements('import', join(folder, 'before.csv'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function statements(...args: string[]): number {
  const db = join(folder, 'store.db');
  const program = ['bin/beback.js', '--db', db, '--on', '2025-12-01', ...args];
  const { stderr } = spawnSync(process.execPath, ['-r', join(folder, 'counter.cjs'), ...program], {
    encoding: 'utf8',
  });
  return Number(stderr.split('\n').at(-1));
}

test("a month's file: five a new row, none a known one", () => {
  const month = join(folder, 'month.csv');
  const fresh = statements('import', month);
  expect(fresh).toBeGreaterThan(900);
  expect(fresh).toBeLessThanOrEqual(1500);
  const known = statements('import', month);
  expect(known).toBeGreaterThan(20);
  expect(known).toBeLessThanOrEqual(70);
});

test('a list', () => {
  const list = statements('today', '--for', 'Dana');
  expect(list).toBeGreaterThan(10);
  expect(list).toBeLessThanOrEqual(35);
});

test('a call that is logged, opening and closing the database included', () => {
  const log = statements('--as', 'Dana', 'log', '1v');
  expect(log).toBeGreaterThan(10);
  expect(log).toBeLessThanOrEqual(32);
});
