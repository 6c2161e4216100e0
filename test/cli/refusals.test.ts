/** Refusals in an export, as the manager who imports it meets them. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIELDS } from '../../src/importing/fields.ts';
import { KNOWN_NOS } from '../../src/values/known-answers.ts';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-refusals-'));
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

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const exportWith = (column: string, cells: readonly string[]): string =>
  write('sales.csv', [
    `Deal Number,Customer Number,Customer Name,Sale Date,${column}`,
    ...cells.map((cell, i) => `${i + 1},C${i + 1},Ann Aalto${i},2025-11-24,${cell}`),
  ]);

const blocked = (): string[] =>
  (
    JSON.parse(beback('export', 'customers', '--format', 'json').stdout) as {
      dms_number: string;
      do_not: { call: boolean };
    }[]
  )
    .filter((customer) => customer.do_not.call)
    .map((customer) => customer.dms_number);

test('layouts --fields prints every known no, a line each, after the fields', () => {
  const lines = beback('layouts', '--fields').stdout.split('\n');
  expect(lines.slice(0, FIELDS.size)).toEqual([...FIELDS]);
  expect(lines.slice(-KNOWN_NOS.length - 1, -1)).toEqual([...KNOWN_NOS]);
  expect(JSON.parse(beback('layouts', '--fields', '--json').stdout)).toEqual({
    fields: [...FIELDS],
    known_no: [...KNOWN_NOS],
  });
});

test('a file whose refusals are in doubt is refused before a database is made, and the map it asks for settles it', () => {
  const file = exportWith('Do Not Call', ['A', 'B', 'A', '', '', '']);
  const { status, stdout, stderr } = beback('import', file);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('column "Do Not Call" holds "A", "B"');
  expect(stderr).toContain('3 of 6 customers');
  expect(existsSync(db)).toBe(false);
  const map = write('map.toml', [
    '[[layout]]',
    'name = "ours"',
    '[layout.columns]',
    'deal_number = "Deal Number"',
    'customer_number = "Customer Number"',
    'full_name = "Customer Name"',
    'sold_on = "Sale Date"',
    'do_not_call = "Do Not Call"',
    '[layout.words]',
    'refusal = { "A" = "yes", else = "no" }',
  ]);
  expect(beback('import', '--map', map, file).status).toBe(0);
  expect(blocked()).toEqual(['C1', 'C3']);
});

test('the report says which column was taken for a refusal, line and value with it', () => {
  const { status, stdout } = beback('import', exportWith('Off List Reason', ['', 'Do Not Call', '']));
  expect(status).toBe(0);
  expect(stdout).toContain('Off List Reason = refusal in words');
  expect(stdout).toContain('line 3, deal 2: Off List Reason "Do Not Call" refuses contact');
  expect(blocked()).toEqual(['C2']);
});
