/** Commands as they are mistyped, or called by another name. */

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', '/nowhere/store.db', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

test.each([
  ['plan chek', '`beback plan check`'],
  ['fixes bounce', '`beback fixes bounced`'],
  ['fixes Ann Lee', '`beback fixes --for "Ann Lee"`'],
  ['today Berin', '`beback today --for Berin`'],
  ['doctor now', '`beback doctor --help`'],
  ['todey', '(Did you mean today?)'],
  ['salesperson', '`beback salespeople`'],
  ['search lee', '`beback find TEXT`'],
  ['list', '`beback today`'],
  ['unblock 3', '`beback undo`'],
  ['help nosuch', '`beback --help` lists the commands'],
  ['help plan nosuch', '`beback plan check`'],
])('beback %s is wrong usage, and answered with what was meant', (line, hint) => {
  const { status, stdout, stderr } = beback(...line.split(' '));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(hint);
});

test('help reaches commands of commands', () => {
  expect(beback('help', 'plan', 'check').stdout).toMatch(/^Usage: beback plan check /);
  expect(beback('help')).toMatchObject({ status: 0, stdout: beback('--help').stdout });
});
