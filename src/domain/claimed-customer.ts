/** A customer of whom somebody asks whose they are, with all that is to be known before they are greeted. */

import type { Block } from './block.ts';
import type { LastContact } from './call-list.ts';
import type { CallablePhone, DoNot, WithheldPhone } from './customer.ts';
import type { Day } from './day.ts';
import type { FoundBy } from './found-customer.ts';
import type { PromiseRecord } from './promise-record.ts';
import type { CaseRecord } from './recovery-case.ts';
import type { Vehicle } from './sale.ts';
import type { OwnerBecause, SalespersonName } from './salesperson.ts';

export interface ClaimedCustomer {
  readonly customer: {
    readonly id: number;
    readonly name: string;
    /** those that may be called */
    readonly phones: readonly CallablePhone[];
    readonly withheld_phones: readonly WithheldPhone[];
    readonly do_not: DoNot;
    readonly blocks: readonly Block[];
  };
  readonly found_by: FoundBy;
  /** null = the house */
  readonly owner: SalespersonName | null;
  readonly because: OwnerBecause;
  readonly because_in_words: string;
  /** null where no sale and no giving made somebody the owner */
  readonly since: Day | null;
  /** who makes the owner's calls on the day */
  readonly covered_by: SalespersonName | null;
  /** those they have, the newest first */
  readonly vehicles: readonly (Vehicle & { readonly sale_id: number; readonly sold_on: Day })[];
  readonly last_contact: LastContact | null;
  /** the last time somebody spoke with them */
  readonly last_talk: LastContact | null;
  /** those that have not ended, by the day promised */
  readonly promises: readonly PromiseRecord[];
  /** open ones, by number */
  readonly cases: readonly CaseRecord[];
  readonly household: readonly { readonly id: number; readonly name: string }[];
  /** who else has a claim, the newest first */
  readonly others: readonly (SalespersonName & {
    readonly active: boolean;
    readonly because: 'credited' | 'given' | 'talked';
  })[];
}
