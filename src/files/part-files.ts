/** The names files have while they are written, by which what dead runs left behind is known and swept. */

import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync, type Stats } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** `.NAME.PROCESS-COUNT.PLACE.part`, and what SQLite keeps beside such a file. */
const PART = /^\..+\.(\d+)-\d+\.([\w-]+)\.part(?:-(?:wal|shm|journal))?$/s;

/** What is left of 255 bytes when the longest characters are used. */
const NAME_AT_MOST = 45;

let made = 0;

/** A name of its own beside the file. */
export function partPathOf(path: string): string {
  made += 1;
  const name = basename(path).slice(0, NAME_AT_MOST);
  return join(dirname(path), `.${name}.${process.pid}-${made}.${place()}.part`);
}

/** Nobody writes to a file for so long between two writes. */
const GIVEN_UP_AFTER_MS = 24 * 3_600_000;

/**
 * Takes away what runs that are dead left in the folder. The number of a process means something only where it was
 * given: what comes from another machine, container or start of this machine has to lie untouched for a day.
 * @param isInUse whether this process is writing to the file
 */
export function sweepParts(folder: string, isInUse: (path: string) => boolean): void {
  for (const name of namesIn(folder)) {
    const [, pid, from] = PART.exec(name) ?? [];
    if (pid === undefined) continue;
    const path = join(folder, name);
    if (isInUse(path.replace(/-(?:wal|shm|journal)$/, ''))) continue;
    try {
      const stats = lstatSync(path);
      if (!isOwn(stats)) continue;
      const isDead =
        from === place() ? !isRunning(Number(pid)) : Date.now() - stats.mtimeMs > GIVEN_UP_AFTER_MS;
      if (isDead) rmSync(path, { force: true });
    } catch {
      // gone meanwhile, or not ours to take away
    }
  }
}

/** A folder that may be written but not read is left as it is; whether it can be written is told by writing. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const isOwn = (stats: Stats): boolean =>
  stats.isFile() && (process.getuid === undefined || stats.uid === process.getuid());

/** In a container every run may have the same number: with our own, what we do not write to is from before. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Where the numbers of processes are the same ones: this start of this machine, and in it this container. */
function place(): string {
  try {
    const start = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `${start}-${/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0]}`;
  } catch {
    return hostname().replace(/\W+/g, '-').slice(0, 24) || 'here';
  }
}
