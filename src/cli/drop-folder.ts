/** A folder into which the DMS drops its exports: what lies there, oldest delivery first, and filing away what went in. */

import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { dayInName } from '../store/writing/delivery.ts';
import { cannotWrite, ensureFolder, isFolder } from './write-file.ts';

const EXPORT_FILE = /\.(?:csv|txt|tsv|tab|dat)$/i;

/**
 * The files named, folders replaced by the exports in them, the oldest delivery first: by the day in the name, else by
 * when it was last written. A pattern the shell found nothing for is nothing. Hidden files and unfinished uploads stay.
 */
export function inDeliveryOrder(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    if (isFolder(path))
      return readdirSync(path, { withFileTypes: true })
        .filter(({ name }) => !name.startsWith('.') && EXPORT_FILE.test(name))
        .map(({ name }) => join(path, name))
        .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
    return /[*?]/.test(path) && !existsSync(path) ? [] : [path];
  });
  const delivered = (path: string): string =>
    dayInName(basename(path)) ?? statSync(path, { throwIfNoEntry: false })?.mtime.toISOString() ?? '';
  return files
    .map((path) => ({ path, at: delivered(path) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

/**
 * Moves the file into the folder, which is made when it is not there; a file of that name is not overwritten. Of a link
 * what it names is copied and the link taken away.
 * Gives the new path. @throws Fault `cannot-write`
 */
export function fileAway(path: string, folder: string): string {
  ensureFolder(folder);
  if (realpathSync(dirname(path)) === realpathSync(folder)) return path;
  const target = freeName(folder, basename(path));
  try {
    if (lstatSync(path).isSymbolicLink() || !isRenamed(path, target)) {
      copyFileSync(path, target);
      rmSync(path);
    }
    chmodSync(target, 0o600);
  } catch (error) {
    throw cannotWrite(target, error);
  }
  return target;
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
