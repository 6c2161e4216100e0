/** `[cases]` of the settings: how long a recovery case may wait. */

import * as v from 'valibot';
import { type Length, parsePlanOffset } from '../domain/day.ts';
import { type CaseClock, SHIPPED_CASE_CLOCK } from '../domain/recovery-case.ts';

const MUST_BE =
  'must be a length of time in days, business days or weeks, such as "1b", "5b" or "7d", and no longer than a year';
const LONGEST = { d: 366, b: 366, w: 52 } as const;

const wait = v.pipe(
  v.string(MUST_BE),
  v.rawTransform(({ dataset, addIssue, NEVER }): Length => {
    const { count, unit } = parsePlanOffset(dataset.value) ?? { count: -1, unit: 'd' };
    if (unit !== 'm' && unit !== 'y' && 0 <= count && count <= LONGEST[unit])
      return unit === 'b' ? { count, unit } : { count: unit === 'w' ? 7 * count : count, unit: 'd' };
    addIssue({ message: MUST_BE });
    return NEVER;
  }),
);

export const casesTable = v.strictObject({ answer: v.optional(wait), close: v.optional(wait) });

export const CASES_KEYS = Object.keys(casesTable.entries).join(', ');

export const caseClockOf = (given: v.InferOutput<typeof casesTable> | undefined): CaseClock => ({
  answer: given?.answer ?? SHIPPED_CASE_CLOCK.answer,
  close: given?.close ?? SHIPPED_CASE_CLOCK.close,
});
