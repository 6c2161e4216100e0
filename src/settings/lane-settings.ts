/** `[lane]` of the settings: how customers who are in the building are spoken to. */

import * as v from 'valibot';

export interface LaneSettings {
  /** days for which nobody is asked again about their next car */
  readonly pitchRest: number;
}

const DAYS = 'must be a number of days: "300d"';

export const laneTable = v.strictObject({
  pitch_rest: v.optional(v.pipe(v.string(DAYS), v.regex(/^\d{1,4}d$/, DAYS))),
});

export const LANE_KEYS = Object.keys(laneTable.entries).join(', ');

/** They come twice a year: asked at every second visit, they are asked once a year. */
const PITCH_REST = '300d';

export const laneOf = (given: v.InferOutput<typeof laneTable> | undefined): LaneSettings => ({
  pitchRest: Number.parseInt(given?.pitch_rest ?? PITCH_REST, 10),
});
