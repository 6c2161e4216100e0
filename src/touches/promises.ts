/** The days on which we said we would be in touch again. */

import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { Occurrence } from './occurrences.ts';

/** The touch id of a promise; no touch of a plan may have it. */
export const PROMISE = 'promise';

/** Above every touch of a plan: those go to 100. */
const PROMISE_PRIORITY = 101;

export const PROMISE_LABEL = 'Promised to be in touch';

/** What was promised, as far as it fits beside the other reasons of a list. */
function labelOf(note: string | null): string {
  const [line = ''] = (note ?? '').trim().split(/[\r\n]/);
  const words = [...line].slice(0, LONGEST_LABEL).join('');
  return words === '' ? PROMISE_LABEL : `Promised: ${words}${words.length < line.length ? '…' : ''}`;
}

const LONGEST_LABEL = 80;

/** Every day promised in `contacts`, due or still ahead; ascending, each day once. */
export function promises(contacts: readonly Contact[]): Occurrence[] {
  const days = new Map<Day, string | null>();
  for (const { nextOn, note } of contacts) if (nextOn !== null) days.set(nextOn, note);
  return [...days].sort().map(([day, note]) => ({
    touch: PROMISE,
    label: labelOf(note),
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
