/** Opening an SQLite file with the driver that fits this Node; the one place that loads it. */

import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';
import { Fault } from '../../domain/fault.ts';

/**
 * better-sqlite3 13 is built for Node-API 10 (from Node 22.14) and dies without a word below it; 12 is the last for
 * Node 20 and dies on newer Nodes as soon as memory is tidied up. So the wrong one must not even be loaded.
 */
const DRIVER =
  Number(process.versions.napi) >= 10
    ? { major: 13, names: ['better-sqlite3'] }
    : // a checkout has both drivers in its lockfile, the old one by a name of its own; a global install has one
      { major: 12, names: ['better-sqlite3-node20', 'better-sqlite3'] };

const HINT =
  DRIVER.major === 12
    ? 'on Node 20 it may have to be compiled: install python3, make and g++, then run `npm ci` (without --omit=dev), or install beback globally again (npm 12 needs --allow-scripts=better-sqlite3); newer Nodes compile nothing'
    : 'run `npm ci` (without --omit=optional) with this Node, or install beback globally again with it';

const require = createRequire(import.meta.url);

/**
 * Opens a database file, the bytes of one, or `:memory:`, without looking at what is in it. Customers' pages stay in the
 * database: what SQLite needs for a moment it keeps in memory, not on another disk (see also `sortsBeside`).
 * @throws Fault `no-sqlite` where the driver is missing, not built or not for this Node; else what SQLite said
 */
export function openDatabase(file: string | Buffer, options: Database.Options = {}): Database.Database {
  try {
    const db = new (loadDriver())(file, options);
    db.pragma('temp_store = MEMORY');
    return db;
  } catch (error) {
    throw asLoadingFault(error);
  }
}

function loadDriver(): typeof Database {
  const name = DRIVER.names.find(isInstalled);
  if (name === undefined) throw missing();
  if (name === 'better-sqlite3') refuseOtherMajor();
  return require(name);
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

function refuseOtherMajor(): void {
  const { version } = require('better-sqlite3/package.json') as { version: string };
  if (Number(version.split('.')[0]) === DRIVER.major) return;
  throw driverFault(`better-sqlite3 ${version} is not for this Node (${process.versions.node})`);
}

/** The native part is missing where an install script was not allowed or failed, and wrong after a change of Node. */
function asLoadingFault(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const unbuilt = code === 'MODULE_NOT_FOUND' || /^Could not locate the bindings file/.test(error.message);
  return unbuilt || code === 'ERR_DLOPEN_FAILED' ? missing(error) : error;
}

const missing = (cause?: unknown): Fault =>
  driverFault(`the SQLite driver is missing, or not built for this Node (${process.versions.node})`, cause);

const driverFault = (message: string, cause?: unknown): Fault =>
  new Fault(message, { code: 'no-sqlite', hint: HINT, ...(cause === undefined ? {} : { cause }) });
