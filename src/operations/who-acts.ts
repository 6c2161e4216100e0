/** Who acts: a salesperson, or somebody the settings name. */

import type { Acting } from '../domain/acting.ts';
import type { Day } from '../domain/day.ts';
import { type Fault, usageFault } from '../domain/fault.ts';
import type { Salesperson } from '../domain/salesperson.ts';
import { namesOfPeople } from '../settings/people-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { Store } from '../store/engine/store.ts';
import { listSalespeople, salespersonNamed } from '../store/salespeople.ts';
import { nameInRecord } from '../store/writing/entry-log.ts';
import { foldedWords } from '../values/fold-text.ts';
import { didYouMean } from '../values/nearest.ts';

/** Somebody the store knows. */
export interface Actor {
  /** null for whoever does not sell: a manager, an assistant */
  readonly person: Salesperson | null;
  /** in full */
  readonly name: string;
}

/**
 * Who is meant by a name: a salesperson as `salespersonNamed` finds them, or somebody of `[people]` by the whole name, which
 * goes before the part of a salesperson's. Null for a stranger.
 * @throws Fault `several-salespeople` when the name fits more than one
 */
export function actorNamed(db: Store, { people }: Settings, name: string): Actor | null {
  const listed = namesOfPeople(people).find((one) => isSameName(one, name)) ?? null;
  const person = listed === null ? salespersonNamed(db, name) : wholly(db, name);
  if (person !== null) return { person, name: person.name };
  return listed === null ? null : { person: null, name: listed };
}

const isSameName = (one: string, other: string): boolean =>
  foldedWords(one).toSorted().join(' ') === foldedWords(other).toSorted().join(' ');

/** Somebody may be a manager who sells. */
const wholly = (db: Store, name: string): Salesperson | null =>
  listSalespeople(db).find((person) => isSameName(person.name, name)) ?? null;

/** What is said of a name nobody has, with the nearest. */
export function unknownPerson(db: Store, { people, path }: Settings, name: string): Fault {
  const known = [...listSalespeople(db).map((person) => person.name), ...namesOfPeople(people)];
  return usageFault(
    'unknown-person',
    `nobody here is called ${name}${didYouMean(name, known)}`,
    `\`beback salespeople\` lists who sells; who does not stands under [people] in ${path ?? 'the settings'}: managers = [${JSON.stringify(name)}]`,
  );
}

/** When, and as whom the machine knows whoever acts. */
export interface Circumstances {
  readonly at: Date;
  readonly on: Day;
  readonly osUser: string;
}

/** A salesperson acts under their name, anybody else under the name given, as it was written before. */
export const actingAs = (
  db: Store,
  person: Salesperson | null,
  name: string,
  { at, on, osUser }: Circumstances,
): Acting => ({
  by: person?.name ?? nameInRecord(db, name),
  salespersonId: person?.id ?? null,
  forWhom: null,
  at: at.toISOString(),
  on,
  osUser,
});
