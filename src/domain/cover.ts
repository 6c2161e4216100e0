/** Somebody makes another's calls for a while, and which covers can stand beside each other. */

import type { Day } from './day.ts';
import type { SalespersonName } from './salesperson.ts';

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

/** A cover with the persons named. */
export interface CoverRecord {
  readonly id: number;
  readonly of: SalespersonName;
  readonly by: SalespersonName;
  readonly from: Day;
  readonly to: Day;
  readonly why: string | null;
  readonly ended_on: Day | null;
}

export type CoverDays = Pick<Cover, 'ofId' | 'byId' | 'from' | 'to'>;

export interface CoverInTheWay<T extends CoverDays> {
  /** `overlap`: it covers the same person on a common day; `circle`: by it the calls would come back to whose they are */
  readonly why: 'overlap' | 'circle';
  readonly cover: T;
}

/** Of covers that stand beside each other the first that leaves no room for another one; null for none. */
export function coverInTheWay<T extends CoverDays>(
  covers: readonly T[],
  wanted: CoverDays,
): CoverInTheWay<T> | null {
  const same = covers.find(({ ofId, ...days }) => ofId === wanted.ofId && haveCommonDay(days, wanted));
  if (same !== undefined) return { why: 'overlap', cover: same };
  const back = wayBack(covers, wanted, new Set());
  return back === null ? null : { why: 'circle', cover: back };
}

type Days = Pick<Cover, 'from' | 'to'>;

const haveCommonDay = (one: Days, other: Days): boolean => one.from <= other.to && other.from <= one.to;

/** Follows the calls from stand-in to stand-in through the days that all of them have in common. */
function wayBack<T extends CoverDays>(
  covers: readonly T[],
  { ofId, byId, from, to }: CoverDays,
  passed: ReadonlySet<T>,
): T | null {
  for (const cover of covers) {
    if (cover.ofId !== byId || passed.has(cover) || !haveCommonDay(cover, { from, to })) continue;
    if (cover.byId === ofId) return cover;
    const common = {
      ofId,
      byId: cover.byId,
      from: from > cover.from ? from : cover.from,
      to: to < cover.to ? to : cover.to,
    };
    const back = wayBack(covers, common, new Set([...passed, cover]));
    if (back !== null) return back;
  }
  return null;
}
