/** Occasions people put things off to, and the first day after each. */

import { addDays, type Day, dayOf, daysBetween } from '../domain/day.ts';

interface Occasion {
  /** folded; `'s` behind the words is allowed for */
  readonly words: string;
  /** the first day after it in a year */
  readonly over: (year: number) => Day | null;
  readonly isSeason?: true;
}

const over =
  (month: number, day: number) =>
  (year: number): Day | null =>
    dayOf(year, month, day);

/**
 * As they fall in the United States. Taxes are due on 15 April; schools are through by the middle of June, and summer ends,
 * as `winter`, with its last month.
 */
export const OCCASIONS: readonly Occasion[] = [
  { words: 'tax(?:es| season| time| day)', over: over(4, 16) },
  { words: 'memorial day', over: (year) => dayBehind(weekdayFrom(dayOf(year, 5, 25), MONDAY)) },
  { words: '(?:the )?(?:4th|fourth) of july|july 4th|independence day', over: over(7, 5) },
  { words: 'labou?r day', over: (year) => dayBehind(weekdayFrom(dayOf(year, 9, 1), MONDAY)) },
  { words: 'halloween', over: over(11, 1) },
  { words: 'thanksgiving', over: (year) => dayBehind(weekdayFrom(dayOf(year, 11, 22), THURSDAY)) },
  { words: 'christmas|x-?mas', over: over(12, 26) },
  { words: 'new year(?:s)?|(?:the )?first of the year|(?:the )?holidays', over: over(1, 2) },
  { words: 'valentine(?:s)?(?: day)?', over: over(2, 15) },
  { words: 'easter', over: (year) => dayBehind(easterOf(year)) },
  { words: 'graduation|school is out|the school year', over: over(6, 15) },
  { words: 'spring(?! break)', over: over(6, 1), isSeason: true },
  { words: 'summer', over: over(9, 1), isSeason: true },
  { words: 'fall|autumn', over: over(12, 1), isSeason: true },
  { words: 'winter', over: over(3, 1), isSeason: true },
];

/** The first day later than `on` that is just after the occasion. */
export function dayAfterOccasion(over: Occasion['over'], on: Day): Day | null {
  const year = Number(on.slice(0, 4));
  const [day] = [over(year), over(year + 1)].filter((each) => each !== null && each > on);
  return day ?? null;
}

const dayBehind = (day: Day | null): Day | null => (day === null ? null : addDays(day, 1));

const A_MONDAY = '2001-01-01' as Day;
const MONDAY = 0;
const THURSDAY = 3;

/** The first such weekday on or after `from`; 0 = Monday. */
function weekdayFrom(from: Day | null, weekday: number): Day | null {
  if (from === null) return null;
  const found = ((daysBetween(A_MONDAY, from) % 7) + 7) % 7;
  return addDays(from, (weekday - found + 7) % 7);
}

/** Easter Sunday of the western churches (the anonymous Gregorian computus, Nature, 20 April 1876). */
export function easterOf(year: number): Day | null {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}
