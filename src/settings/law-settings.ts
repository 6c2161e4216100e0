/** The `[law]` table of the settings: at what hours, and how long, the store allows itself to call. */

import * as v from 'valibot';
import { areHours, type Hours } from '../domain/hours.ts';
import { type OwnRules, SHIPPED_RULES } from '../law/calling.ts';

type Span = 'none' | readonly [from: string, to: string];

function isSpan(given: unknown): boolean {
  if (given === 'none') return true;
  if (!Array.isArray(given) || given.length !== 2) return false;
  const [from, to]: unknown[] = given;
  return typeof from === 'string' && typeof to === 'string' && areHours({ from, to });
}

const span = v.optional(
  v.custom<Span>(isSpan, 'must be "none" or two times, the earlier first, such as ["09:00", "20:00"]'),
);

const MOST_MONTHS = 120;
const MONTHS = `must be a whole number of months from 0 to ${MOST_MONTHS}`;

export const lawTable = v.strictObject({
  weekdays: span,
  saturday: span,
  sunday: span,
  holidays: span,
  relationship_months: v.optional(
    v.pipe(v.number(MONTHS), v.integer(MONTHS), v.minValue(0, MONTHS), v.maxValue(MOST_MONTHS, MONTHS)),
  ),
});

export const LAW_KEYS = Object.keys(lawTable.entries).join(', ');

/** What is not given is as shipped. */
export function ownRules(given: v.InferOutput<typeof lawTable> = {}): OwnRules {
  const hours = (one: Span | undefined, shipped: Hours | null): Hours | null => {
    if (one === undefined) return shipped;
    return one === 'none' ? null : { from: one[0], to: one[1] };
  };
  return {
    hours: {
      weekday: hours(given.weekdays, SHIPPED_RULES.hours.weekday),
      saturday: hours(given.saturday, SHIPPED_RULES.hours.saturday),
      sunday: hours(given.sunday, SHIPPED_RULES.hours.sunday),
      holiday: hours(given.holidays, SHIPPED_RULES.hours.holiday),
    },
    relationshipMonths: given.relationship_months ?? SHIPPED_RULES.relationshipMonths,
  };
}
