/** A contact to be logged, with what becomes of it. */

import type { Channel, OutcomeName } from './contact.ts';
import type { Day } from './day.ts';

export interface NewContact {
  readonly customerId: number;
  readonly on: Day;
  readonly outcome: OutcomeName;
  /** as given, whatever it holds */
  readonly note: string | null;
  readonly nextOn: Day | null;
  /** left out: the channel the outcome has by nature */
  readonly channel?: Channel;
  /** they were asked about their next car */
  readonly pitched?: boolean;
  /** the service advisor who handed them over */
  readonly fromAdvisor?: string;
  /** E.164, for `wrong-number`; left out: the one that is dialled first */
  readonly phone?: string;
  /** for `sold-the-car` */
  readonly saleId?: number;
  /** who was in touch, when that is not who acts; null = nobody we know */
  readonly salespersonId?: number | null;
  /** the line of a sheet or reply this was read from: read again it is the same contact */
  readonly source?: string;
  /** a line that was taken back stays so until it says something else */
  readonly staysTakenBack?: boolean;
  /** not to be taken for the like contact of that day that is known already */
  readonly isAnother?: boolean;
}

/**
 * `same`: it was logged before; `changed`: the line says something else now, the old contact is taken back; `taken-back`: it was
 * logged before and taken back by hand, and stays so.
 */
export type LogState = 'logged' | 'same' | 'changed' | 'taken-back';

export interface LoggedContact {
  /** of the entry, the old one where nothing was logged */
  readonly id: number;
  readonly customerId: number;
  readonly state: LogState;
  /** the number that left the lists by this */
  readonly phone: string | null;
}
