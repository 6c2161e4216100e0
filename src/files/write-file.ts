/** Files handed out: complete or not there at all, for their owner's eyes only. */

import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { cannotWrite } from './cannot-write.ts';
import { type Draft, discardDraft, fillDraft, publishDrafts, startDraft, syncFolder } from './draft-file.ts';

/**
 * Writes `parts` under a temporary name in the same folder, makes it durable, then gives it its name.
 * @param flag that named the place
 * @throws Fault `cannot-write`, `no-file`, `is-a-database` for the name of one or of its log
 */
export function writeFileWhole(path: string, parts: Iterable<string | Uint8Array>, flag = '--out'): void {
  const draft = startDraft(path, flag);
  fillDraft(draft, parts);
  publishDrafts([draft]);
}

export interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/** The same for several files of one folder, which is made if it is not there: all of them or none. */
export function writeFilesWhole(folder: string, files: readonly FileToWrite[]): void {
  const made = ensureFolder(folder);
  const drafts: Draft[] = [];
  try {
    for (const { path, text } of files) {
      const draft = startDraft(path, '--out');
      drafts.push(draft);
      fillDraft(draft, [text]);
    }
    publishDrafts(drafts);
  } catch (error) {
    drafts.forEach(discardDraft);
    if (made !== null) removeEmpty(folder, made);
    throw error;
  }
}

/** The folder, made with mode 0700 if it is not there; gives the topmost one that was made. @param flag that named it */
export function ensureFolder(path: string, flag = '--out'): string | null {
  try {
    const made = mkdirSync(path, { recursive: true, mode: 0o700 }) ?? null;
    if (made !== null) syncFolder(dirname(made));
    return made;
  } catch (error) {
    throw cannotWrite(path, error, flag);
  }
}

/** From the folder up to the topmost one that was made for it; one that somebody else uses by now stays. */
function removeEmpty(folder: string, topmost: string): void {
  try {
    for (let path = folder; path.length >= topmost.length; path = dirname(path)) rmdirSync(path);
  } catch {
    // not empty
  }
}

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
