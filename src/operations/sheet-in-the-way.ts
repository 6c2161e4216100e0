/** A list that somebody has filled in is not written over before it was read back. */

import { Fault, usageFault } from '../domain/fault.ts';
import { linesNotLogged } from './log-sheet.ts';
import { openSheet, type Sheet } from './open-sheet.ts';
import type { ActingSession } from './session.ts';

/**
 * For a file that is there and is about to be written anew; any other file than a list is nobody's work to lose.
 * @param session of which nothing is kept (`StoreAccess.toTry`)
 * @throws Fault `sheet-not-read` when reading it back would log something, or reject a line
 */
export async function refuseIfNotReadBack(session: ActingSession, path: string): Promise<void> {
  const sheet = await sheetAt(path);
  const lines = sheet === null ? [] : linesNotLogged(session, sheet);
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
