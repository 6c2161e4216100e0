/** Who acts, found among the salespeople. */

import type { Acting } from '../domain/acting.ts';
import type { Day } from '../domain/day.ts';
import type { Salesperson } from '../domain/salesperson.ts';
import type { Store } from '../store/engine/store.ts';
import { nearlyNamed } from '../store/nearly-named.ts';
import { salespersonNamed } from '../store/salespeople.ts';
import { nameInRecord } from '../store/writing/entry-log.ts';

export interface NamedActor {
  /** null for whoever is no salesperson: a manager, a clerk */
  readonly person: Salesperson | null;
  /** the salesperson who was perhaps meant, where the name is nearly theirs: what is logged under it would be nobody's */
  readonly meant: string | null;
}

/** @throws Fault `several-salespeople` when the name fits more than one */
export function namedActor(db: Store, name: string, day: Day): NamedActor {
  const person = salespersonNamed(db, name);
  return { person, meant: person === null ? nearlyNamed(db, name, day) : null };
}

/** A salesperson acts under their name, anybody else under the name given, as it was written before. */
export const actingAs = (db: Store, person: Salesperson | null, name: string, at: Date): Acting => ({
  by: person?.name ?? nameInRecord(db, name),
  salespersonId: person?.id ?? null,
  at: at.toISOString(),
});
