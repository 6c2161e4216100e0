/** What is said of a delivery, with its entry in one transaction. */

import type { Acting } from '../../domain/acting.ts';
import type { Day } from '../../domain/day.ts';
import type { Store } from '../engine/store.ts';
import { addEntry } from './entry-log.ts';

export interface NewDeliveryWord {
  readonly saleId: number;
  readonly customerId: number;
  /** for whoever reads the journal; null = the deal has no number */
  readonly dealNumber: string | null;
  readonly on: Day;
  readonly takesBack: boolean;
  readonly introduced: boolean;
  readonly advisor: string | null;
  readonly booked: { readonly on: Day; readonly time: string | null } | null;
}

/** Gives the entry's id. */
export function recordDelivery(db: Store, acting: Acting, word: NewDeliveryWord): number {
  const { saleId, customerId, dealNumber, on, takesBack, introduced, advisor, booked } = word;
  return db
    .transaction(() => {
      const details = {
        sale_id: saleId,
        deal: dealNumber,
        on,
        ...(takesBack && { not: true }),
        ...(introduced && { introduced }),
        ...(advisor !== null && { advisor }),
        ...(booked !== null && { first_service: booked.on, time: booked.time }),
      };
      const id = addEntry(db, acting, { customerId, action: 'delivered', details });
      db.prepare(
        `INSERT INTO delivery (id, sale_id, said_on, takes_back, introduced, advisor, booked_on, booked_time)
         VALUES (:id, :saleId, :on, :takesBack, :introduced, :advisor, :bookedOn, :bookedTime)`,
      ).run({
        id,
        saleId,
        on,
        takesBack: Number(takesBack),
        introduced: Number(introduced),
        advisor,
        bookedOn: booked?.on ?? null,
        bookedTime: booked?.time ?? null,
      });
      return id;
    })
    .immediate();
}
