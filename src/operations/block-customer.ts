/** Blocking a customer who asked not to be contacted. */

import { type BlockedChannel, customerName } from '../domain/customer.ts';
import { blocksOf } from '../store/blocks.ts';
import { CallDetails } from '../store/call-details.ts';
import { findCustomer } from '../store/find-customer.ts';
import { recordBlock } from '../store/writing/record-wishes.ts';
import { concernedByWish } from './concerned-by-wish.ts';
import type { ActingSession } from './session.ts';

/**
 * @param wanted as `findCustomer` takes it
 * @returns `blocked`: the ways that were not blocked before; `also`: whom else a wish not to be called concerns
 * @throws Fault `unknown-customer`, `several-customers`
 */
export function blockCustomer(
  { store: db, acting, day: on }: ActingSession,
  wanted: string,
  { channels, why }: { readonly channels: readonly BlockedChannel[]; readonly why: string | null },
) {
  const id = findCustomer(db, wanted);
  const blocked = recordBlock(db, acting, { customerId: id, channels, on, why });
  return {
    customer: { id, name: customerName(new CallDetails(db).customer(id)) },
    blocked,
    blocks: blocksOf(db, id),
    also: blocked.includes('call') ? concernedByWish(db, id) : [],
  };
}
