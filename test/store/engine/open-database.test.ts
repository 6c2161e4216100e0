/** Which driver is taken on which Node, and the sentence where there is none that fits. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const OLD = { node: '20.20.2', napi: '9' };
const NEW = { node: '24.21.0', napi: '10' };

const COMPILE =
  'try: on Node 20 it may have to be compiled: install python3, make and g++, then run `npm ci` (without --omit=dev), or install beback globally again (npm 12 needs --allow-scripts=better-sqlite3); newer Nodes compile nothing\n';
const INSTALL =
  'try: run `npm ci` (without --omit=optional) with this Node, or install beback globally again with it\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-driver-'));
  for (const part of ['bin', 'dist']) cpSync(part, join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'store.db'), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a driver there that only says its name when it is asked to open a database. */
function install(
  name: string,
  version: string,
  opens = `process.stdout.write('${name} ${version}'); process.exit(0)`,
) {
  const at = join(folder, 'node_modules', name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version, main: 'index.js' }));
  writeFileSync(join(at, 'index.js'), `module.exports = class { constructor() { ${opens} } };\n`);
}

/** Starts the program as a Node of that version would see it. */
function today(versions: { node: string; napi: string }) {
  const pretend = join(folder, 'pretend.cjs');
  writeFileSync(
    pretend,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, ...${JSON.stringify(versions)} } });\n`,
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', pretend, join(folder, 'bin', 'beback.js'), '--db', join(folder, 'store.db'), 'promises'],
    // no modules from anywhere else
    { encoding: 'utf8', env: { HOME: folder } },
  );
  return [status, stdout, stderr];
}

test('in a checkout each Node takes its own of the two', () => {
  install('better-sqlite3', '13.2.0');
  install('better-sqlite3-node20', '1.0.0');
  expect(today(OLD)).toEqual([0, 'better-sqlite3-node20 1.0.0', '']);
  expect(today(NEW)).toEqual([0, 'better-sqlite3 13.2.0', '']);
});

test('in a global install there is the one npm chose', () => {
  install('better-sqlite3', '12.9.0');
  expect(today(OLD)).toEqual([0, 'better-sqlite3 12.9.0', '']);
  install('better-sqlite3', '13.4.5');
  expect(today(NEW)).toEqual([0, 'better-sqlite3 13.4.5', '']);
});

test('the driver of another Node is not even loaded: that would end without a word', () => {
  install('better-sqlite3', '13.2.0');
  expect(today(OLD)).toEqual([
    1,
    '',
    `beback: better-sqlite3 13.2.0 is not for this Node (20.20.2)\n${COMPILE}`,
  ]);
  install('better-sqlite3', '12.9.0');
  expect(today(NEW)).toEqual([
    1,
    '',
    `beback: better-sqlite3 12.9.0 is not for this Node (24.21.0)\n${INSTALL}`,
  ]);
});

test('without a driver one sentence says what to install', () => {
  const missing = ({ node }: { node: string }) =>
    `beback: the SQLite driver is missing, or not built for this Node (${node})\n`;
  expect(today(OLD)).toEqual([1, '', missing(OLD) + COMPILE]);
  expect(today(NEW)).toEqual([1, '', missing(NEW) + INSTALL]);

  // its install script was not allowed, or there was no compiler
  install('better-sqlite3', '12.9.0', "throw new Error('Could not locate the bindings file. Tried:')");
  expect(today(OLD)).toEqual([1, '', missing(OLD) + COMPILE]);

  const dlopen = "throw Object.assign(new Error('wrong ELF class'), { code: 'ERR_DLOPEN_FAILED' })";
  for (const [versions, version] of [
    [OLD, '12.9.0'],
    [NEW, '13.2.0'],
  ] as const) {
    install('better-sqlite3', version, dlopen);
    expect(today(versions)).toEqual([1, '', missing(versions) + (versions === OLD ? COMPILE : INSTALL)]);
  }
});
