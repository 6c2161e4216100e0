/** Who acts: a name that is nobody's is refused with the nearest, and nobody gets everybody's list by a typing mistake. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

const DAY = '2026-11-21';
const SALES = 'fixtures/demo/sales-2025-2026.csv';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-who-acts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});
const settings = (toml: string): void => writeFileSync(join(folder, 'store.toml'), toml, { mode: 0o600 });

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
function run(env: NodeJS.ProcessEnv, ...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), '--on', DAY, ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', ...env } },
  );
  return { status, stdout, stderr };
}
const beback = (...args: string[]): Ran => run({}, ...args);
const listsOf = (...args: string[]): (string | null)[] =>
  JSON.parse(beback('today', '--json', ...args).stdout).lists.map(
    ({ salesperson }: { salesperson: { name: string } | null }) => salesperson?.name ?? null,
  );

describe('in a store with salespeople', () => {
  beforeEach(() => void beback('import', SALES));

  test('a misspelt name is refused with the nearest, by every way to give it, and nothing is shown', () => {
    const refused = {
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^beback: nobody here is called Mara Delgado; did you mean Maria Delgado\?\ntry: .*\[people\]/,
      ),
    };
    expect(beback('--as', 'Mara Delgado', 'today')).toEqual(refused);
    expect(run({ BEBACK_AS: 'Mara Delgado' }, 'today')).toEqual(refused);
    settings('as = "Mara Delgado"\n');
    expect(beback('today')).toEqual(refused);
    expect(beback('--as', 'Maria Delgado', 'today').status).toBe(0);
  });

  test('with --json as an object', () => {
    const { stderr } = beback('--json', '--as', 'Mara Delgado', 'today');
    expect(JSON.parse(stderr).error).toMatchObject({
      code: 'unknown-person',
      message: expect.stringContaining('did you mean Maria Delgado?'),
    });
  });

  test.each([
    ['log', '1', 'voicemail'],
    ['today', '--all'],
    ['show', '1'],
    ['promises'],
    ['journal'],
    ['undo'],
    ['import', SALES],
    ['import', '--dry-run', SALES],
    ['salespeople'],
    ['backup', 'nowhere.db'],
    ['doctor'],
  ])('%s %s is refused under a name that is nobody’s', (...command) => {
    const { status, stdout, stderr } = beback('--as', 'Nobody Known', ...command.filter(Boolean));
    expect([command, status, stdout]).toEqual([command, 2, '']);
    expect(stderr).toContain('nobody here is called Nobody Known\n');
    expect(beback('export', 'contacts', '--format', 'json').stdout).toBe('[]\n');
  });

  test.each([['plan'], ['layouts'], ['cron', 'example'], ['config']])(
    '%s opens no store, and does not ask',
    (...command) => {
      expect(beback('--as', 'Nobody Known', ...command.filter(Boolean)).status).toBe(0);
    },
  );

  test('those of [people] may act, under the name in the settings', () => {
    settings('[people]\nmanagers = ["Pat Boss"]\nassistants = { "Kim Ó" = ["101"] }\n');
    expect(beback('--as', 'boss, pat', 'log', '1', 'voicemail').status).toBe(0);
    expect(beback('--as', 'kim o', 'log', '2', 'voicemail').status).toBe(0);
    const { entries } = JSON.parse(beback('journal', '--json').stdout);
    expect(entries.slice(0, 2).map(({ by }: { by: string }) => by)).toEqual(['Kim Ó', 'Pat Boss']);
    expect(beback('--as', 'Pat', 'today').stderr).toContain('did you mean Pat Boss?');
    expect(listsOf('--as', 'Pat Boss')).toEqual(listsOf('--all'));
  });

  test('a manager who sells has the list of a salesperson', () => {
    settings('[people]\nmanagers = ["Maria Delgado"]\n');
    expect(listsOf('--as', 'Maria Delgado')).toEqual(['Maria Delgado']);
  });

  test('the user of the machine is nobody in particular', () => {
    expect(listsOf()).toEqual(listsOf('--all'));
  });

  test('--for is answered with the nearest, too', () => {
    const { status, stderr } = beback('today', '--for', 'Mara Delgado');
    expect([status, stderr.split('\n')[0]]).toEqual([
      2,
      'beback: there is no salesperson "Mara Delgado"; did you mean Maria Delgado?',
    ]);
  });

  test('what runs by itself tells it, and goes on', () => {
    const drop = join(folder, 'drop');
    mkdirSync(drop);
    writeFileSync(join(drop, 'deals.csv'), 'Deal No,Customer Name\n');
    const imported = beback('--as', 'Nobody Known', 'import', '--move-to', join(folder, 'done'), drop);
    expect(imported.stderr).toMatch(/^beback: nobody here is called Nobody Known$/m);
    expect(imported.status).toBe(3);
    const sent = beback('--as', 'Nobody Known', 'send', '--dry-run', '--out', join(folder, 'mails'));
    expect(sent.stderr).toMatch(/^beback: nobody here is called Nobody Known$/m);
    expect(sent.status).toBe(0);
  });
});

test('the first import asks nobody for a name, the second does', () => {
  expect(beback('--as', 'Nobody Known', 'import', SALES).stderr).toBe('');
  expect(beback('--as', 'Nobody Known', 'import', SALES).status).toBe(2);
});

test('where there is no database reading is no mistake', () => {
  expect(beback('--as', 'Nobody Known', 'today').status).toBe(0);
  expect(existsSync(join(folder, 'store.db'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['[people]\nmanagers = "Pat"', 'managers = ["Pat"]'],
  ['[people]\nmanagers = [""]', 'must be a name'],
  ['[people]\nassistants = { "Kim" = [] }', 'must name a salesperson'],
  ['[people]\nmanager = ["Pat"]', 'unknown key "people.manager"; did you mean managers?'],
  ['[poeple]\n', 'did you mean people?'],
])('%j is answered with what is right', (toml, words) => {
  settings(toml);
  const { status, stderr } = beback('plan');
  expect(status).toBe(2);
  expect(stderr).toContain(words);
});
