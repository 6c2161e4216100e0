/** A customer of one salesperson who turns up on a deal credited to others. */

import type { Day } from './day.ts';
import type { Salesperson } from './salesperson.ts';

/** What makes a deal somebody's customer's, in the order in which it is told. */
export const LIKENESSES = ['same-customer', 'co-buyer', 'phone', 'email', 'address', 'trade-in'] as const;
export type Likeness = (typeof LIKENESSES)[number];

type Person = Pick<Salesperson, 'code' | 'name'>;

interface Named {
  readonly id: number;
  readonly name: string;
}

/** One line for each deal and each customer, as an import tells it. */
export interface SoldByOther {
  /** of the file, where the row starts */
  readonly line: number;
  readonly sale_id: number;
  /** the buyer */
  readonly customer: Named;
  readonly like: Named;
  /** of `like`, on the day before the deal */
  readonly owner: Person;
  /** in credited order; empty = nobody */
  readonly credited: readonly Person[];
  readonly because: readonly Likeness[];
  /** `2019 Honda Civic`: the car of `like` that was traded in; null = none was, or nothing is known of it */
  readonly trade_in: string | null;
}

/** The same as its owner is told it. */
export interface Notice {
  readonly kind: 'sold-by-other';
  /** the day of the import that found it */
  readonly on: Day;
  /** whose owner is told */
  readonly customer: Named;
  readonly buyer: Named;
  readonly sale_id: number;
  readonly sold_on: Day;
  /** who is credited with the deal now */
  readonly by: readonly Person[];
  readonly because: readonly Likeness[];
  readonly trade_in: string | null;
}

/** A notice with whom it is for. */
export interface OwnersNotice {
  readonly owner: Person;
  readonly notice: Notice;
}
