/** A folder into which the DMS drops its exports: what lies there, oldest delivery first, and filing away what went in. */

import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { usageFault } from '../domain/fault.ts';
import { dayInName } from '../values/day-in-name.ts';
import { cannotWrite } from './cannot-write.ts';
import { ensureFolder, isFolder, writeFileWhole } from './write-file.ts';

const EXPORT_FILE = /\.(?:csv|txt|tsv|tab|dat|xlsx|xlsm)$/i;
/** What a spreadsheet program keeps beside a workbook that is open in it. */
const OPEN_WORKBOOK = /^~\$/;

/** A file that nobody wrote to for so long is complete. */
const SETTLES_IN_MS = 60_000;
/** One that is newer is, when nobody writes to it for so long now. */
const WATCHED_FOR_MS = 5_000;
/** The clock of who uploads may be ahead of ours, but hardly by more. */
const CLOCKS_DIFFER_BY_MS = 24 * 3_600_000;

export interface Delivered {
  /** the oldest delivery first: by the day in the name, else by when it was last written */
  readonly files: readonly string[];
  /** of a folder: still being written */
  readonly unfinished: readonly string[];
  /** named, and not there */
  readonly missing: readonly string[];
}

/**
 * The files named, folders replaced by the exports in them; new ones there are watched for some seconds. A pattern the
 * shell found nothing for is nothing; hidden files stay. A file named by itself is taken at once, however new.
 */
export async function inDeliveryOrder(paths: readonly string[]): Promise<Delivered> {
  const files: string[] = [];
  const found: string[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    if (isFolder(path)) found.push(...exportsIn(path));
    else if (existsSync(path)) files.push(path);
    else if (!/[*?]/.test(path)) missing.push(path);
  }
  const unfinished = await growingAmong(found.filter(isNew));
  const complete = found.filter((file) => !unfinished.includes(file));
  return { files: oldestFirst([...files, ...complete]), unfinished: oldestFirst(unfinished), missing };
}

const exportsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !OPEN_WORKBOOK.test(name) && EXPORT_FILE.test(name))
    .map(({ name }) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);

function isNew(file: string): boolean {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return age < SETTLES_IN_MS && age > -CLOCKS_DIFFER_BY_MS;
}

/** Those that somebody writes to while they are watched. */
async function growingAmong(files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const state = (file: string): string => {
    const stats = statSync(file, { throwIfNoEntry: false });
    return `${stats?.size} ${stats?.mtimeMs}`;
  };
  const before = files.map(state);
  await pause(WATCHED_FOR_MS);
  return files.filter((file, i) => existsSync(file) && state(file) !== before[i]);
}

function oldestFirst(files: readonly string[]): string[] {
  const delivered = (path: string): string =>
    dayInName(basename(path)) ?? statSync(path, { throwIfNoEntry: false })?.mtime.toISOString() ?? '';
  return files
    .map((path) => ({ path, at: delivered(path) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

/** Makes the folder for what went in, before anything goes in. @throws Fault `usage` for what can be none, `cannot-write` */
export function prepareToFileAway(folder: string): void {
  if (folder === '' || (existsSync(folder) && !isFolder(folder))) {
    throw usageFault(
      'usage',
      folder === '' ? '--move-to is empty' : `--move-to ${folder}: that is a file, not a folder`,
      'name a folder for the files that went in: --move-to done',
    );
  }
  ensureFolder(folder, '--move-to');
}

/**
 * Moves the file into the folder; a file of that name is not overwritten. Of a link what it names is copied and the link
 * taken away.
 * Gives the new path. @throws Fault `cannot-write`
 */
export function fileAway(path: string, folder: string): string {
  if (realpathSync(dirname(path)) === realpathSync(folder)) return path;
  const target = freeName(folder, basename(path));
  try {
    if (lstatSync(path).isSymbolicLink() || !isRenamed(path, target)) {
      writeFileWhole(target, contentOf(path), '--move-to');
      rmSync(path);
    } else chmodSync(target, 0o600);
  } catch (error) {
    throw cannotWrite(target, error, '--move-to');
  }
  return target;
}

const CHUNK = 1 << 20;

function* contentOf(path: string): Generator<Uint8Array> {
  const fd = openSync(path, 'r');
  try {
    for (;;) {
      const chunk = new Uint8Array(CHUNK);
      const count = readSync(fd, chunk);
      if (count === 0) return;
      yield chunk.subarray(0, count);
    }
  } finally {
    closeSync(fd);
  }
}

/** false where the folder is on another disk */
function isRenamed(path: string, target: string): boolean {
  try {
    renameSync(path, target);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EXDEV') return false;
    throw error;
  }
}

function freeName(folder: string, name: string): string {
  const end = extname(name);
  const start = name.slice(0, name.length - end.length);
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${start} (${n})${end}`);
    if (!existsSync(path)) return path;
  }
}
