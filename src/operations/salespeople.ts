/** The salespeople as a manager keeps them. */

import type { SalespersonChange } from '../domain/salesperson.ts';
import { salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import {
  findSalesperson,
  listSalespeople,
  othersCalled,
  type SalespersonInBook,
} from '../store/salespeople.ts';
import {
  addSalesperson,
  type ChangedPerson,
  changeSalesperson,
} from '../store/writing/change-salesperson.ts';
import { refuseDayToCome } from './days-given.ts';
import { refuseOthersThanManagers } from './managers-only.ts';
import type { ActingSession, Session } from './session.ts';

/** Everybody with the number of sales they are credited with, those who are here first, by name. */
export const allSalespeople = ({ store }: Pick<Session, 'store'>): SalespersonInBook[] =>
  listSalespeople(store);

/** @throws Error for an id nobody has */
export const salespersonName = ({ store }: Pick<Session, 'store'>, id: number): string =>
  known(salespeopleById(store), id, 'salesperson').name;

export type { ChangedPerson };

/** @throws Fault `alias-taken`, `two-people`, `future-day` */
export function addPerson(session: ActingSession, name: string, change: SalespersonChange): ChangedPerson {
  refuseDayToCome(session);
  return addSalesperson(session.store, session.acting, name, change);
}

/**
 * @param wanted name, code or alias
 * @returns also who is this person now, each with the number of sales they brought along
 * @throws Fault `unknown-salesperson`, `several-salespeople`, `alias-taken`, `two-people` for a merger not asked for; `future-day`;
 * `managers-only` for who left and who is who, where the settings name managers
 */
export function changePerson(
  session: ActingSession,
  wanted: string,
  change: SalespersonChange,
): ChangedPerson & { readonly merged: readonly SalespersonInBook[] } {
  refuseDayToCome(session);
  const { store, acting } = session;
  if (change.leftOn !== undefined || change.merge)
    refuseOthersThanManagers(session, 'salespeople set --left and --merge');
  const { id } = findSalesperson(store, wanted);
  const merged = (change.aliases ?? []).flatMap((alias) => othersCalled(store, id, alias));
  return { ...changeSalesperson(store, acting, id, change), merged };
}

/** How many sales the person is credited with. */
export const salesOf = (session: Pick<Session, 'store'>, id: number): number =>
  allSalespeople(session).find((person) => person.id === id)?.sales ?? 0;
