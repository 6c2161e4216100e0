/** Days as somebody typed them: when to be in touch again, which day to act as, the day of a contact. */

import type { Acting } from '../domain/acting.ts';
import { type Day, dayInZone } from '../domain/day.ts';
import { type Fault, usageFault } from '../domain/fault.ts';
import { conventionalOrder } from '../values/conventional-order.ts';
import type { DateOrder } from '../values/dates.ts';
import { readTime } from '../values/times.ts';
import { dayMeant, daysMeant, type Looks } from '../values/typed-day.ts';
import type { Session } from './session.ts';

type WithSettings = Pick<Session, 'settings'>;

const orderOf = ({ settings }: WithSettings): DateOrder | null => conventionalOrder(settings.store.country);

/** A day of which it need not be said what is wrong with it; null for what is none. */
export const dayIn = (session: WithSettings, text: string, on: Day): Day | null =>
  dayMeant(text, { on, order: orderOf(session) });

/**
 * A day given in a flag.
 * @param on what `today` is
 * @throws Fault `bad-day` for what is none, `ambiguous-day` for what may be two in the store's country
 */
export function dayGiven(
  session: WithSettings,
  flag: string,
  text: string,
  { on, looks }: { readonly on: Day; readonly looks?: Looks },
): Day {
  const order = orderOf(session);
  const [day, other] = daysMeant(text, { on, order, ...(looks && { looks }) });
  if (day === undefined)
    throw usageFault(
      'bad-day',
      `${flag} ${text} is not a valid day`,
      `write it as ${WAYS_TO_WRITE[order ?? 'ymd']}`,
    );
  if (other !== undefined)
    throw usageFault(
      'ambiguous-day',
      `${flag} ${text} is ${day} or ${other}: days are written both ways in this country`,
      `write it as ${flag} ${day}`,
    );
  return day;
}

/** A day, and behind a T or a blank the time: `2027-05-20T08:30`, `5/20/2027 8:30`, `fri at 9 am`. */
const DAY_AND_TIME =
  /^(.*?\d|[a-z]+)(?:T| +(?:at +)?)(\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?(?: ?[ap]\.?m?\.?)?)$/i;

/**
 * The same with a time of day, which may be left out.
 * @throws Fault `bad-day`, `ambiguous-day`, `bad-time`
 */
export function momentGiven(
  session: WithSettings,
  flag: string,
  text: string,
  { on }: { readonly on: Day },
): { readonly on: Day; readonly time: string | null } {
  const word = text.trim();
  const [, day, time] = DAY_AND_TIME.exec(word) ?? [];
  // "May 3" is a day, and no time
  const isDay = daysMeant(word, { on, order: orderOf(session) }).length > 0;
  if (isDay || day === undefined || time === undefined)
    return { on: dayGiven(session, flag, word, { on }), time: null };
  const read = readTime(time);
  if (read.problem !== null)
    throw usageFault(
      'bad-time',
      `${flag} ${text}: "${time}" is no time of day`,
      'write it as 2027-05-20T08:30',
    );
  return { on: dayGiven(session, flag, day, { on }), time: read.value };
}

const IN_WORDS = 'YYYY-MM-DD, or today, tomorrow, fri, +3d, 2w';
const WAYS_TO_WRITE: Readonly<Record<DateOrder, string>> = {
  mdy: `${IN_WORDS}, 11/25/2026`,
  dmy: `${IN_WORDS}, 25/11/2026`,
  ymd: IN_WORDS,
};

/** @param on the day of the contact @throws Fault `bad-day` for no day, or one that is not after it; `ambiguous-day` */
export function nextDayOf(session: WithSettings, text: string, on: Day): Day {
  const next = dayGiven(session, '--next', text, { on });
  if (next > on) return next;
  throw usageFault(
    'bad-day',
    `--next ${text} is not after ${on}, the day of the call`,
    `write it as ${IN_WORDS}`,
  );
}

/** What is wrong with a contact of that day, which has not come yet by the store's clock; null for nothing. */
export function futureContact(
  { settings, acting }: WithSettings & { readonly acting: Acting },
  on: Day,
): Fault | null {
  const today = dayInZone(new Date(acting.at), settings.store.timezone);
  if (on <= today) return null;
  return usageFault(
    'future-contact',
    `${on} is still to come: a contact is logged when it was made, and today is ${today}`,
    'for what is to be done then: beback promise CUSTOMER TEXT --on DAY',
  );
}

/** What is changed by hand is changed on a day that has come, by the store's clock. @throws Fault `future-day` */
export function refuseDayToCome({ settings, acting }: WithSettings & { readonly acting: Acting }): void {
  const today = dayInZone(new Date(acting.at), settings.store.timezone);
  if (acting.on <= today) return;
  throw usageFault(
    'future-day',
    `${acting.on} is still to come: what is done is done today, ${today}, or was before`,
    'leave --on out, or name a day that has come',
  );
}
