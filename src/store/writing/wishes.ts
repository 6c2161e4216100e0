/** What a customer is spared or cannot be reached by: blocks, touches turned off, numbers that are wrong. */

import type { BlockedChannel } from '../../domain/customer.ts';
import type { Day } from '../../domain/day.ts';
import type { Store } from '../engine/store.ts';
import { followWishes } from './follow-wishes.ts';

export interface Blocks {
  readonly customerId: number;
  readonly channels: readonly BlockedChannel[];
  readonly on: Day;
  /** how it was said; null = not told */
  readonly why: string | null;
  readonly by: string;
}

/** A wish said by hand; what an import or somebody else said stands beside it. */
export function addBlocks(db: Store, entryId: number, { customerId, channels, on, why, by }: Blocks): void {
  const add = db.prepare(
    `INSERT INTO block (customer_id, channel, origin, since_on, why, by, entry_id)
     VALUES (:customerId, :channel, 'hand', :on, :why, :by, :entryId)`,
  );
  for (const channel of channels) add.run({ customerId, channel, on, why, by, entryId });
  followWishes(db, [customerId]);
}

export interface TurnOff {
  readonly customerId: number;
  /** id of a touch; null = every touch */
  readonly touch: string | null;
  /** null = every car, until the next purchase */
  readonly saleId: number | null;
  readonly on: Day;
  readonly why: string;
}

export function addTurnOff(
  db: Store,
  entryId: number,
  { customerId, touch, saleId, on, why }: TurnOff,
): void {
  db.prepare(
    `INSERT INTO turn_off (id, customer_id, touch, sale_id, off_on, why)
     VALUES (:entryId, :customerId, :touch, :saleId, :on, :why)`,
  ).run({ entryId, customerId, touch, saleId, on, why });
}

export interface BadContact {
  readonly customerId: number;
  readonly kind: 'phone' | 'email' | 'address';
  /** E.164, an address, a street */
  readonly value: string;
  readonly on: Day;
  readonly why: string;
}

export function addBad(db: Store, entryId: number, { customerId, kind, value, on, why }: BadContact): void {
  db.prepare(
    `INSERT INTO bad_contact (customer_id, kind, value, since_on, why, entry_id)
     VALUES (:customerId, :kind, :value, :on, :why, :entryId)`,
  ).run({ customerId, kind, value, on, why, entryId });
  followWishes(db, [customerId]);
}
