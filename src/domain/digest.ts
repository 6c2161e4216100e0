/** The day in short for managers: who got what, what is overdue, what is nobody's, what was done lately. */

import type { CallList } from './call-list.ts';
import type { Day } from './day.ts';
import type { CaseRecord } from './recovery-case.ts';
import type { OwnersNotice } from './sold-by-other.ts';
import type { WorkTally } from './work-tally.ts';

export interface DigestLine {
  readonly code: string | null;
  readonly name: string;
  readonly calls: number;
  /** due, and not in the day's share: their turn comes */
  readonly waiting: number;
  /** due, and all their reasons close before their turn would come */
  readonly closing: number;
  /** calls that were due before the day */
  readonly overdue: number;
  readonly oldestDueOn: Day | null;
  /** what became of the mail, in words */
  readonly mail: string;
}

/** A mail of the last days that was refused, or may not have arrived. */
export interface TroubledMail {
  readonly on: Day;
  readonly to: string;
  readonly state: string;
  readonly answer: string | null;
}

export interface Digest {
  readonly on: Day;
  readonly lines: readonly DigestLine[];
  readonly house: CallList;
  /** null before the first import */
  readonly lastImport: { readonly file: string; readonly on: Day; readonly daysAgo: number } | null;
  readonly troubled: readonly TroubledMail[];
  /** how far the journal has come, so that it stands outside of the store as well; null while it is empty */
  readonly journal: { readonly entries: number; readonly head: string } | null;
  /** customers on the deals of others, not yet told in a digest that went out */
  readonly notices: readonly OwnersNotice[];
  /** open recovery cases, the most urgent first */
  readonly cases: readonly CaseRecord[];
  /** customers of ours in the service drive: of the day, and of the last business day where there were any */
  readonly lane: {
    readonly ours: number;
    readonly last: { readonly on: Day; readonly ours: number; readonly notGreeted: number } | null;
  };
  /** of the last business day, all of it over */
  readonly done: WorkTally;
  /** of the seven days before, on the first business day of a week */
  readonly week: WorkTally | null;
}
