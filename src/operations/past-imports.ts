/** What was imported, with what was wrong with it. */

import { usageFault } from '../domain/fault.ts';
import { findImport, lastExportTaken, listImports, outcomesOf, problemsOf } from '../store/imports.ts';
import type { Session } from './session.ts';

export const pastImports = ({ store }: Pick<Session, 'store'>) => listImports(store);

/** The last export that was taken in, with the day it was delivered on by the store's clock; null for none. */
export const lastExport = ({ store, settings }: Session) => lastExportTaken(store, settings.store.timezone);

/** @param wanted the number of an import, as it was typed @throws Fault `unknown-import` */
export function pastImport({ store }: Pick<Session, 'store'>, wanted: string) {
  const found = /^\d{1,9}$/.test(wanted) ? findImport(store, Number(wanted)) : undefined;
  if (!found)
    throw usageFault('unknown-import', `there is no import ${wanted}`, '`beback imports` lists them');
  return { found, outcomes: () => outcomesOf(store, found.id), problems: problemsOf(store, found.id) };
}

export type PastProblem = ReturnType<typeof pastImport>['problems'][number];
