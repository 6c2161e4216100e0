/**
 * Blocking a customer who asked not to be contacted. Blocked is what is named, and nothing else, whatever the law makes of it: a wish
 * is what the customer said. Where by law one stop ends calls and texts, and only one of them is blocked, it is told how to block
 * the other.
 */

import { type BlockedChannel, customerName } from '../domain/customer.ts';
import { blocksOf } from '../store/blocks.ts';
import { CallDetails } from '../store/call-details.ts';
import { findCustomer } from '../store/find-customer.ts';
import { recordBlock } from '../store/writing/record-wishes.ts';
import { judgedCustomer } from './call-permissions.ts';
import { concernedByWish } from './concerned-by-wish.ts';
import { refuseDayToCome } from './days-given.ts';
import { stopOf } from './law-of-contacts.ts';
import type { ActingSession } from './session.ts';

/**
 * @param wanted as `findCustomer` takes it
 * @returns `blocked`: the ways that were not blocked before; `also`: whom else a wish not to be called concerns; `one_stop`: what
 *   this stop ends by law besides, null where nothing is left
 * @throws Fault `unknown-customer`, `several-customers`, `future-day`
 */
export function blockCustomer(
  session: ActingSession,
  wanted: string,
  { channels, why }: { readonly channels: readonly BlockedChannel[]; readonly why: string | null },
) {
  refuseDayToCome(session);
  const { store: db, acting, day: on } = session;
  const id = findCustomer(db, wanted);
  const blocked = recordBlock(db, acting, { customerId: id, channels, on, why });
  const blocks = blocksOf(db, id);
  // said again, it is a stop of this day, whenever it was blocked first
  const stopped = [...channels.map((channel) => ({ channel, since: on })), ...blocks];
  return {
    customer: { id, name: customerName(new CallDetails(db).customer(id)) },
    blocked,
    blocks,
    also: blocked.includes('call') ? concernedByWish(db, id) : [],
    one_stop: stopOf(id, judgedCustomer(session, id).permission.rules.oneStop, stopped),
  };
}
