/** What `plan check` says of a plan that reads but is not well written, and that the day goes on with it. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-check-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), '--on', '2026-11-21', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const touch = (id: string, ...lines: string[]): string =>
  ['[[touch]]', `id = "${id}"`, 'label = "A call"', 'from = "sale"', 'every = "1d"', ...lines, ''].join('\n');
const OPENER = 'opener = "Hi {{first_name}}, just checking in."';
const SCRIPT = '[touch.script]';

/** Writes the plan and checks it. */
function check(...touches: string[]) {
  writeFileSync(join(folder, 'store.toml'), touches.join(''), { mode: 0o600 });
  return beback('plan', 'check');
}

test('a script that only checks in is refused by line and key', () => {
  const { status, stdout, stderr } = check(touch('a'), touch('b', SCRIPT, OPENER));
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`${join(folder, 'store.toml')}, line 12: touch 2 script opener: `);
  expect(stderr).toContain('asks nothing and gives nothing');
});

test('all of them are told together, as JSON too', () => {
  check(touch('a', SCRIPT, OPENER), touch('b', SCRIPT, OPENER));
  const { error } = JSON.parse(beback('plan', 'check', '--json').stderr);
  expect(error.code).toBe('bad-plan');
  expect(error.message.split('\n')).toEqual([
    expect.stringContaining('line 7: touch 1'),
    expect.stringContaining('line 14: touch 2'),
  ]);
});

test.each([
  ['no script at all', []],
  ['a question', [SCRIPT, OPENER, 'question = "How is it?"']],
  ['a value', [SCRIPT, OPENER, 'value = "Call me first."']],
  ['a question without an opener', [SCRIPT, 'question = "How is it?"']],
])('%s is well written', (_, lines) => {
  expect(check(touch('a', ...lines)).status).toBe(0);
});

test('the shipped plan is well written', () => {
  expect(beback('plan', 'check').status).toBe(0);
});

test('the day goes on with a script that only checks in', () => {
  beback('import', 'fixtures/demo/sales-2025-2026.csv');
  expect(check(touch('a', SCRIPT, OPENER)).status).toBe(2);
  const { status, stdout } = beback('today', '--all', '--json');
  expect(status).toBe(0);
  expect(stdout).toContain('just checking in.');
});

test.each([['promise'], ['fill']])('"%s" is no name for a touch', (id) => {
  const { status, stderr } = check(touch(id));
  expect(status).toBe(2);
  expect(stderr).toContain(`line 2: touch 1 id: "${id}" is the name of a `);
});

test.each([
  ['from = "sal"', 'from', 'sale'],
  ['from = "lease-ends"', 'from', 'lease-end'],
  ['from = "sale"\nkind = "car"', 'kind', 'care'],
  ['from = "sale"\ndeal_types = ["leese"]', 'deal_types', 'lease'],
  ['from = "sale"\nconditions = ["certifed"]', 'conditions', 'certified'],
  ['from = "sale"\nprioritty = 3', 'prioritty', 'priority'],
])('%s: the word that was meant is named', (lines, key, meant) => {
  const { status, stderr } = check(`[[touch]]\nid = "a"\nlabel = "A"\nat = ["1d"]\n${lines}\n`);
  expect(status).toBe(2);
  expect(stderr).toMatch(new RegExp(`touch 1 ${key}.*; did you mean ${meant}\\?`));
});
