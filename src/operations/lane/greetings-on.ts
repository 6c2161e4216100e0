/** Whom somebody of the store has greeted on a day. */

import type { Day } from '../../domain/day.ts';
import type { Greeted } from '../../domain/lane.ts';
import { type ContactMade, loggedOn } from '../../store/contacts.ts';
import type { Store } from '../../store/engine/store.ts';

/** In person; a talk may also have been on the telephone. */
const GREETED = new Set(['greeted', 'hello', 'appointment', 'sold']);

const isGreeting = ({ outcome, channel }: ContactMade): boolean =>
  GREETED.has(outcome) || (outcome === 'talked' && channel === 'visit');

/** The newest greeting of each customer who was greeted. */
export function greetingsOn(db: Store, ids: readonly number[], day: Day): Map<number, Greeted> {
  const found = new Map<number, Greeted>();
  for (const [id, made] of loggedOn(db, ids, day)) {
    const newest = made.findLast(isGreeting);
    if (newest === undefined) continue;
    const { on, at, by, outcome } = newest;
    found.set(id, { on, at, by, outcome });
  }
  return found;
}
