/** Whom else a wish not to be called may concern: those with the same number. */

import { customerName } from '../domain/customer.ts';
import type { Store } from '../store/open-store.ts';
import { sharingPhones } from '../store/sharing-phones.ts';

/** A line for each who may still be called. */
export const callableByTheSameNumber = (db: Store, customerId: number): string[] =>
  sharingPhones(db, customerId)
    .filter(({ do_not_call }) => do_not_call === 0)
    .map(
      (other) =>
        `#${other.id} ${customerName(other)} has the same number; if the wish holds there too: beback block ${other.id} call`,
    );
