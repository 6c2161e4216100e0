/** For whom an assistant does something: it counts as done by the salesperson. */

import { usageFault } from '../domain/fault.ts';
import type { Salesperson } from '../domain/salesperson.ts';
import type { Store } from '../store/engine/store.ts';
import { findSalesperson } from '../store/salespeople.ts';
import type { Actor } from './who-acts.ts';

/**
 * Null for whoever acts for themselves: everybody but assistants, and an assistant who sells and names nobody else.
 * @param actor null = nobody in particular
 * @param named name or code, as typed; null = nobody was named
 * @throws Fault `not-yours` for somebody they do not assist, `usage` where they assist several and named none, `unknown-salesperson`,
 *   `several-salespeople`
 */
export function forWhomOf(db: Store, actor: Actor | null, named: string | null): Salesperson | null {
  if (named !== null) return whomNamed(db, actor, named);
  if (actor === null || actor.assists === null || actor.person !== null) return null;
  const [only, ...others] = actor.assists;
  if (only === undefined)
    throw usageFault(
      'unknown-salesperson',
      `${actor.name} assists nobody who is a salesperson`,
      '`beback doctor` says whom of the assistants under [people] in the settings nobody knows',
    );
  if (others.length === 0) return only;
  throw usageFault('usage', `${assistingInWords(actor)}: it is not said for whom this is`, nameOne(only));
}

function whomNamed(db: Store, actor: Actor | null, named: string): Salesperson | null {
  const whom = findSalesperson(db, named);
  if (whom.id === actor?.person?.id) return null;
  if (actor?.assists?.some(({ id }) => id === whom.id)) return whom;
  throw usageFault(
    'not-yours',
    `${actor?.name ?? 'nobody in particular'} does not assist ${whom.name}`,
    actor?.assists?.length
      ? assistingInWords(actor)
      : `who assists whom stands under [people] in the settings: assistants = { "Kim" = [${JSON.stringify(whom.code ?? whom.name)}] }`,
  );
}

/** `Kim assists Dana Reyes, Maria Delgado` */
export const assistingInWords = ({ name, assists }: Actor): string =>
  `${name} assists ${(assists ?? []).map((one) => one.name).join(', ')}`;

export const nameOne = ({ name }: Salesperson): string => `name one: --for ${JSON.stringify(name)}`;

/** Whose list somebody sees who names none: their own, else that of the one person they assist; null = everybody's. */
export function ownListOf(actor: Actor | null): Salesperson | null {
  if (actor === null || actor.person !== null) return actor?.person ?? null;
  const [only = null, ...others] = actor.assists ?? [];
  return others.length === 0 ? only : null;
}
