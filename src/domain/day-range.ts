/** A span of days. */

import type { Day } from './day.ts';

/** Both days included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** Whether one of the ranges, which ascend and do not overlap, holds `day`. */
export function isWithin(ranges: readonly DayRange[], day: Day): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? '') < day) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.from <= day;
}
