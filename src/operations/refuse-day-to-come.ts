/** Nothing is done on a day that has not come yet. */

import { dayInZone } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import type { ActingSession } from './session.ts';

/** @throws Fault `day-to-come` where the day acted as lies ahead by the store's clock */
export function refuseDayToCome({ settings, acting, day }: ActingSession): void {
  const today = dayInZone(new Date(acting.at), settings.store.timezone);
  if (day <= today) return;
  throw usageFault(
    'day-to-come',
    `--on ${day} is still to come: what is done is done on a day that has been, and today is ${today}`,
    'leave --on away for today',
  );
}
