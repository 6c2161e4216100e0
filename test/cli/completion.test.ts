/** Completion through the shells themselves, where they are installed, and the manual through man. */

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { openDatabase } from '../../src/store/engine/open-database.ts';

let folder: string;
let env: NodeJS.ProcessEnv;
const PROGRAM = resolve('bin/beback.js');

const run = (command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  spawnSync(command, args, { encoding: 'utf8', cwd: folder, env: { ...env, ...more } });
const beback = (...args: string[]) => run(process.execPath, [PROGRAM, ...args]);
const isThere = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-completion-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'beback'), `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
  chmodSync(join(folder, 'bin', 'beback'), 0o755);
  env = {
    ...process.env,
    PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
    BEBACK_DB: join(folder, 'store.db'),
    HOME: folder,
  };
  const demo = resolve('fixtures/demo');
  const exports = readdirSync(demo).filter((name) => name.endsWith('.csv'));
  beback('import', ...exports.map((name) => join(demo, name)), '--on', '2026-11-20', '--quiet');
  const db = openDatabase(join(folder, 'store.db'));
  const rename = db.prepare('UPDATE salesperson SET name = ?, code = ? WHERE code = ?');
  rename.run('Ann $(touch pwned) `touch pwned`', '$(touch pwned)', '104');
  rename.run('Bo\tBell\u001b[31m Ruiz:x', '103', '103');
  db.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the program offers, word by word, or that file names are wanted. */
function offered(shell: string, ...words: string[]): string[] {
  const { stdout, stderr, status } = beback('completion', 'words', shell, '--', ...words);
  expect([stderr, status]).toEqual(['', 0]);
  const [kind, ...lines] = stdout.split('\n').slice(0, -1);
  return kind === ':files' ? ['FILES'] : lines.map((line) => line.split('\t')[0] ?? '');
}

const PEOPLE = ['Ann', 'Kowalski', 'Lindholm', 'Delgado', 'Nair', 'house'];

test.each<[string[], string[]]>([
  [['to'], ['today']],
  [['tod'], ['today']],
  [['xyzzy', ''], []],
  [['cover'], ['cover', 'covers']],
  [['cover', 'e'], ['end']],
  [['cover', 'De'], ['Delgado']],
  [['cover', 'Delgado', '--by', 'k'], ['Kowalski']],
  [['--on', 'tod'], ['today']],
  [
    ['today', '--fo'],
    ['--for', '--format'],
  ],
  [['today', '--for', 'De', '--fo'], ['--format']],
  [['--for'], []],
  [
    ['today', '--format', ''],
    ['table', 'text', 'csv', 'json', 'html', 'ics'],
  ],
  [['today', '--format=c'], ['--format=csv']],
  [['today', '--for=De'], ['--for=Delgado']],
  [
    ['today', '--for', '11'],
    ['112', '115'],
  ],
  [['today', '--out', ''], ['FILES']],
  [['--db', ''], ['FILES']],
  [['import', ''], ['FILES']],
  [['find', ''], []],
  [['log', ''], []],
  [['log', '118', 'v'], ['voicemail']],
  [
    ['block', '118', ''],
    ['call', 'text', 'email', 'mail'],
  ],
  [['letters', '--touch', 'les'], []],
  [['letters', '--touch', 'lea'], ['lease-end']],
  [
    ['export', 'ca'],
    ['cases', 'calendar'],
  ],
  [
    ['help', 'c'],
    ['cases', 'cron', 'cover', 'covers', 'case', 'config', 'completion'],
  ],
  [['help', 'cover', ''], ['end']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish', 'powershell'],
  ],
  [['init', '--timezone', 'america/chic'], ['America/Chicago']],
])('%j', (words, wanted) => {
  expect(offered('zsh', ...words)).toEqual(wanted);
});

test('every flag and command that is shown in help can be completed', () => {
  const program = buildProgram().described();
  const all = (command: Command, before: string[]): [string[], Command][] => [
    [before, command],
    ...command
      .createHelp()
      .visibleCommands(command)
      .filter((one) => one.name() !== 'help')
      .flatMap((one) => all(one, [...before, one.name()])),
  ];
  for (const [words, command] of all(program, []).filter((_, i) => i % 7 === 0)) {
    const flags = command.options.filter(({ hidden }) => !hidden).map(({ long }) => long);
    expect(offered('zsh', ...words, '--')).toEqual(expect.arrayContaining(flags));
  }
});

test('bash takes a word apart at =, PowerShell loses an empty one', () => {
  expect(offered('bash', 'today', '--for', '=')).toEqual(expect.arrayContaining(PEOPLE));
  expect(offered('bash', 'today', '--for', '=', 'De')).toEqual(['Delgado']);
  expect(offered('bash', '--db', '=', '')).toEqual(['FILES']);
  expect(offered('powershell', 'today', '--for', '=')).toEqual(expect.arrayContaining(PEOPLE));
  expect(offered('powershell', 'today', '=--fi')).toEqual(['--fill']);
});

test('a name is offered only as far as no shell makes anything of it', () => {
  const { stdout } = beback('completion', 'words', 'fish', '--', 'today', '--for', '');
  expect([...stdout].filter((letter) => letter < ' ' && !'\n\t'.includes(letter))).toEqual([]);
  for (const line of stdout.split('\n').slice(1, -1)) {
    expect(line.split('\t')).toHaveLength(2);
    expect(line.split('\t')[0]).toMatch(/^[\w.+-]+$/);
  }
});

test('silent where nothing can be known, and nothing is made', () => {
  const away = join(folder, 'none', 'x.db');
  expect(offered('bash', 'today', '--db', away, '--for', '')).toEqual(['house']);
  expect(existsSync(join(folder, 'none'))).toBe(false);
  const broken = join(folder, 'broken.db');
  writeFileSync(broken, 'SQLite format 3\u0000 and no more');
  const old = join(folder, 'old.db');
  openDatabase(old).exec('PRAGMA application_id = 1111835969; PRAGMA user_version = 3').close();
  for (const db of [broken, old]) {
    const { stdout, stderr, status } = beback(
      'completion',
      'words',
      'bash',
      '--',
      'today',
      '--db',
      db,
      '--for',
      '',
    );
    expect([stdout.includes('Delgado'), stderr, status]).toEqual([false, '', 0]);
  }
  const before = readdirSync(folder).sort();
  writeFileSync(join(folder, 'bad.toml'), 'store = [');
  const { stdout, stderr } = beback(
    ...['completion', 'words', 'bash', '--', '--config', join(folder, 'bad.toml'), 'letters', '--touch', ''],
  );
  expect([stdout, stderr]).toEqual(['', '']);
  expect(readdirSync(folder).filter((name) => !before.includes(name))).toEqual(['bad.toml']);
});

test('a store that is locked is waited for no longer than a moment', () => {
  const db = openDatabase(join(folder, 'store.db'));
  db.pragma('journal_mode = DELETE');
  db.exec('BEGIN EXCLUSIVE');
  const { stdout, stderr, status } = beback('completion', 'words', 'bash', '--', 'today', '--for', '');
  db.exec('ROLLBACK');
  db.pragma('journal_mode = WAL');
  db.close();
  expect([stdout, stderr, status]).toEqual(['', '', 0]);
});

test('an unknown shell is told which there are', () => {
  expect(beback('completion', 'tcsh')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('there is no completion for tcsh'),
  });
  expect(beback('completion').stderr).toContain('bash, or zsh, or fish, or powershell');
});

describe('in the shells', () => {
  const BASH = `source <(beback completion bash); source <(beback completion bash)
try() { COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); COMPREPLY=(); _beback; echo "\${COMPREPLY[*]}"; }
try beback tod
try beback today --for De
try beback today --for = De
try beback log 118 vo
try beback today --for ""
try beback find '$(touch pwned)'
try beback xyzzy ""`;
  test.skipIf(!isThere('bash'))('bash', () => {
    const { stdout, stderr } = run('bash', ['--norc', '-c', BASH]);
    expect(stderr).toBe('');
    const lines = stdout.split('\n');
    expect(lines.slice(0, 4)).toEqual(['today', 'Delgado', 'Delgado', 'voicemail']);
    expect(lines[4]?.split(' ')).toEqual(expect.arrayContaining(PEOPLE));
    expect(lines.slice(5)).toEqual(['', '', '']);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  const FISH = `source (beback completion fish | psub)
for line in "beback tod" "beback today --for De" "beback today --for=De" "beback log 118 vo" "beback import st" "beback today --for "
  complete -C $line
  echo ===
end`;
  test.skipIf(!isThere('fish'))('fish', () => {
    const { stdout } = run('fish', ['--no-config', '-c', FISH]);
    const [today, by, joined, log, file, people] = stdout.split('===\n');
    expect(today).toMatch(/^today\t/);
    expect(by).toBe('Delgado\tMaria Delgado, 101\n');
    expect(joined).toContain('for=Delgado');
    expect(log).toBe('voicemail\tleft a voicemail\n');
    expect(file).toContain('store.db');
    for (const name of PEOPLE) expect(people).toContain(name);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  // what the script gives zsh to show is caught where it is handed over: a terminal is another test's
  const ZSH = `autoload -Uz compinit && compinit -u -D
source <(beback completion zsh)
_describe() { print -r -- "$1: \${(j: | :)\${(P)2}}"; }
_files() { print files; }
try() { words=("$@"); CURRENT=$#; _beback; }
try beback tod
try beback today --for De
try beback today --for=De
try beback today --for 'D'
try beback today --for ''
try beback import ''
try beback find ''`;
  test.skipIf(!isThere('zsh'))('zsh', () => {
    const { stdout, stderr } = run('zsh', ['-f', '-c', ZSH]);
    expect(stderr).toBe('');
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^beback: today:who to call today/);
    expect(lines.slice(1, 4)).toEqual([
      'beback: Delgado:Maria Delgado, 101',
      'beback: --for=Delgado:Maria Delgado, 101',
      'beback: Delgado:Maria Delgado, 101',
    ]);
    for (const name of PEOPLE) expect(lines[4]).toContain(name);
    expect(lines[5]).toBe('files');
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });
});

/** As a typewriter makes a letter bold. */
const OVERSTRUCK = new RegExp(`.${'\b'}`, 'g');

describe('the manual', () => {
  const page = () => beback('man', '--on', '2026-11-27').stdout;

  test('has every command and every flag', () => {
    const text = page();
    const program = buildProgram().described();
    const all = (command: Command): Command[] => [
      command,
      ...command
        .createHelp()
        .visibleCommands(command)
        .filter((one) => one.name() !== 'help')
        .flatMap(all),
    ];
    const lines = text.split('\n');
    for (const command of all(program).slice(1))
      expect(lines.some((line) => line.startsWith('.It Cm ') && line.includes(command.name()))).toBe(true);
    for (const { long, hidden } of all(program).flatMap(({ options }) => options)) {
      const flag = `Fl ${long?.slice(1)}`;
      expect(
        lines.some((line) => line.startsWith('.It ') && line.includes(flag)),
        flag,
      ).toBe(!hidden);
    }
    expect(text).toContain('.Dd November 27, 2026\n');
    expect(text).toMatch(/\n$/);
  });

  test.skipIf(!isThere('man') || !isThere('groff'))('man reads it without a word', () => {
    writeFileSync(join(folder, 'beback.1'), page());
    const { stdout, stderr } = run('man', ['-l', '--warnings', join(folder, 'beback.1')], {
      MANWIDTH: '80',
      LC_ALL: 'C',
    });
    expect(stderr).not.toMatch(/warning|error/i);
    const plain = stdout.replace(OVERSTRUCK, '');
    expect(plain).toContain('beback today --for Kowalski');
    expect(plain).toMatch(/EXIT STATUS\n\s+0 {4}done; an empty list is done/);
  });
});
