/** Whom a command line may name, at a glance. */

import type { Salesperson } from '../domain/salesperson.ts';
import { openForALook } from '../store/engine/open-store.ts';
import { peopleHere } from '../store/salespeople.ts';

/** Who works here, by name; nobody where there is no store of this version. @throws whatever keeps it from being read */
export function peopleToName(path: string): Pick<Salesperson, 'code' | 'name'>[] {
  const db = openForALook(path);
  try {
    return db === null ? [] : peopleHere(db);
  } finally {
    db?.close();
  }
}
