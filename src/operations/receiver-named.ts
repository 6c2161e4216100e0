/** Who is to have customers: somebody who is here. */

import { usageFault } from '../domain/fault.ts';
import type { Salesperson } from '../domain/salesperson.ts';
import { findSalesperson } from '../store/salespeople.ts';
import type { Session } from './session.ts';

/** The word for nobody's own customers. */
export const isHouse = (wanted: string): boolean => wanted.trim().toLowerCase() === 'house';

/** @param wanted name, code or alias @throws Fault `unknown-salesperson`, `several-salespeople`, `has-left` */
export function receiverNamed({ store, day }: Pick<Session, 'store' | 'day'>, wanted: string): Salesperson {
  const person = findSalesperson(store, wanted);
  if (person.left_on !== null && person.left_on <= day)
    throw usageFault(
      'has-left',
      `${person.name} is no longer here: gone from ${person.left_on} on`,
      `name somebody who is; if that is wrong: beback salespeople set ${JSON.stringify(person.name)} --left ""`,
    );
  return person;
}

/** What is to be kept as a reason; undefined where none was given. @throws Fault `no-reason` for a blank one */
export function reasonOf(why: string | undefined): string | undefined {
  if (why !== undefined && why.trim() === '')
    throw usageFault('no-reason', '--why is empty', 'say why: it is kept in the journal');
  return why?.trim();
}
