/** Something that is new at the store, and whether a customer has been told. */

import { type Contact, isSettling } from './contact.ts';
import type { Day } from './day.ts';

export interface News {
  /** number of the entry that says so */
  readonly id: number;
  readonly text: string;
  readonly on: Day;
  /** the last day it is told on; null = until somebody ends it */
  readonly until: Day | null;
}

/** Whether it is told on that day. */
export const isTold = ({ on, until }: News, day: Day): boolean =>
  on <= day && (until === null || day <= until);

/**
 * What a customer has not heard on that day: whoever spoke with them since it was new will have told them.
 * @param contacts the customer's
 */
export function unheard(news: readonly News[], contacts: readonly Contact[], day: Day): News[] {
  const spoken = contacts.reduce<Day | null>(
    (last, { outcome, on }) => (isSettling(outcome) && on <= day && (last === null || on > last) ? on : last),
    null,
  );
  return news.filter((one) => isTold(one, day) && (spoken === null || spoken < one.on));
}
