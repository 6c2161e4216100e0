/** Wishes said by hand, each with its entry in one transaction: blocks, touches turned off, facts told, bounces. */

import type { Acting } from '../../domain/acting.ts';
import { BLOCKED_CHANNELS, type BlockedChannel } from '../../domain/customer.ts';
import type { Day } from '../../domain/day.ts';
import type { Store } from '../engine/store.ts';
import { addEntry } from './entry-log.ts';
import { addBad, addBlocks, addTurnOff, type TurnOff } from './wishes.ts';

export interface BlockWish {
  readonly customerId: number;
  readonly channels: readonly BlockedChannel[];
  readonly on: Day;
  readonly why: string | null;
}

/** Blocks the channels for good. Gives those that were not blocked before. */
export function recordBlock(db: Store, acting: Acting, wish: BlockWish): BlockedChannel[] {
  return db
    .transaction(() => {
      const known = db
        .prepare<[number], BlockedChannel>('SELECT channel FROM block WHERE customer_id = ?')
        .pluck()
        .all(wish.customerId);
      const channels = BLOCKED_CHANNELS.filter((one) => wish.channels.includes(one));
      const { customerId, on, why } = wish;
      const id = addEntry(db, acting, { customerId, action: 'block', details: { channels, on, why } });
      addBlocks(db, id, { ...wish, channels, by: acting.by });
      return channels.filter((one) => !known.includes(one));
    })
    .immediate();
}

/** Spares the customer these touches. Gives the entry's id. */
export function recordTurnOff(db: Store, acting: Acting, wish: TurnOff): number {
  return db
    .transaction(() => {
      const { customerId, touch, saleId, on, why } = wish;
      const details = { touch, sale_id: saleId, on, why };
      const id = addEntry(db, acting, { customerId, action: 'turn-off', details });
      addTurnOff(db, id, wish);
      return id;
    })
    .immediate();
}

/** Keeps something worth remembering about the customer. Gives the entry's id. */
export function recordFact(
  db: Store,
  acting: Acting,
  { customerId, text, on }: { readonly customerId: number; readonly text: string; readonly on: Day },
): number {
  return db
    .transaction(() => {
      const id = addEntry(db, acting, { customerId, action: 'note', details: { text, on } });
      db.prepare(
        'INSERT INTO personal_fact (id, customer_id, text, told_on) VALUES (:id, :customerId, :text, :on)',
      ).run({ id, customerId, text, on });
      return id;
    })
    .immediate();
}

/** An address that mail came back from: it is left out everywhere. Gives the customers who have it. */
export function recordBounce(
  db: Store,
  acting: Acting,
  { address, on, why }: { readonly address: string; readonly on: Day; readonly why: string },
): number[] {
  return db
    .transaction(() => {
      const ids = db
        .prepare<[string], number>('SELECT id FROM customer WHERE email = ? ORDER BY id')
        .pluck()
        .all(address);
      for (const customerId of ids) {
        const id = addEntry(db, acting, {
          customerId,
          action: 'fix',
          details: { what: ['email'], email: address, on, why },
        });
        addBad(db, id, { customerId, kind: 'email', value: address, on, why });
      }
      return ids;
    })
    .immediate();
}
