/** Taking back what was done by hand. */

import { customerName } from '../domain/customer.ts';
import type { Entry } from '../domain/entry.ts';
import { CallDetails } from '../store/call-details.ts';
import { undoEntry, undoLast } from '../store/writing/entry-log.ts';
import type { ActingSession } from './session.ts';

export interface EntryOfCustomer extends Entry {
  /** null = of the do-not-call registry */
  readonly customer: { readonly id: number; readonly name: string } | null;
}

/**
 * One entry, or, of letters, all that were written together.
 * @param id of an entry; null = the last one of whoever acts
 * @throws Fault `nothing-to-undo`, `unknown-entry`, `already-undone`, `no-reason`, `later-entry`
 */
export function undoEntries(
  { store: db, acting }: ActingSession,
  id: number | null,
  why: string | null,
): EntryOfCustomer[] {
  const entries = id === null ? undoLast(db, acting, why) : [undoEntry(db, acting, id, why)];
  const details = new CallDetails(db);
  return entries.map((entry) => {
    const { customer_id } = entry;
    const customer =
      customer_id === null ? null : { id: customer_id, name: customerName(details.customer(customer_id)) };
    return { ...entry, customer };
  });
}
