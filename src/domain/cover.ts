/** Somebody makes another's calls for a while. */

import type { Day } from './day.ts';

export interface Cover {
  readonly id: number;
  /** id of the salesperson whose calls they are */
  readonly ofId: number;
  /** id of the salesperson who makes them */
  readonly byId: number;
  readonly from: Day;
  /** the last day, that too */
  readonly to: Day;
  readonly why: string | null;
  /** the day on which it was ended before its time */
  readonly endedOn: Day | null;
  /** the entry of the journal that says so */
  readonly entry: number;
}
