/** `[service]` of the settings: how the store's workshop works. */

import * as v from 'valibot';
import { USUAL_WORKSHOP, type Workshop } from '../domain/plan.ts';

export interface ServiceSettings extends Workshop {
  /** name or code of the salesperson who calls about service visits and missed appointments; null = each owner does */
  readonly caller: string | null;
}

export const serviceTable = v.strictObject({
  missed_after: v.optional(
    v.pipe(
      v.string('must be a number of days: "8d"'),
      v.regex(/^\d{1,3}d$/, 'must be a number of days: "8d"'),
    ),
  ),
  per_day: v.optional(
    v.pipe(
      v.number('must be a number, such as 33'),
      v.minValue(1, 'must be at least 1'),
      v.maxValue(300, 'must be no more than 300'),
    ),
  ),
  caller: v.optional(
    v.pipe(
      v.string('must be the name or code of a salesperson, in quotes'),
      v.trim(),
      v.regex(/^[^\p{Cc}]{1,80}$/u, 'must be the name or code of a salesperson'),
    ),
  ),
});

export const SERVICE_KEYS = Object.keys(serviceTable.entries).join(', ');

/** 20,000 km a year, where 12,000 miles are usual. */
const USUAL_KM_A_DAY = 55;

export const serviceOf = (
  given: v.InferOutput<typeof serviceTable> | undefined,
  units: 'miles' | 'km',
): ServiceSettings => ({
  missedAfter:
    given?.missed_after === undefined ? USUAL_WORKSHOP.missedAfter : Number.parseInt(given.missed_after, 10),
  perDay: given?.per_day ?? (units === 'km' ? USUAL_KM_A_DAY : USUAL_WORKSHOP.perDay),
  caller: given?.caller ?? null,
});
