/** `beback backup FILE`: a copy that was checked before it got its name, and the settings beside it. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { backUp, settingsToCopy } from '../../operations/back-up.ts';
import { sizeOfExport } from '../../operations/export-records.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';
import { settingsPath } from '../paths.ts';
import { tellExport } from '../tell-export.ts';

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
  const store = context.storeToCopy;
  const { rows, namesSeveral } = sizeOfExport(context.session, 'customers');
  tellExport(context, { what: 'backup', rows, file: path }, namesSeveral);
  const bytes = await backUp(store, path, copy);
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
