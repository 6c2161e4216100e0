/** The day to be in touch again, as somebody typed it. */

import { readNextDay } from '../contacts/read-next-day.ts';
import type { Day } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import { conventionalOrder } from '../values/conventional-order.ts';
import type { Session } from './session.ts';

/** A day of which it need not be said what is wrong with it; null for what is none. */
export const dayIn = ({ settings }: Pick<Session, 'settings'>, text: string, on: Day): Day | null =>
  readNextDay(text, on, conventionalOrder(settings.store.country));

/** @throws Fault `bad-day` for no day, or one that is not after the day of the contact */
export function nextDayOf(
  { settings }: Pick<Session, 'settings'>,
  text: string | undefined,
  on: Day,
): Day | null {
  if (text === undefined) return null;
  const next = dayIn({ settings }, text, on);
  if (next === null || next <= on)
    throw usageFault(
      'bad-day',
      next === null
        ? `--next ${text} is not a day`
        : `--next ${text} is not after ${on}, the day of the call`,
      'write it as YYYY-MM-DD, or +3d, 2w, tomorrow, fri',
    );
  return next;
}
