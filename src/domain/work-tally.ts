/** What was done between two days, by who did it, and what closed without anybody having called. */

import type { Day } from './day.ts';

/** Contacts made, by channel and outcome; promises that ended, or whose day went by. */
export interface WorkCounts {
  /** by telephone, whatever came of it */
  readonly calls: number;
  readonly talks: number;
  readonly voicemails: number;
  /** texts and e-mails */
  readonly messages: number;
  readonly appointments: number;
  readonly sold: number;
  readonly not_interested: number;
  /** ended on a day of the span by a talk, or because somebody said that they are done; late ones too */
  readonly promises_kept: number;
  /** promised for a day of the span, at the end of which they stood */
  readonly promises_broken: number;
}

export interface TouchCount {
  /** the id of the touch in the plan */
  readonly touch: string;
  readonly label: string;
  readonly count: number;
}

/** Occasions whose last day lay in the span, on which they stood and nobody had tried. */
export interface ClosedUncalled extends TouchCount {
  /** how many of them a rule kept off the list on that day: resting, snoozed, no way to reach … */
  readonly withheld: number;
}

/** The most frequent touch first. */
export interface Unreached {
  readonly closed_uncalled: readonly ClosedUncalled[];
  /** occasions of which the last of the tries was made in the span */
  readonly given_up: readonly TouchCount[];
}

/** `salesperson` null is the house; whoever made contacts and does not sell has a name and no code. */
export interface PersonsTally extends WorkCounts, Unreached {
  readonly salesperson: { readonly code: string | null; readonly name: string } | null;
}

/** Both days included. */
export interface WorkTally {
  readonly from: Day;
  readonly to: Day;
  /** by name, the house last */
  readonly people: readonly PersonsTally[];
  readonly totals: WorkCounts & Unreached;
}
