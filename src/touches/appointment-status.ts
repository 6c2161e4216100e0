/** What became of an appointment, as known on a day. */

import { addDays, type Day } from '../domain/day.ts';
import type { AppointmentFacts, OrderFacts, StatusSaid } from '../domain/visit.ts';

/** Whether it was called off, by hand or by a file; what was said by hand goes before. */
export const isCalledOff = ({ mark, fileState }: Pick<AppointmentFacts, 'mark' | 'fileState'>): boolean =>
  (mark ?? fileState) === 'cancelled';

/**
 * @param order the one it belongs with, where there is one
 * @param missedAfter days after which a visit that is not on file was missed, in a store that sends closed orders only
 */
export function appointmentStatus(
  appointment: AppointmentFacts,
  order: OrderFacts | null,
  day: Day,
  missedAfter: number,
): StatusSaid {
  const { mark, fileState, on, inLatest } = appointment;
  if (mark !== null) return { status: mark, by: 'hand' };
  if (fileState !== null && fileState !== 'arrived') return { status: fileState, by: 'file' };
  const isDone = order !== null && order.closedOn !== null && order.closedOn <= day;
  if (fileState === 'arrived' && on === day && !isDone) return { status: 'arrived', by: 'file' };
  if (order !== null) return { status: 'kept', by: 'visit' };
  if (!inLatest) return { status: 'unknown', by: null };
  if (on < day && isMissed(appointment, day, missedAfter)) return { status: 'missed', by: 'visit' };
  return { status: on >= day ? 'booked' : 'unknown', by: null };
}

/** An order that is still open would not be on file where only closed ones come. */
const isMissed = (
  { on, newerDataOn, hasOpenOrders }: AppointmentFacts,
  day: Day,
  missedAfter: number,
): boolean =>
  newerDataOn !== null && newerDataOn <= day && (hasOpenOrders || day >= addDays(on, missedAfter));
