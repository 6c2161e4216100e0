/** How many customers each salesperson looks after, and when they last sold or spoke. */

import type { Day } from '../domain/day.ts';
import { salespeopleById } from '../store/call-facts.ts';
import { lastContacts } from '../store/last-contacts.ts';
import { ownershipFacts } from '../store/ownership-facts.ts';
import { ownerOf } from '../touches/owner.ts';
import type { Session } from './session.ts';

export interface BookOfSalesperson {
  /** they look after so many on the day */
  readonly customers: number;
  readonly last_sale_on: Day | null;
  readonly last_contact_on: Day | null;
}

/** By id, everybody. */
export const booksOfSalespeople = ({ store: db, day }: Session): ReadonlyMap<number, BookOfSalesperson> =>
  db.transaction(() => {
    const salespeople = salespeopleById(db);
    const contacted = lastContacts(db, day);
    const sold = new Map<number, Day>();
    const owned = new Map<number, number>();
    for (const facts of ownershipFacts(db, day)) {
      const ownerId = ownerOf(facts, salespeople, day);
      if (ownerId !== null) owned.set(ownerId, (owned.get(ownerId) ?? 0) + 1);
      for (const { status, soldOn, credits } of facts.sales)
        if (status === 'sold' && soldOn <= day)
          for (const id of credits) if (soldOn > (sold.get(id) ?? '')) sold.set(id, soldOn);
    }
    return new Map(
      [...salespeople.keys()].map((id) => [
        id,
        {
          customers: owned.get(id) ?? 0,
          last_sale_on: sold.get(id) ?? null,
          last_contact_on: contacted.get(id) ?? null,
        },
      ]),
    );
  })();
