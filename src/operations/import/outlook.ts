/** What the plan makes of an import: calls that are too late already, and files it counts on that never came. */

import { addDays, type Day } from '../../domain/day.ts';
import type { Anchor, Plan } from '../../domain/plan.ts';
import { movedBy } from '../../domain/working-days.ts';
import type { Store } from '../../store/engine/store.ts';
import { closesOn } from '../../touches/windows.ts';

/** The first days after delivery, in which most of what is said is said. */
const FIRST_DAYS = 7;
/** Of older sales it is plain that they come too late. */
const LATE_WITHIN_DAYS = 60;
const DAYS_IN: Readonly<Partial<Record<string, number>>> = { d: 1, b: 1, w: 7 };

/** Whether a sale of that day comes too late for every touch of the first days; always false where the plan has none. */
export function tooLateOn(today: Day, { touches, working }: Plan): (anchor: Day) => boolean {
  const early = touches.flatMap((touch) =>
    touch.from !== 'sale'
      ? []
      : touch.at
          .filter(({ count, unit }) => count * (DAYS_IN[unit] ?? Number.POSITIVE_INFINITY) <= FIRST_DAYS)
          .map((offset) => ({ touch, offset })),
  );
  if (early.length === 0) return () => false;
  const earliest = addDays(today, -LATE_WITHIN_DAYS);
  return (anchor) =>
    anchor >= earliest &&
    early.every(({ touch, offset }) => closesOn(working, touch, movedBy(working, anchor, offset)) < today);
}

const SERVICE: readonly Anchor[] = ['last-service', 'repair-order', 'appointment'];

/** The labels of touches that count from visits to the workshop, when no visit was ever imported. */
export function touchesWithoutVisits(db: Store, { touches }: Plan): string[] {
  const counting = touches.filter(({ from }) => SERVICE.includes(from));
  if (counting.length === 0) return [];
  const any = db
    .prepare('SELECT EXISTS (SELECT 1 FROM repair_order) OR EXISTS (SELECT 1 FROM appointment)')
    .pluck()
    .get();
  return any === 1 ? [] : counting.map(({ label }) => label);
}
