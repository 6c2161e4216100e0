/** Writing who makes whose calls, each time with the entry that says so. */

import type { Acting } from '../../domain/acting.ts';
import { type Cover, type CoverDays, coverInTheWay } from '../../domain/cover.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { Entry } from '../../domain/entry.ts';
import { usageFault } from '../../domain/fault.ts';
import { coverOfId, coversBetween } from '../covers.ts';
import type { Store } from '../engine/store.ts';
import { addEntry } from './entry-log.ts';

/** The persons as they are called now. */
export interface CoverNames {
  readonly of: string;
  readonly by: string;
}

/** Inside a transaction. Gives its id, which is that of its entry. */
export function recordCover(
  db: Store,
  acting: Acting,
  { ofId, byId, from, to }: CoverDays,
  { names, why }: { readonly names: CoverNames; readonly why: string | null },
): number {
  const details = { of: ofId, by: byId, names, from, to, why };
  const id = addEntry(db, acting, { customerId: null, action: 'cover', details });
  db.prepare(
    `INSERT INTO cover (id, entry_id, of_id, by_id, from_on, to_on, why)
     VALUES (:id, :id, :ofId, :byId, :from, :to, :why)`,
  ).run({ id, ofId, byId, from, to, why });
  return id;
}

/** Inside a transaction: its last day is the one before the day acted on, whether or not it has begun. Gives the entry. */
export function recordCoverEnd(db: Store, acting: Acting, cover: Cover, names: CoverNames): number {
  const { id, ofId, byId, from } = cover;
  const to = addDays(acting.on, -1);
  db.prepare('UPDATE cover SET to_on = :to, ended_on = :on WHERE id = :id').run({ id, to, on: acting.on });
  const before: BeforeEnd['before'] = { to: cover.to, ended_on: cover.endedOn };
  return addEntry(db, acting, {
    customerId: null,
    action: 'cover',
    details: { end: id, of: ofId, by: byId, names, from, to, before },
  });
}

/** What the entry of an end says of the cover. */
interface BeforeEnd {
  readonly end: number;
  readonly before: { readonly to: Day; readonly ended_on: Day | null };
}

/**
 * Inside a transaction: takes back a cover, or the end of one.
 * @throws Fault `later-entry` where by now another cover holds on the days that would be covered again
 */
export function undoCover(db: Store, { id: entry, details }: Entry): void {
  db.prepare('DELETE FROM cover WHERE entry_id = ?').run(entry);
  if (details.end === undefined) return;
  const { end, before } = details as unknown as BeforeEnd;
  const cover = coverOfId(db, end);
  if (cover === null) return;
  const others = coversBetween(db, cover.from, before.to).filter(({ id }) => id !== end);
  const inTheWay = coverInTheWay(others, { ...cover, to: before.to })?.cover;
  if (inTheWay !== undefined)
    throw usageFault(
      'later-entry',
      `entry ${entry} cannot be taken back: cover ${inTheWay.id} (${inTheWay.from} to ${inTheWay.to}) holds on those days by now`,
      `take that one back first: beback undo ${inTheWay.entry}`,
    );
  db.prepare('UPDATE cover SET to_on = :to, ended_on = :ended_on WHERE id = :end').run({ end, ...before });
}
