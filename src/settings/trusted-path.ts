/** Whether anybody else on this machine could change what a path leads to: its owner, its mode, every folder and link on the way. */

import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, parse, resolve, sep } from 'node:path';
import { usageFault } from '../domain/fault.ts';
import { isOwnGroup } from './own-group.ts';

export interface Distrust {
  /** where it is wrong: the file itself, or a folder or link on the way to it */
  readonly path: string;
  /** `can be written by others on this machine (mode 0666)` */
  readonly why: string;
  /** the command that mends it */
  readonly mend: string;
}

const GROUP_WRITES = 0o020;
const OTHERS_WRITE = 0o002;
/** In such a folder (/tmp) only the owner of a file may rename or remove it. */
const STICKY = 0o1000;
const MOST_LINKS = 40;

/**
 * As sshd asks of the files it relies on: each part of the path belongs to root or to whoever runs this, and neither others
 * nor a group that others may be in can write it. Null where all is well, where there is no such file, and on a system
 * without such modes.
 */
export function distrustOf(path: string): Distrust | null {
  if (process.getuid === undefined) return null;
  const { root } = parse(resolve(path));
  const ahead = partsOf(resolve(path));
  let at = root;
  for (let links = 0; ; ) {
    const stats = lookAt(at);
    if (stats === null) return null;
    const wrong = distrustIn(at, stats);
    if (wrong !== null) return wrong;
    if (stats.isSymbolicLink()) {
      links += 1;
      if (links > MOST_LINKS) return null;
      const target = resolve(dirname(at), readlinkSync(at));
      ahead.unshift(...partsOf(target));
      at = root;
      continue;
    }
    const next = ahead.shift();
    if (next === undefined) return null;
    at = join(at, next);
  }
}

const partsOf = (path: string): string[] => path.split(sep).filter((part) => part !== '');

/** Null where there is nothing, or nothing that we may look at: whoever opens it says so. */
function lookAt(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

function distrustIn(path: string, stats: Stats): Distrust | null {
  const me = process.getuid?.();
  if (stats.uid !== 0 && stats.uid !== me)
    return {
      path,
      why: `belongs to another user (uid ${stats.uid})`,
      mend: `chown ${stats.isSymbolicLink() ? '-h ' : ''}${userInfo().username} "${path}"`,
    };
  const keepsOthersOut = stats.isDirectory() && (stats.mode & STICKY) !== 0;
  const hasMode = stats.isFile() || stats.isDirectory();
  if (!hasMode || keepsOthersOut || !isWritableByOthers(stats)) return null;
  return {
    path,
    why: `can be written by others on this machine (mode 0${(stats.mode & 0o7777).toString(8)})`,
    mend: `chmod go-w "${path}"`,
  };
}

/** Beside its owner, by whoever that may be. */
const isWritableByOthers = ({ mode, gid }: Stats): boolean =>
  (mode & OTHERS_WRITE) !== 0 || ((mode & GROUP_WRITES) !== 0 && !isOwnGroup(gid));

/**
 * @param consequence what is not done with it: `"mail.sendmail" of the settings is not run`
 * @throws Fault `not-trusted`
 */
export function refuseDistrusted(path: string, consequence: string): void {
  const wrong = distrustOf(path);
  if (wrong === null) return;
  const through = wrong.path === resolve(path) ? '' : `, so ${path} is not safe from them`;
  throw usageFault('not-trusted', `${wrong.path} ${wrong.why}${through}: ${consequence}`, wrong.mend);
}
