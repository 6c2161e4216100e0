/** A consistent copy of the database, taken while others may be writing. */

import { Fault } from '../../domain/fault.ts';
import { openDatabase } from './open-database.ts';
import type { Store } from './store.ts';
import { asStoreFault } from './store-fault.ts';

/**
 * Copies the store into the file `path` and checks it with integrity_check; one file, nothing beside it.
 * @param name what the file will be called, for the words of a fault
 * @throws Fault `backup-damaged`, or what the disk said
 */
export async function backupStore(db: Store, path: string, name: string): Promise<void> {
  try {
    await db.backup(path);
    check(path);
  } catch (error) {
    throw asStoreFault(error, name);
  }
}

function check(path: string): void {
  const copy = openDatabase(path);
  try {
    // a single file to keep: no -wal beside it
    copy.pragma('journal_mode = DELETE');
    const result = copy.pragma('integrity_check', { simple: true });
    if (result !== 'ok') {
      throw new Fault('the copy did not pass the check; it was thrown away', {
        code: 'backup-damaged',
        hint: 'run `beback doctor`: the database itself may be damaged',
      });
    }
  } finally {
    copy.close();
  }
}
