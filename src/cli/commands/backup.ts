/** `beback backup FILE`: a copy that was checked before it got its name, and the settings beside it. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { discardDraft, fillDraft, publishDrafts, sealDraft, startDraft } from '../../files/draft-file.ts';
import type { FileToWrite } from '../../files/write-file.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { backupStore } from '../../store/engine/backup.ts';
import type { Store } from '../../store/engine/open-store.ts';
import type { Context } from '../context.ts';
import { settingsPath } from '../paths.ts';

export async function runBackup(context: Context, file: string): Promise<number> {
  const path = resolve(file);
  if (existsSync(path))
    throw usageFault(
      'file-exists',
      `${path} exists already`,
      'name a new file; a backup never overwrites one',
    );
  const {
    copy,
    beside: settings,
    kept,
  } = settingsToCopy(context.settings.path, settingsPath(undefined, path));
  const bytes = await writeBackup(context.storeToCopy, path, copy);
  if (context.json) context.printJson({ file: path, bytes, settings });
  else if (!context.quiet) {
    const beside =
      settings === null ? '' : `${safeForTerminal(settings)}: the settings, with the plan and the maps\n`;
    context.terminal.print(`${path}: ${bytes.toLocaleString('en-US')} bytes, checked\n${beside}`);
  }
  if (kept === null) return EXIT.done;
  context.terminal.complain(
    `beback: ${safeForTerminal(kept)} exists already and holds other settings: it was left as it is, and these were not copied\n`,
  );
  return EXIT.needsLook;
}

/** Both or neither; gives the bytes of the database. */
async function writeBackup(store: Store, path: string, settings: FileToWrite | null): Promise<number> {
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

interface Settings {
  /** what the copy says, where one is yet to be written */
  readonly copy: FileToWrite | null;
  /** where they lie beside the backup; null: nowhere */
  readonly beside: string | null;
  /** another file that stands in their place */
  readonly kept: string | null;
}

function settingsToCopy(from: string | null, to: string): Settings {
  if (from === null) return { copy: null, beside: null, kept: null };
  const text = readFileSync(from, 'utf8');
  if (!existsSync(to)) return { copy: { path: to, text }, beside: to, kept: null };
  const isSame = readFileSync(to, 'utf8') === text;
  return { copy: null, beside: isSame ? to : null, kept: isSame ? null : to };
}
