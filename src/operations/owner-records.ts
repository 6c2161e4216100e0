/** Who looked after whom and when, record by record, as it is exported. */

import type { Day } from '../domain/day.ts';
import type { OwnerBecause, SalespersonName } from '../domain/salesperson.ts';
import { factsReader, salespeopleById } from '../store/call-facts.ts';
import { customerIds } from '../store/customer-ids.ts';
import { ownerSpells } from '../touches/owner-spells.ts';
import { salespersonNamed } from './salesperson-named.ts';
import type { Session } from './session.ts';

export interface OwnerRecord {
  readonly customer_id: number;
  /** null = the house */
  readonly owner: SalespersonName | null;
  readonly from: Day;
  /** the first day on which it no longer holds */
  readonly to: Day | null;
  readonly because: OwnerBecause;
}

/** Every spell up to the day, ascending by customer, then by its first day. */
export function* ownerRecords({ store: db, day }: Session): Generator<OwnerRecord> {
  const salespeople = salespeopleById(db);
  const factsOf = factsReader(db);
  for (const ids of customerIds(db))
    for (const facts of factsOf(ids))
      for (const { ownerId, from, to, because } of ownerSpells(facts, salespeople, day)) {
        yield {
          customer_id: facts.id,
          owner: salespersonNamed(salespeople, ownerId),
          from,
          to,
          because,
        };
      }
}
