/** The newest entries of the journal. */

import { customerName } from '../domain/customer.ts';
import type { Entry } from '../domain/entry.ts';
import { CallDetails } from '../store/call-details.ts';
import type { Store } from '../store/engine/store.ts';
import { findCustomer } from '../store/find-customer.ts';
import { listEntries } from '../store/writing/entry-log.ts';
import type { Session } from './session.ts';

export type JournalLine = Omit<Entry, 'customer_id'> & {
  /** null = of nobody, or of several */
  readonly customer: { readonly id: number; readonly name: string } | null;
};

/**
 * Those taken back included, the newest first.
 * @param wanted a customer as `findCustomer` takes it; undefined = everybody's
 * @throws Fault `unknown-customer`, `several-customers`
 */
export function listJournal(
  { store: db }: Session,
  wanted: string | undefined,
  limit: number,
): JournalLine[] {
  const entries = listEntries(db, {
    limit,
    ...(wanted === undefined ? {} : { customerId: findCustomer(db, wanted) }),
  });
  return withCustomers(db, entries);
}

/** Each with the name of its customer. */
export function withCustomers(db: Store, entries: readonly Entry[]): JournalLine[] {
  const customers = new CallDetails(db).customers([
    ...new Set(entries.flatMap(({ customer_id: id }) => (id === null ? [] : [id]))),
  ]);
  const nameOf = (id: number): string => {
    const customer = customers.get(id);
    return customer ? customerName(customer) : '';
  };
  return entries.map(({ customer_id, ...entry }) => ({
    ...entry,
    customer: customer_id === null ? null : { id: customer_id, name: nameOf(customer_id) },
  }));
}
