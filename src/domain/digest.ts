/** The day in short for managers: who got what, what is overdue, what is nobody's. */

import type { CallList } from './call-list.ts';
import type { Day } from './day.ts';

export interface DigestLine {
  readonly code: string | null;
  readonly name: string;
  readonly calls: number;
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
}
