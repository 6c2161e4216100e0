/** Where lists are written: into one file, or into a folder with one for each salesperson. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { usageFault } from '../domain/fault.ts';
import { isFolder } from '../files/write-file.ts';
import type { Context } from './context.ts';
import { endingOf, formatOfFile, type ListFormat } from './list-formats.ts';

export type OutPlace = { readonly file: string } | { readonly folder: string };

/**
 * A folder, unless the name ends like a file.
 * @param formats those the command writes
 * @throws Fault `usage` for a kind of file that is not written, or that is not what was asked for
 */
export function outPlace(given: string, format: ListFormat, formats: readonly ListFormat[]): OutPlace {
  const out = resolve(given);
  const extension = /\.(\w{2,5})$/.exec(out)?.[1]?.toLowerCase();
  if (extension === undefined || isFolder(out) || given.endsWith('/')) return { folder: out };
  const ofFile = formatOfFile(out);
  if (ofFile === null || !formats.includes(ofFile)) {
    const endings = [...new Set(formats.map((one) => `.${endingOf(one)}`))].sort();
    throw usageFault(
      'usage',
      `--out ${given}: files of this kind are not written`,
      `name a ${endings.slice(0, -1).join(', ')} or ${endings.at(-1)} file, or a folder`,
    );
  }
  if (format === 'json' && extension !== 'json')
    throw usageFault(
      'usage',
      `JSON and --out ${given} exclude each other`,
      'leave --json away: the ending tells the format; or name a .json file',
    );
  return { file: out };
}

/** Before the first is written. @throws Fault `sheet-not-read` */
export async function spareWhatIsFilledIn(context: Context, paths: readonly string[]): Promise<void> {
  const there = paths.filter((path) => existsSync(path));
  if (there.length === 0) return;
  const { refuseIfNotReadBack } = await import('../operations/sheet-in-the-way.ts');
  for (const path of there) await refuseIfNotReadBack(context.tryingSession, path);
}
