/** Saying by hand what became of an appointment. */

import { customerName } from '../domain/customer.ts';
import { dayInZone } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import type { MarkedState } from '../domain/visit.ts';
import { CallDetails } from '../store/call-details.ts';
import { exportedAppointment } from '../store/export-records.ts';
import { appointmentNamed, recordMark } from '../store/writing/appointment-marks.ts';
import { didYouMean } from '../values/nearest.ts';
import { type AppointmentRecord, statusesOf } from './appointment-records.ts';
import type { ActingSession, Session } from './session.ts';

export const MARKS = {
  showed: 'kept',
  'no-show': 'missed',
  cancelled: 'cancelled',
} as const satisfies Record<string, MarkedState>;
export type Mark = keyof typeof MARKS;

export interface Marked {
  readonly entry: number;
  readonly appointment: AppointmentRecord;
  /** null where nobody is known to be meant */
  readonly customer: { readonly id: number; readonly name: string } | null;
}

/**
 * @param wanted its id, or STORE/NUMBER @param mark one of `MARKS`
 * @throws Fault `unknown-appointment`, `unknown-mark`, `no-reason`, `future-day`
 */
export function markAppointment(session: ActingSession, wanted: string, mark: string, why: string): Marked {
  const { store, acting, settings } = session;
  if (!Object.hasOwn(MARKS, mark))
    throw usageFault(
      'unknown-mark',
      `"${mark}" is not what can become of an appointment${didYouMean(mark, Object.keys(MARKS))}`,
      `say one of: ${Object.keys(MARKS).join(', ')}`,
    );
  if (why.trim() === '')
    throw usageFault('no-reason', 'a mark needs a reason', 'say it: --why "called, cannot come"');
  const today = dayInZone(new Date(acting.at), settings.store.timezone);
  if (acting.on > today)
    throw usageFault('future-day', `${acting.on} is still to come, and today is ${today}`, 'leave --on out');
  const appointmentId = appointmentNamed(store, wanted);
  const { customer_id: customerId, store: rooftop, number, on } = appointmentOf(session, appointmentId);
  const entry = recordMark(store, acting, {
    appointmentId,
    customerId,
    state: MARKS[mark as Mark],
    details: { appointment_id: appointmentId, store: rooftop, number, due_on: on, mark, why: why.trim() },
  });
  const customer =
    customerId === null
      ? null
      : { id: customerId, name: customerName(new CallDetails(store).customer(customerId)) };
  return { entry, appointment: appointmentOf(session, appointmentId), customer };
}

/** @throws Error where it is not on file */
function appointmentOf(session: Session, id: number): AppointmentRecord {
  const record = exportedAppointment(session.store, id);
  const said = statusesOf(session, [id]).get(id);
  if (record === null || said === undefined) throw new Error(`appointment ${id} is missing`);
  return { ...record, in_latest: said.inLatest, status: said.status, status_by: said.by };
}
