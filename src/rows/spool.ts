/** Private copies of what comes in, kept while it is read. */

import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../domain/fault.ts';

function spoolFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'beback-'));
  } catch (error) {
    throw noRoom(error);
  }
}

export const noRoom = (error: unknown): Fault =>
  new Fault(`what comes in cannot be kept in ${tmpdir()} while it is read`, {
    code: 'no-room',
    hint: 'make room there, name another folder in TMPDIR, or save it as a file and import that',
    cause: error,
  });

/** The writing end of a pipeline failed, not what is read. */
const wasWriting = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'write';

/** A private file, and how to take it away. */
export interface Spool {
  readonly path: string;
  readonly remove: () => void;
}

/** Where an interrupt must not leave customers' data behind. */
const folders = new Set<string>();

/** A file that is not there yet, in a folder of its own. @throws Fault `no-room` */
export function newSpool(): Spool {
  const folder = spoolFolder();
  if (folders.size === 0) process.once('exit', removeFolders);
  folders.add(folder);
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
    folders.delete(folder);
    if (folders.size === 0) process.removeListener('exit', removeFolders);
  };
  return { path: join(folder, 'input.csv'), remove };
}

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** A copy of what can be read only once. @throws Fault `no-room` where it cannot be written */
export async function spool(input: NodeJS.ReadableStream): Promise<Spool> {
  const made = newSpool();
  const copy = createWriteStream(made.path, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(input, copy);
  } catch (error) {
    made.remove();
    throw wasWriting(error) ? noRoom(error) : error;
  }
  return made;
}
