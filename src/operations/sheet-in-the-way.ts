/** A list that somebody has filled in is not written over before it was read back. */

import { contactOf } from '../cli/commands/log-sheet.ts';
import type { Context } from '../cli/context.ts';
import { readSheet } from '../contacts/read-sheet.ts';
import { Fault, usageFault } from '../domain/fault.ts';
import { conventionalOrder } from '../importing/profile.ts';
import { logEach } from '../store/writing/contact-writer.ts';
import { knownToSheet } from './known-to-sheet.ts';
import { openSheet, type Sheet } from './open-sheet.ts';

/**
 * For a file that is there and is about to be written anew; any other file than a list is nobody's work to lose.
 * @throws Fault `sheet-not-read` when reading it back would log something, or reject a line
 */
export async function refuseIfNotReadBack(context: Context, path: string): Promise<void> {
  const sheet = await sheetAt(path);
  const lines = sheet === null ? [] : linesNotLogged(context, sheet);
  const [line] = lines;
  if (line === undefined) return;
  throw usageFault(
    'sheet-not-read',
    `${path} is filled in and was not read back (line ${line}${lines.length > 1 ? ` and ${lines.length - 1} more` : ''}); it stays as it is`,
    `read it back first: beback log --sheet ${path}; or name another file`,
  );
}

async function sheetAt(path: string): Promise<Sheet | null> {
  try {
    return await openSheet(path);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** Found out by logging them, and taking that back. */
function linesNotLogged(context: Context, { columns, header, rows }: Sheet): number[] {
  const { storeToTry: db, day, settings, acting } = context;
  const known = knownToSheet(db, day, conventionalOrder(settings.store.country));
  const { calls, problems } = readSheet(columns, header, rows, known);
  const rejected = problems.map(({ line }) => line);
  if (calls.length === 0) return rejected;
  db.exec('BEGIN IMMEDIATE');
  try {
    const outcomes = logEach(db, acting, calls.map(contactOf));
    const open = calls.filter((_, i) => {
      const outcome = outcomes[i];
      return outcome instanceof Fault || outcome?.state === 'logged' || outcome?.state === 'changed';
    });
    return [...rejected, ...open.map(({ line }) => line)].sort((a, b) => a - b);
  } finally {
    db.exec('ROLLBACK');
  }
}
