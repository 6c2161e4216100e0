/** What npm is asked for after an install and before packing; npm itself is a script that writes down its arguments. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const PREPARE = resolve('bin/prepare.js');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-prepare-'));
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "npm $*" >> asked\n', { mode: 0o755 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function asked(env: Record<string, string>): string {
  const { status, stderr } = spawnSync(process.execPath, [PREPARE], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}${delimiter}${process.env.PATH}`, ...env },
  });
  expect([status, stderr]).toEqual([0, '']);
  return existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8') : '';
}

test('builds where the tools are', () => {
  mkdirSync(join(folder, 'node_modules', 'rolldown'), { recursive: true });
  expect(asked({ npm_command: 'ci' })).toBe('npm run build\n');
});

test('says so where a build cannot be', () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.17.0' } });`;
  const flags = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`];
  const { status, stderr } = spawnSync(process.execPath, [...flags, PREPARE], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stderr.split('\n')[0]]).toEqual([
    1,
    'beback: building needs Node 20.19 or newer, this is 20.17.0',
  ]);
});

test.each([
  { npm_command: 'pack' },
  { npm_command: 'install', npm_config_global: 'true' },
  { npm_command: 'install', npm_config_location: 'global' },
])('a bare clone is installed first: %o', (env) => {
  expect(asked(env)).toBe('npm ci --location=project --no-global --include=dev\n');
});

test.each([
  { npm_command: 'ci', npm_config_omit: 'dev' },
  { npm_command: 'ci', NODE_ENV: 'production' },
  { npm_command: 'install', npm_config_package_lock_only: 'true' },
  // what the install of a bare clone is itself run with
  { npm_command: 'ci', npm_config_global: '', npm_config_location: 'project' },
])('without the tools no install starts another, which would never end: %o', (env) => {
  expect(asked(env)).toBe('');
});
