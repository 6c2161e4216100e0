/** Who does something, and when. */

import type { Day } from './day.ts';

export interface Acting {
  /** as they are called in the record: the salesperson's name, else the name given */
  readonly by: string;
  /** who counts as the one who did it */
  readonly salespersonId: number | null;
  /** the salesperson it is done for, by an assistant of theirs: it counts as theirs */
  readonly forWhom: { readonly id: number; readonly name: string } | null;
  /** UTC instant */
  readonly at: string;
  /** the day acted on */
  readonly on: Day;
  /** as whom the machine knows them; a name given at the command line is only a claim */
  readonly osUser: string;
}
