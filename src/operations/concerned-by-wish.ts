/** Whom a wish not to be called concerns besides the one who said it: records like theirs, and who has the same number. */

import { customerName } from '../domain/customer.ts';
import { wishReaches } from '../store/blocks.ts';
import type { Store } from '../store/engine/store.ts';
import { sharingPhones } from '../store/sharing-phones.ts';

export interface ConcernedByWish {
  readonly id: number;
  readonly name: string;
  /** their record is like the customer's, or they have one of the numbers */
  readonly because: 'like' | 'same-number';
}

/** Those the wish reaches, then up to 20 who only have one of the numbers, each by id. */
export function concernedByWish(db: Store, customerId: number): ConcernedByWish[] {
  const reached = wishReaches(db, customerId);
  const sharing = sharingPhones(db, customerId).filter(({ do_not_call }) => do_not_call === 0);
  return [
    ...reached.map((one) => ({ id: one.id, name: customerName(one), because: 'like' as const })),
    ...sharing.map((one) => ({ id: one.id, name: customerName(one), because: 'same-number' as const })),
  ];
}

export const concernInWords = ({ id, name, because }: ConcernedByWish): string =>
  because === 'like'
    ? `#${id} ${name} may be the same person: not called either`
    : `#${id} ${name} has the same number: not called there either`;
