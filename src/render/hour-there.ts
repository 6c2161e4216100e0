/** The hour at the customer's place, and whether they may be called at it. */

import { type Day, timeInZone } from '../domain/day.ts';
import { clockText } from './clock-text.ts';
import { dayInFull } from './day-text.ts';
import type { Now, WorkCustomer } from './work-view.ts';

export interface HourThere {
  /** `8:30 pm there: not now, from 9:00 am` */
  readonly text: string;
  readonly mayCall: boolean;
}

/**
 * Null where there is nothing to say: the customer may be called, and their clock shows what ours does; or we do not know
 * where they are. Where they may be in several zones, it must be an hour to call in all of them.
 */
export function hourThere(
  { calling, reopens }: Pick<WorkCustomer, 'calling' | 'reopens'>,
  { at, timezone }: Now,
  on: Day,
  country: string,
): HourThere | null {
  if (calling === null) return null;
  const { hours, here, zones } = calling;
  // a store that follows the machine's clock has no zone to name, nor have those who live where it does
  const places = zones.length === 0 && here !== null ? [timezone] : zones;
  const times = [...new Set(places.map((zone) => timeInZone(at, zone)))].sort();
  if (times.length === 0) return null;
  const ours = timeInZone(at, timezone);
  const mayCall =
    hours !== null && times.every((time) => time >= `${on} ${hours.from}` && time < `${on} ${hours.to}`);
  if (mayCall && times.every((time) => time === ours)) return null;
  const there = `${times.map((time) => clockText(clockOf(time), country)).join(' or ')} there`;
  if (mayCall) return { text: there, mayCall };
  const opensToday = here !== null && ours < `${on} ${here.from}`;
  const next = opensToday ? { ...calling, on } : reopens;
  return { text: [`${there}: not now`, fromWhen(next, on, country)].filter(Boolean).join(', '), mayCall };
}

const clockOf = (time: string): string => time.slice(-5);

/** By the store's clock: `from Monday 10:00 am here`. */
function fromWhen(next: WorkCustomer['reopens'], today: Day, country: string): string {
  if (next === null || next.here === null) return '';
  const { on, hours, here } = next;
  const [weekday = ''] = dayInFull(on, country).split(' ');
  const day = on === today ? '' : `${weekday} `;
  return `from ${day}${clockText(here.from, country)}${here.from === hours?.from ? '' : ' here'}`;
}
