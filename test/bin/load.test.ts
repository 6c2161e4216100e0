/** The code that V8 kept when the program was built saves time, and changes nothing. */

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-load-'));
  for (const part of ['bin', 'dist']) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keptFiles = (): string[] =>
  readdirSync(join(folder, 'dist')).flatMap((name) =>
    name.endsWith('.code') ? join(folder, 'dist', name) : [],
  );

function run(args: readonly string[], flags: readonly string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, join(folder, 'bin', 'beback.js'), '--db', join(folder, 'store.db'), ...args],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { status, stdout, stderr };
}

const importAndList = (flags: readonly string[] = []) => {
  rmSync(join(folder, 'store.db'), { force: true });
  const on = ['--on', '2026-11-23', '--json'];
  return [
    run(['import', resolve('fixtures/demo/sales-2024.csv'), '--json'], flags).status,
    JSON.parse(run(['today', '--all', ...on], flags).stdout),
    run(['--help'], flags),
    run(['shwo'], flags),
  ];
};

test('is kept for what every command loads', () => {
  const names = keptFiles().map((path) => path.replace(/^.*\/|\.cjs\.code$/g, ''));
  expect(names).toEqual(expect.arrayContaining(['beback', 'main', 'common', 'shared', 'help', 'import']));
});

test('is what the commands of every day run by', () => {
  const watch = join(folder, 'watch.cjs');
  writeFileSync(
    watch,
    `const vm = require('node:vm');
    vm.Script = class extends vm.Script {
      constructor(code, options) {
        super(code, options);
        if (this.cachedDataRejected !== false) require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'compiled'))}, options.filename + '\\n');
      }
    };`,
  );
  const watched = ['--require', watch];
  expect(run(['import', resolve('fixtures/demo/sales-2024.csv')], watched).status).toBe(0);
  for (const args of [['today', '--all'], ['find', 'kowalski'], ['show', '1'], ['--help'], ['--version']])
    expect(run(args, watched)).toMatchObject({ status: 0 });
  expect(existsSync(join(folder, 'compiled'))).toBe(false);
});

test('of another V8, of another program, cut off or not there: the program does the same', () => {
  const kept = keptFiles();
  const expected = importAndList();
  // other flags are to V8 as another V8 is
  expect(importAndList(['--no-opt'])).toEqual(expected);
  for (const path of kept) writeFileSync(path, readFileSync(path).subarray(0, 1000));
  expect(importAndList()).toEqual(expected);
  for (const path of kept) writeFileSync(path, 'this is no code\n');
  expect(importAndList()).toEqual(expected);
  for (const path of kept) rmSync(path);
  expect(importAndList()).toEqual(expected);
});

test('a trace of what went wrong names our files and lines', () => {
  const { status, stderr } = run(['show', 'nobody'], [], { BEBACK_DEBUG: '1' });
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/ {4}at .*src\/cli\/program\.ts:\d+:\d+/);
});
