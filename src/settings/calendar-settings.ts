/** `[calendar]` of the settings: when the store is open, and who is off when. */

import * as v from 'valibot';
import { type Day, parseDay } from '../domain/day.ts';
import { USUAL_DAYS, WEEKDAYS, type WorkingDays } from '../domain/working-days.ts';
import { didYouMean } from '../values/nearest.ts';
import { HOLIDAY_REGIONS } from './holiday-regions.ts';
import { holidaysOfRegions } from './regional-holidays.ts';

export interface CalendarSettings extends WorkingDays {
  /** days and regions as they stand in the settings */
  readonly holidaysWritten: readonly string[];
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

/** `US`, `US-IL`, where a day begins with a figure. */
const isRegionsName = (text: string): boolean => /^[a-z]/i.test(text);

/** A day, or a country or region that has them. */
const holiday = v.pipe(
  v.unknown(),
  v.transform(written),
  v.string('must be a day, "2026-12-25", or a country or region, "US-IL"'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const text = dataset.value;
    if (isRegionsName(text) ? HOLIDAY_REGIONS.includes(text) : parseDay(text) !== null) return;
    addIssue({
      message: isRegionsName(text)
        ? `"${text}" is no country or region whose holidays are known${didYouMean(text, HOLIDAY_REGIONS)}`
        : 'must be a day of the calendar: "2026-12-25"',
    });
  }),
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
  holidays: v.optional(v.array(holiday)),
  days_off: v.optional(v.record(v.string(), v.array(day))),
  open: v.optional(v.array(day)),
});

export const CALENDAR_KEYS = Object.keys(calendarTable.entries).join(', ');

export function calendarOf(given: v.InferOutput<typeof calendarTable> | undefined): CalendarSettings {
  const holidaysWritten = given?.holidays ?? [];
  const regions = holidaysWritten.filter(isRegionsName);
  return {
    businessDays: given?.business_days ?? USUAL_DAYS.businessDays,
    holidays: holidaysWritten.filter((text) => !isRegionsName(text)) as Day[],
    ...(regions.length > 0 && { regional: holidaysOfRegions(regions) }),
    open: given?.open ?? [],
    holidaysWritten,
    daysOff: new Map(Object.entries(given?.days_off ?? {})),
  };
}
