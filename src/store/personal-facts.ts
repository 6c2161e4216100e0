/** What is remembered about a person: family, pets, how they met us. */

import type { Store } from './open-store.ts';
import { FACTS_SHOWN } from './writing/contact-writer.ts';

export interface PersonalFact {
  readonly id: number;
  /** as it was told, whatever it holds */
  readonly text: string;
}

/** The two that were at hand in a talk the longest ago, in that order; those never used come first. */
export const factsToShow = (db: Store, customerId: number): PersonalFact[] =>
  db
    .prepare<[number, number], PersonalFact>(
      `SELECT id, text FROM personal_fact WHERE customer_id = ? ORDER BY coalesce(used_on, ''), id LIMIT ?`,
    )
    .all(customerId, FACTS_SHOWN);
