/** The Nodes this runs on: the manifest, the lockfile, the start of the program and the README say the same. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

const SUPPORTED = '^20.17 || ^22.14 || >=24';
const IN_WORDS = 'Node 20 (from 20.17), 22 (from 22.14), or 24 and newer';

/** Starts the program as a Node of that version would see it. */
function startOn(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  return spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, 'bin/beback.js', '--version'],
    { encoding: 'utf8' },
  );
}

test('the manifest, the lockfile and the README name the same Nodes', () => {
  expect(json('package.json').engines.node).toBe(SUPPORTED);
  expect(json('package-lock.json').packages[''].engines.node).toBe(SUPPORTED);
  expect(readFileSync('README.md', 'utf8').replace(/\s+/g, ' ')).toContain(IN_WORDS);
});

test.each(['20.17.0', '20.20.2', '22.14.0', '22.23.3', '24.0.0', '26.10.0', '100.0.0'])(
  'starts on %s',
  (version) => {
    expect(startOn(version)).toMatchObject({ status: 0, stderr: '' });
  },
);

test.each(['18.20.8', '20.16.0', '21.7.3', '22.13.1', '23.11.1'])(
  'on %s one sentence says what it needs',
  (version) => {
    expect(startOn(version)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `beback: needs ${IN_WORDS}; this is ${version}\ntry: install a current Node from nodejs.org\n`,
    });
  },
);

test('the lockfile has a driver for each of them, and only Node 20 gets its own', () => {
  // made afresh on Node 20 it would lose 13, on a newer one 12.9.0
  const { packages } = json('package-lock.json');
  const driver = packages['node_modules/better-sqlite3'];
  expect(driver.version).toMatch(/^13\./);
  expect(driver).toMatchObject({ optional: true });
  expect(driver).not.toHaveProperty('hasInstallScript');
  // Without this line, which `npm install` drops and which is then to be put back by hand, `npm ci` overlooks that
  // the package brings its binaries: it starts node-gyp, and leaves the driver out where there is no Python or make.
  expect(
    driver.gypfile,
    'package-lock.json: put `"gypfile": false` back into node_modules/better-sqlite3',
  ).toBe(false);
  expect(packages['node_modules/better-sqlite3-node20']).toMatchObject({
    optional: true,
    dev: true,
    engines: { node: '20.x' },
  });
  expect(packages['node_modules/better-sqlite3-node20/node_modules/better-sqlite3']).toMatchObject({
    version: '12.9.0',
    hasInstallScript: true,
    dev: true,
  });
  // linked instead of copied, npm 10 forgets about engines and compiles it for every Node
  expect(readFileSync('.npmrc', 'utf8')).toContain('install-links=true');
  expect(json('package.json').allowScripts).toEqual({ 'better-sqlite3': true });
  // what `npm install -g` chooses from
  expect(json('package.json').optionalDependencies['better-sqlite3']).toBe('12.9.0 || ^13.2.0');
});
