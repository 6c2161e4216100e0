/** Pairing and status once more, the slow way, written from the words of the rules. */

import type { AppointmentFacts, OrderFacts, StatusSaid } from '../../src/domain/visit.ts';

const at = (day: string): number => Date.parse(day) / 86_400_000;
const same = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.replace(/^0+/, '') === b.replace(/^0+/, '');

function strengthOf(a: AppointmentFacts, o: OrderFacts, day: string): number | null {
  if (o.on > day) return null;
  if (a.store === o.store && (same(a.repairOrderNumber, o.number) || same(o.appointmentNumber, a.number)))
    return 1;
  if (Math.abs(at(a.on) - at(o.on)) > 5 || a.on > day) return null;
  if (a.vehicleId !== null) return a.vehicleId === o.vehicleId ? 2 : null;
  return a.customerId !== null && a.customerId === o.customerId ? 3 : null;
}

/** Takes the best of all pairs that are left, again and again. */
export function naivePairs(
  appointments: readonly AppointmentFacts[],
  orders: readonly OrderFacts[],
  day: string,
): Map<number, number> {
  const free = appointments.filter((a) => (a.mark === null ? a.fileState : a.mark) !== 'cancelled');
  const left = { a: [...free], o: [...orders] };
  const found = new Map<number, number>();
  for (;;) {
    let best: { a: AppointmentFacts; o: OrderFacts; rank: (number | string)[] } | null = null;
    for (const a of left.a)
      for (const o of left.o) {
        const strength = strengthOf(a, o, day);
        if (strength === null) continue;
        const rank = [strength, Math.abs(at(a.on) - at(o.on)), a.on, a.time ?? '99:99', a.id, o.id];
        if (best === null || isLess(rank, best.rank)) best = { a, o, rank };
      }
    if (best === null) return found;
    const { a, o } = best;
    found.set(a.id, o.id);
    left.a = left.a.filter(({ id }) => id !== a.id);
    left.o = left.o.filter(({ id }) => id !== o.id);
  }
}

function isLess(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  const i = a.findIndex((value, place) => value !== b[place]);
  return i !== -1 && (a[i] as number) < (b[i] as number);
}

export function naiveStatus(
  a: AppointmentFacts,
  order: OrderFacts | undefined,
  day: string,
  missedAfter: number,
): StatusSaid {
  if (a.mark !== null) return { status: a.mark, by: 'hand' };
  if (a.fileState === 'kept' || a.fileState === 'missed' || a.fileState === 'cancelled')
    return { status: a.fileState, by: 'file' };
  const closed = order !== undefined && order.closedOn !== null && order.closedOn <= day;
  if (a.fileState === 'arrived' && a.on === day && !closed) return { status: 'arrived', by: 'file' };
  if (order !== undefined) return { status: 'kept', by: 'visit' };
  if (!a.inLatest) return { status: 'unknown', by: null };
  const late = a.hasOpenOrders || at(day) >= at(a.on) + missedAfter;
  if (a.on < day && a.newerDataOn !== null && a.newerDataOn <= day && late)
    return { status: 'missed', by: 'visit' };
  if (a.on >= day) return { status: 'booked', by: null };
  return { status: 'unknown', by: null };
}
