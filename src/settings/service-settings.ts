/** `[service]` of the settings: how the store's workshop works. */

import * as v from 'valibot';

export interface ServiceSettings {
  /** days after its day from which an appointment without a visit was missed, in a store that sends closed orders only */
  readonly missedAfter: number;
}

export const serviceTable = v.strictObject({
  missed_after: v.optional(
    v.pipe(
      v.string('must be a number of days: "8d"'),
      v.regex(/^\d{1,3}d$/, 'must be a number of days: "8d"'),
    ),
  ),
});

export const SERVICE_KEYS = Object.keys(serviceTable.entries).join(', ');

/** A car that stays over a weekend and waits for a part is closed within a week. */
const MISSED_AFTER = '8d';

export const serviceOf = (given: v.InferOutput<typeof serviceTable> | undefined): ServiceSettings => ({
  missedAfter: Number.parseInt(given?.missed_after ?? MISSED_AFTER, 10),
});
