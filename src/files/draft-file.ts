/** Files on their way: under a temporary name in the folder they are for, until all of them are whole. */

import { closeSync, existsSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { cannotWrite } from './cannot-write.ts';
import { partPathOf, sweepParts } from './part-files.ts';
import { refuseToReplace } from './refuse-to-replace.ts';
import { writeBytes } from './write-bytes.ts';

export interface Draft {
  /** the name it will have */
  readonly path: string;
  /** the name it has until then */
  readonly temporary: string;
  /** that named the place, for the advice; null where an argument did */
  readonly flag: string | null;
}

/** Those of this process; what ends it, be it a signal, takes them away. */
const drafts = new Set<string>();
let isTidied = false;

/**
 * An empty file, mode 0600, to be filled and named.
 * @throws Fault `cannot-write`; `is-a-database` for the name of one or of its log, `no-file` for a device or a pipe
 */
export function startDraft(path: string, flag: string | null): Draft {
  const draft = { path, temporary: partPathOf(path), flag };
  try {
    refuseToReplace(path);
    sweepParts(dirname(path), (part) => drafts.has(part));
    if (!isTidied) process.once('exit', () => drafts.forEach(remove));
    isTidied = true;
    drafts.add(draft.temporary);
    closeSync(openSync(draft.temporary, 'wx', 0o600));
    return draft;
  } catch (error) {
    discardDraft(draft);
    throw cannotWrite(path, error, flag);
  }
}

/** Writes all of the parts, makes them durable. @throws Fault `cannot-write`, and the draft is gone */
export function fillDraft(draft: Draft, parts: Iterable<string | Uint8Array>): void {
  try {
    const fd = onDisk(draft, () => openSync(draft.temporary, 'r+'));
    try {
      for (const part of parts) onDisk(draft, () => writeBytes(fd, Buffer.from(part)));
      onDisk(draft, () => fsyncSync(fd));
    } finally {
      onDisk(draft, () => closeSync(fd));
    }
  } catch (error) {
    discardDraft(draft);
    throw error;
  }
}

/** Makes durable what another program wrote into it, for its owner's eyes only. @throws Fault `cannot-write` */
export function sealDraft(draft: Draft): void {
  onDisk(draft, () => {
    const fd = openSync(draft.temporary, 'r+');
    try {
      fchmodSync(fd, 0o600);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  });
}

/** Gives all of them their names, or none one that was free before. @throws Fault `cannot-write` */
export function publishDrafts(whole: readonly Draft[]): void {
  const added: string[] = [];
  try {
    for (const draft of whole) {
      const isNew = !existsSync(draft.path);
      onDisk(draft, () => renameSync(draft.temporary, draft.path));
      drafts.delete(draft.temporary);
      if (isNew) added.push(draft.path);
    }
    const folders = new Map(whole.map((draft) => [dirname(draft.path), draft]));
    for (const [folder, draft] of folders) onDisk(draft, () => syncFolder(folder));
  } catch (error) {
    for (const path of added) rmSync(path, { force: true });
    whole.forEach(discardDraft);
    throw error;
  }
}

export function discardDraft({ temporary }: Draft): void {
  remove(temporary);
  drafts.delete(temporary);
}

/** With what SQLite may keep beside it. */
function remove(temporary: string): void {
  for (const side of ['', '-wal', '-shm', '-journal']) rmSync(`${temporary}${side}`, { force: true });
}

function onDisk<T>({ path, flag }: Draft, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw cannotWrite(path, error, flag);
  }
}

/** Not every file system can, nor does a folder that must not be read let itself be opened. */
const CANNOT_SYNC: ReadonlySet<unknown> = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES']);

/** Makes the names in a folder durable. */
export function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && CANNOT_SYNC.has(error.code))) throw error;
  }
}
