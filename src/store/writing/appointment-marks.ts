/** What somebody of the store said became of an appointment, with its entry in one transaction. */

import type { Acting } from '../../domain/acting.ts';
import { usageFault } from '../../domain/fault.ts';
import { numberKey } from '../../domain/number-key.ts';
import type { MarkedState } from '../../domain/visit.ts';
import { withoutZeros } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import { addEntry } from './entry-log.ts';

export interface AppointmentMark {
  /** as `appointmentNamed` gives it */
  readonly appointmentId: number;
  readonly customerId: number | null;
  readonly state: MarkedState;
  readonly details: object;
}

/** Gives the entry's id. */
export function recordMark(
  db: Store,
  acting: Acting,
  { appointmentId, customerId, state, details }: AppointmentMark,
): number {
  return db
    .transaction(() => {
      const id = addEntry(db, acting, { customerId, action: 'appointment', details });
      db.prepare('INSERT INTO appointment_mark (entry_id, appointment_id, state) VALUES (?, ?, ?)').run(
        id,
        appointmentId,
        state,
      );
      return id;
    })
    .immediate();
}

/** @param wanted its id, or `STORE/NUMBER` (`/90012` where the store has no name) @throws Fault `unknown-appointment` */
export function appointmentNamed(db: Store, wanted: string): number {
  const at = wanted.lastIndexOf('/');
  const id =
    at === -1
      ? /^[1-9]\d{0,11}$/.test(wanted)
        ? db.prepare<[number], number>('SELECT id FROM appointment WHERE id = ?').pluck().get(Number(wanted))
        : undefined
      : db
          .prepare<[string, string], number>(
            `SELECT id FROM appointment WHERE store = ? AND ${withoutZeros('number')} = ? ORDER BY id`,
          )
          .pluck()
          .get(wanted.slice(0, at), numberKey(wanted.slice(at + 1)));
  if (id !== undefined) return id;
  throw usageFault(
    'unknown-appointment',
    `there is no appointment "${wanted}"`,
    'name it by the id that `beback export appointments` gives, or as STORE/NUMBER: /90012 where the store has no name',
  );
}
