/** `[calendar]` of the settings: when the store is open, and who is off when. */

import * as v from 'valibot';
import { type Day, parseDay } from '../domain/day.ts';
import { USUAL_DAYS, WEEKDAYS, type WorkingDays } from '../domain/working-days.ts';

export interface CalendarSettings extends WorkingDays {
  /** by name or code as written in the settings */
  readonly daysOff: ReadonlyMap<string, readonly Day[]>;
}

/** TOML has days of its own, written without quotes. */
const written = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value;

const day = v.pipe(
  v.unknown(),
  v.transform(written),
  v.string('must be a day: "2026-12-25"'),
  v.check((text) => parseDay(text) !== null, 'must be a day of the calendar: "2026-12-25"'),
  v.transform((text) => text as Day),
);

export const calendarTable = v.strictObject({
  business_days: v.optional(
    v.pipe(
      v.array(
        v.picklist(WEEKDAYS, 'must be days of the week: "mon", "tue", "wed", "thu", "fri", "sat", "sun"'),
      ),
      v.minLength(1, 'must name at least one day of the week'),
    ),
  ),
  holidays: v.optional(v.array(day)),
  days_off: v.optional(v.record(v.string(), v.array(day))),
});

export const CALENDAR_KEYS = Object.keys(calendarTable.entries).join(', ');

export const calendarOf = (given: v.InferOutput<typeof calendarTable> | undefined): CalendarSettings => ({
  businessDays: given?.business_days ?? USUAL_DAYS.businessDays,
  holidays: given?.holidays ?? [],
  daysOff: new Map(Object.entries(given?.days_off ?? {})),
});
