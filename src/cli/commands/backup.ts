/** `beback backup FILE`: a copy that was checked before it got its name. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { backupStore } from '../../store/backup.ts';
import type { Context } from '../context.ts';

export async function runBackup(context: Context, file: string): Promise<number> {
  const path = resolve(file);
  if (existsSync(path))
    throw usageFault(
      'file-exists',
      `${path} exists already`,
      'name a new file; a backup never overwrites one',
    );
  if (!existsSync(context.databasePath)) {
    throw usageFault(
      'no-database',
      `${context.databasePath}: there is no database to back up`,
      'check --db and BEBACK_DB',
    );
  }
  const { bytes } = await backupStore(context.store, path);
  if (context.json) context.printJson({ file: path, bytes });
  else if (!context.quiet)
    context.terminal.print(`${path}: ${bytes.toLocaleString('en-US')} bytes, checked\n`);
  return EXIT.done;
}
