/** Who acts: a salesperson, or somebody the settings name. */

import type { Acting } from '../domain/acting.ts';
import type { Day } from '../domain/day.ts';
import { Fault, usageFault } from '../domain/fault.ts';
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
  /** whom they assist, as far as those are somebody; null = they are no assistant */
  readonly assists: readonly Salesperson[] | null;
}

/**
 * Who is meant by a name: a salesperson as `salespersonNamed` finds them, or somebody of `[people]` by the whole name, which
 * goes before the part of a salesperson's. Null for a stranger.
 * @throws Fault `several-salespeople` when the name fits more than one
 */
export function actorNamed(db: Store, { people }: Settings, name: string): Actor | null {
  const listed = namesOfPeople(people).find((one) => isSameName(one, name)) ?? null;
  const person = listed === null ? salespersonNamed(db, name) : wholly(db, name);
  const called = person?.name ?? listed;
  return called === null ? null : { person, name: called, assists: assistedBy(db, people, called) };
}

function assistedBy(db: Store, { assistants }: Settings['people'], name: string): Salesperson[] | null {
  const wanted = [...assistants].filter(([one]) => isSameName(one, name)).flatMap(([, whom]) => whom);
  if (wanted.length === 0) return null;
  const found = wanted.flatMap((whom) => someoneNamed(db, whom) ?? []);
  return [...new Map(found.map((person) => [person.id, person])).values()];
}

/** Null also where it fits more than one: `doctor` says so. */
function someoneNamed(db: Store, name: string): Salesperson | null {
  try {
    return salespersonNamed(db, name);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
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

/**
 * A salesperson acts under their name, anybody else under the name given, as it was written before.
 * @param forWhom as whose it counts what an assistant does
 */
export const actingAs = (
  db: Store,
  { person, name, forWhom }: Pick<Actor, 'person' | 'name'> & { readonly forWhom: Salesperson | null },
  { at, on, osUser }: Circumstances,
): Acting => ({
  by: person?.name ?? nameInRecord(db, name),
  salespersonId: (forWhom ?? person)?.id ?? null,
  forWhom: forWhom && { id: forWhom.id, name: forWhom.name },
  at: at.toISOString(),
  on,
  osUser,
});
