/** The days on which we said we would be in touch again. */

import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { Occurrence } from './occurrences.ts';

/** The touch id of a promise; no touch of a plan may have it. */
export const PROMISE = 'promise';

/** Above every touch of a plan: those go to 100. */
const PROMISE_PRIORITY = 101;

/** Every day promised in `contacts`, due or still ahead; ascending, each day once. */
export function promises(contacts: readonly Contact[]): Occurrence[] {
  const days = new Set<Day>();
  for (const { nextOn } of contacts) if (nextOn !== null) days.add(nextOn);
  return [...days].sort().map((day) => ({
    touch: PROMISE,
    label: 'Promised to be in touch',
    dueOn: day,
    opensOn: day,
    closesOn: null,
    saleId: null,
    number: 1,
    kind: 'care',
    priority: PROMISE_PRIORITY,
    script: null,
  }));
}
