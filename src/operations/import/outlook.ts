/** What the plan makes of an import: calls that are too late already, and files it counts on that never came. */

import { addDays, type Day } from '../../domain/day.ts';
import type { Anchor, Plan } from '../../domain/plan.ts';
import type { Store } from '../../store/engine/store.ts';

/** The first days after delivery, in which most of what is said is said. */
const FIRST_DAYS = 7;
/** Of older sales it is plain that they come too late. */
const LATE_WITHIN_DAYS = 60;
const DAYS_IN: Readonly<Partial<Record<string, number>>> = { d: 1, w: 7 };

/** Whether a sale of that day comes too late for every touch of the first days; always false where the plan has none. */
export function tooLateOn(today: Day, { touches }: Plan): (anchor: Day) => boolean {
  const closes = touches.flatMap(({ from, at, closesDays }) =>
    from !== 'sale'
      ? []
      : at.flatMap(({ count, unit }) => {
          const due = count * (DAYS_IN[unit] ?? Number.POSITIVE_INFINITY);
          return due <= FIRST_DAYS ? due + closesDays : [];
        }),
  );
  if (closes.length === 0) return () => false;
  const latest = addDays(today, -Math.max(...closes) - 1);
  const earliest = addDays(today, -LATE_WITHIN_DAYS);
  return (anchor) => anchor <= latest && anchor >= earliest;
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
