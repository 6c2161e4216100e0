/** A checked copy of the database, with the settings beside it. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { discardDraft, fillDraft, publishDrafts, sealDraft, startDraft } from '../files/draft-file.ts';
import type { FileToWrite } from '../files/write-file.ts';
import { backupStore } from '../store/engine/backup.ts';
import type { Store } from '../store/engine/store.ts';

/** Both or neither; gives the bytes of the database. */
export async function backUp(store: Store, path: string, settings: FileToWrite | null): Promise<number> {
  const database = startDraft(path, null);
  const drafts = [database];
  try {
    await backupStore(store, database.temporary, path);
    sealDraft(database);
    if (settings !== null) {
      const copy = startDraft(settings.path, null);
      drafts.push(copy);
      fillDraft(copy, [settings.text]);
    }
    publishDrafts(drafts);
    return statSync(path).size;
  } catch (error) {
    drafts.forEach(discardDraft);
    throw error;
  }
}

export interface SettingsToCopy {
  /** what the copy says, where one is yet to be written */
  readonly copy: FileToWrite | null;
  /** where they lie beside the backup; null: nowhere */
  readonly beside: string | null;
  /** another file that stands in their place */
  readonly kept: string | null;
}

/** @param from the settings in force @param to where they would lie beside the backup */
export function settingsToCopy(from: string | null, to: string): SettingsToCopy {
  if (from === null) return { copy: null, beside: null, kept: null };
  const text = readFileSync(from, 'utf8');
  if (!existsSync(to)) return { copy: { path: to, text }, beside: to, kept: null };
  const isSame = readFileSync(to, 'utf8') === text;
  return { copy: null, beside: isSame ? to : null, kept: isSame ? null : to };
}
