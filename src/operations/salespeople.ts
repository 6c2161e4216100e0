/** The salespeople as a manager keeps them. */

import type { Salesperson, SalespersonChange } from '../domain/salesperson.ts';
import { salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import {
  addSalesperson,
  changeSalesperson,
  findSalesperson,
  listSalespeople,
  othersCalled,
  type SalespersonInBook,
} from '../store/salespeople.ts';
import type { Session } from './session.ts';

/** Everybody with the number of sales they are credited with, those who are here first, by name. */
export const allSalespeople = ({ store }: Pick<Session, 'store'>): SalespersonInBook[] =>
  listSalespeople(store);

/** @throws Error for an id nobody has */
export const salespersonName = ({ store }: Pick<Session, 'store'>, id: number): string =>
  known(salespeopleById(store), id, 'salesperson').name;

/** @throws Fault `alias-taken`, `two-people` */
export const addPerson = (
  { store }: Pick<Session, 'store'>,
  name: string,
  change: SalespersonChange,
): Salesperson => addSalesperson(store, name, change);

/**
 * @param wanted name, code or alias
 * @returns also who is this person now, each with the number of sales they brought along
 * @throws Fault `unknown-salesperson`, `several-salespeople`, `alias-taken`, `two-people` for a merger not asked for
 */
export function changePerson(
  { store }: Pick<Session, 'store'>,
  wanted: string,
  change: SalespersonChange,
): { readonly person: Salesperson; readonly merged: readonly SalespersonInBook[] } {
  const { id } = findSalesperson(store, wanted);
  const merged = (change.aliases ?? []).flatMap((alias) => othersCalled(store, id, alias));
  return { person: changeSalesperson(store, id, change), merged };
}

/** How many sales the person is credited with. */
export const salesOf = (session: Pick<Session, 'store'>, id: number): number =>
  allSalespeople(session).find((person) => person.id === id)?.sales ?? 0;
