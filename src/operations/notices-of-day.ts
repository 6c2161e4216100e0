/** What the owners of a scope are told on a day of their customers on the deals of others. */

import type { Day } from '../domain/day.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import { noticesSince } from '../lists/notice-days.ts';
import { addTo } from '../store/engine/rows.ts';
import { type NoticeOnFile, noticesFound } from '../store/notices.ts';
import { isActive } from '../touches/owner.ts';
import type { Scope } from './scope.ts';
import type { Session } from './session.ts';

/** By owner, the oldest first; nobody who has left has any. @param daysOff by salesperson */
export function noticesOfDay(
  { store: db, settings, day }: Session,
  scope: Scope,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  daysOff: ReadonlyMap<number, readonly Day[]>,
): ReadonlyMap<number, readonly NoticeOnFile[]> {
  const told = new Map<number, NoticeOnFile[]>();
  if (scope.of === 'house') return told;
  const sinceFor = (off: readonly Day[]): Day => noticesSince(settings.calendar, off, day);
  const usual = sinceFor([]);
  const since = new Map([...daysOff].map(([id, off]) => [id, sinceFor(off)]));
  const from = [...since.values()].reduce((first, one) => (one < first ? one : first), usual);
  const owner = scope.of === 'one' ? scope.salespersonId : null;
  for (const found of noticesFound(db, { from, to: day, owner })) {
    const { ownerId, notice } = found;
    const salesperson = salespeople.get(ownerId);
    if (salesperson === undefined || !isActive(salesperson, day)) continue;
    if (notice.on >= (since.get(ownerId) ?? usual)) addTo(told, ownerId, found);
  }
  return told;
}
