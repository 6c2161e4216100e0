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

test('each with how many customers they look after, and when they last sold and spoke', () => {
  beback('--on', '2026-11-17', '--as', 'Tom Whitaker', 'log', '1', 'voicemail');
  beback('--on', '2026-11-18', '--as', 'Tom Whitaker', 'log', '1', 'talked');
  beback('--on', '2026-11-18', 'salespeople', 'set', 'Dana Reyes', '--left', '2026-11-18');
  const on = (day: string) =>
    Object.fromEntries(
      JSON.parse(beback('--on', day, 'salespeople', '--json').stdout).salespeople.map(
        // biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
        ({ name, customers, last_sale_on, last_contact_on }: any) => [
          name,
          [customers, last_sale_on, last_contact_on],
        ],
      ),
    );
  expect(on('2026-11-17')).toEqual({
    'Dana Reyes': [1, '2026-11-14', null],
    'D. Reyes': [1, '2026-11-15', null],
    'Tom Whitaker': [1, '2026-11-16', '2026-11-17'],
  });
  expect(on('2026-11-18')).toMatchObject({
    'Dana Reyes': [0, '2026-11-14', null],
    'Tom Whitaker': [1, '2026-11-16', '2026-11-18'],
  });
  expect(on('2026-11-13')['Dana Reyes']).toEqual([0, null, null]);
  expect(beback('--on', '2026-11-18', 'salespeople').stdout).toBe(
    `Code  Name          Customers  Sales  Last sale  Last contact  E-mail  Left        Also known as
      D. Reyes              1      1  Nov 15
      Tom Whitaker          1      1  Nov 16     Nov 18
      Dana Reyes            0      1  Nov 14                           2026-11-18
`,
  );
});
