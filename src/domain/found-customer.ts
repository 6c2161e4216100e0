/** A customer somebody searched for, with what tells them apart from others of the name. */

import type { CallablePhone, DoNot, WithheldPhone } from './customer.ts';
import type { Vehicle } from './sale.ts';

/** What of the customer fits the search. */
export type MatchedBy = 'id' | 'phone' | 'vin' | 'email' | 'deal' | 'plate' | 'stock' | 'name';

/** How near the name is to what was searched for; where anything but the name fits, it fits exactly. */
export type Nearness = 'exact' | 'sound' | 'slip';

/** The same for whoever asks whose customer it is, what is surest first; the last two bought with somebody found. */
export const FOUND_BY = [
  'id',
  'phone',
  'plate',
  'vin',
  'vin-tail',
  'deal',
  'stock',
  'email',
  'name',
  'co-buyer',
  'household',
] as const;
export type FoundBy = (typeof FOUND_BY)[number];

export interface FoundCustomer {
  readonly id: number;
  readonly name: string;
  readonly phones: readonly CallablePhone[];
  readonly withheld_phones: readonly WithheldPhone[];
  readonly email: string | null;
  /** of the newest sale in force */
  readonly vehicle: Vehicle | null;
  /** null = the house */
  readonly owner: { readonly code: string | null; readonly name: string } | null;
  readonly matched_by: MatchedBy;
  readonly match: Nearness;
  /** the number that was searched for; null where it was something else, or a number that is wrong */
  readonly matched_phone: CallablePhone | WithheldPhone | null;
  readonly do_not: DoNot;
}
