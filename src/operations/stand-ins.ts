/** Who makes whose calls on a day. */

import type { Day } from '../domain/day.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import { coversOn } from '../store/covers.ts';
import type { Store } from '../store/engine/store.ts';
import { standIns } from '../touches/covering.ts';

/** By owner, who makes their calls. */
export type StandIns = ReadonlyMap<number, number>;

export const standInsOn = (
  db: Store,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): StandIns => standIns(coversOn(db, day), salespeople, day);

/** Whose calls somebody makes: their own, unless they are covered, and those of whom they cover. */
export const ownersCalledBy = (id: number, stand: StandIns): number[] => [
  ...(stand.has(id) ? [] : [id]),
  ...[...stand].flatMap(([ofId, byId]) => (byId === id ? ofId : [])),
];
