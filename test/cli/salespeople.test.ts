/** `beback salespeople set --alias`: two spellings of one person, and two people who are not. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

let folder: string;
const beback = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['bin/beback.js', '--db', join(folder, 'store.db'), ...args], {
    encoding: 'utf8',
  });
const everybody = (): [string, number][] =>
  JSON.parse(beback('salespeople', '--json').stdout).salespeople.map(
    ({ name, sales }: { name: string; sales: number }) => [name, sales],
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-salespeople-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'sales.csv');
  writeFileSync(
    file,
    `Deal No,Cust No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson
D1,1,"Lee, Ann",6145550101,2026-11-14,1HGCM82633A004352,Dana Reyes
D2,2,"Ray, Bob",6145550102,2026-11-15,1HGCM82633A004353,D. Reyes
D3,3,"Fox, Cleo",6145550103,2026-11-16,1HGCM82633A004354,Tom Whitaker
`,
  );
  beback('import', file);
});

test('who has sales of their own is made another only when that is asked for', () => {
  const before = everybody();
  const refused = beback('salespeople', 'set', 'Dana Reyes', '--alias', 'Tom Whitaker');
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('"Tom Whitaker" is Tom Whitaker (1 sold)');
  expect(refused.stderr).toContain('--merge');
  expect(everybody()).toEqual(before);
  expect(beback('salespeople', 'set', 'Dana Reyes', '--merge').status).toBe(2);
});

test('two spellings become one person, and what moved is said', () => {
  const { status, stderr } = beback('salespeople', 'set', 'Dana Reyes', '--alias', 'D. Reyes', '--merge');
  expect([status, stderr]).toEqual([
    0,
    "This changes whose customers were whose on past days.\nD. Reyes and 1 sale of theirs are this person's now.\n",
  ]);
  expect(everybody()).toEqual([
    ['Dana Reyes', 2],
    ['Tom Whitaker', 1],
  ]);
});

test('a spelling is told once, as it was written', () => {
  beback('salespeople', 'set', 'Dana Reyes', '--alias', 'D. Reyes', '--merge');
  beback('salespeople', 'set', 'Tom Whitaker', '--alias', 'Tommy W');
  const { salespeople } = JSON.parse(beback('salespeople', '--json').stdout);
  expect(salespeople.map(({ aliases }: { aliases: string[] }) => aliases)).toEqual([
    ['D. Reyes'],
    ['Tommy W'],
  ]);
});

test('a spelling nobody has needs no more', () => {
  expect(beback('salespeople', 'set', 'Dana Reyes', '--alias', 'D REYES JR').status).toBe(0);
});
