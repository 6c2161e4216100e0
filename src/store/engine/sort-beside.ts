/** Where SQLite sorts what is too much for memory. */

import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Store } from './store.ts';

/** SQLite asks for it once, at the first opening of all; on Windows it takes the user's own folder for such files instead. */
const FOLDER = 'SQLITE_TMPDIR';

/** To be called before the driver opens anything: customers stay on the disk of their database. @param path of the database, or a link to it */
export function sortsBeside(path: string): void {
  process.env[FOLDER] ||= dirname(existsSync(path) ? realpathSync(path) : resolve(path));
}

/**
 * Sorts in files until the end that it gives is called; they lose their names as they are made, so that nobody else can
 * open them, and go with the process. Outside a transaction only.
 */
export function sortInFiles(db: Store): () => void {
  db.pragma('temp_store = FILE');
  return () => {
    db.pragma('temp_store = MEMORY');
  };
}
