/** `beback backup FILE`: a copy that was checked before it got its name, and the settings beside it. */

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { backupStore } from '../../store/backup.ts';
import type { Context } from '../context.ts';
import { settingsPath } from '../paths.ts';
import { writeFileWhole } from '../write-file.ts';

export async function runBackup(context: Context, file: string): Promise<number> {
  const path = resolve(file);
  if (existsSync(path))
    throw usageFault(
      'file-exists',
      `${path} exists already`,
      'name a new file; a backup never overwrites one',
    );
  const { bytes } = await backupStore(context.storeToCopy, path);
  const { kept, settings } = copySettings(context.settings.path, settingsPath(undefined, path));
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

/** The copy, if there is something to copy; `kept` is another file that stands in its place. */
function copySettings(
  from: string | null,
  to: string,
): { readonly settings: string | null; readonly kept: string | null } {
  if (from === null) return { settings: null, kept: null };
  const text = readFileSync(from, 'utf8');
  if (!existsSync(to)) writeFileWhole(to, [text]);
  else if (readFileSync(to, 'utf8') !== text) return { settings: null, kept: to };
  return { settings: to, kept: null };
}
