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
  ['todey', "unknown command 'todey'; did you mean today?\ntry: `beback --help` lists the commands"],
  ['plan chek', "unknown command 'plan chek'; did you mean plan check?\ntry: known: `beback plan check`"],
  ['today --fro Ann', "unknown option '--fro'; did you mean --for?\ntry: `beback today --help`"],
  ['today --jsn', "unknown option '--jsn'; did you mean --json?"],
  ['today -x', "unknown option '-x'\ntry: `beback today --help`"],
  [
    'today --format htm',
    '--format htm is not one of its choices; did you mean html?\ntry: known: table, text, csv',
  ],
  ['import --kind appointment x', 'did you mean appointments?'],
  ['today --for', "option '--for <name>' argument missing\ntry: --for <name>: the list of one salesperson"],
  ['letters', "required option '--touch <id>' not specified\ntry: --touch <id>: the touch they are for"],
  ['show', "show: missing required argument 'customer'\ntry: beback show <customer...>"],
  ['letters --touch anniversery --dry-run', 'the plan has no touch "anniversery"; did you mean anniversary?'],
  ['export sale', 'there are no "sale" to export; did you mean sales?'],
  ['import --dry-run --layout lotwizzard x', 'there is no layout "lotwizzard"; did you mean lot-wizard?'],
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
  expect(beback('help', 'plan', 'check').stdout).toMatch(
    /^beback plan check: .*\n\n[\s\S]*\nUsage: beback plan check /,
  );
  expect(beback('help')).toMatchObject({ status: 0, stdout: beback('--help').stdout });
});

test('with --json a slip is an object like any other fault', () => {
  const { status, stdout, stderr } = beback('--json', 'today', '--fro', 'Ann');
  expect({ status, stdout, error: JSON.parse(stderr).error }).toEqual({
    status: 2,
    stdout: '',
    error: {
      code: 'usage',
      message: "unknown option '--fro'; did you mean --for?",
      hint: '`beback today --help` shows what it takes',
    },
  });
});
