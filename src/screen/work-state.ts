/** What a day's work is at any moment, and what it asks of the store or the program. */

import type { OutcomeName } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { FoundCustomer } from '../domain/found-customer.ts';
import type { NewContact } from '../domain/new-contact.ts';
import type { TypedLine } from '../render/input-line.ts';
import type { WorkCustomer } from '../render/work-view.ts';

/** The question that waits for an answer. */
export type Asking =
  | { readonly asks: 'nothing' }
  | { readonly asks: 'help' }
  /** which number is wrong */
  | { readonly asks: 'phone' }
  /** which car is gone */
  | { readonly asks: 'car' }
  /** which promise is done */
  | { readonly asks: 'promise' }
  | { readonly asks: 'note'; readonly outcome: OutcomeName; readonly line: TypedLine }
  | {
      readonly asks: 'next-day';
      readonly outcome: OutcomeName;
      readonly note: TypedLine;
      readonly line: TypedLine;
      /** promises found in the note; the first one is the one offered */
      readonly offers: readonly PromiseOffer[];
    }
  /** a snooze or a promise: the day, and then why or what */
  | { readonly asks: 'later-day'; readonly outcome: Later; readonly line: TypedLine }
  | {
      readonly asks: 'later-why';
      readonly outcome: Later;
      readonly nextOn: Day;
      readonly line: TypedLine;
    }
  /** confirms what ends every touch, or blocks for good */
  | { readonly asks: 'reason'; readonly outcome: OutcomeName; readonly line: TypedLine }
  /** something worth remembering, whatever came of the call */
  | { readonly asks: 'fact'; readonly line: TypedLine }
  /** whom to look for */
  | { readonly asks: 'find'; readonly line: TypedLine }
  | FoundAsking
  /** nobody is left; the last one is still on the screen */
  | { readonly asks: 'end' };

/** Put off, or promised: what is logged for a day to come, by a key of its own. */
export type Later = 'snoozed' | 'promised';

/** Which of the customers found is meant. */
export interface FoundAsking {
  readonly asks: 'found';
  readonly query: TypedLine;
  readonly found: readonly FoundCustomer[];
  /** the one Enter chooses */
  readonly at: number;
}

/** A promise read in a note: offered, and made only when it is taken up. */
export interface PromiseOffer {
  /** the words it was read from */
  readonly text: string;
  readonly next_on: Day;
}

/** What typed answers are read by. */
export interface Reading {
  readonly on: Day;
  /** ISO 3166, the store's: how days are written */
  readonly country: string;
  /** `fri`, `3d`, `2w`, a date; null for anything else */
  readonly dayIn: (text: string) => Day | null;
  readonly promisesIn: (note: string) => readonly PromiseOffer[];
}

export interface WorkState {
  readonly reading: Reading;
  /** ids in the order in which they are shown; who was passed over stands a second time at the end */
  readonly order: readonly number[];
  readonly at: number;
  /** needs no more looking at */
  readonly done: ReadonlySet<number>;
  readonly skipped: readonly number[];
  /** null until the first one was looked up */
  readonly shown: WorkCustomer | null;
  /** who is shown was looked for: the list stands still meanwhile, and goes on where it was */
  readonly isAside: boolean;
  readonly asking: Asking;
  /** what happened last */
  readonly status: string;
}

export type WorkContact = Omit<NewContact, 'on'>;

/** What the state asks of the store or the program. */
export type Doing =
  /** look the customer up; `anyway`: although nothing is due any more */
  | { readonly do: 'look'; readonly customerId: number; readonly anyway: boolean }
  | { readonly do: 'log'; readonly contact: WorkContact }
  | { readonly do: 'note'; readonly customerId: number; readonly text: string }
  | { readonly do: 'end-promise'; readonly promise: number }
  | { readonly do: 'find'; readonly query: string }
  | { readonly do: 'undo' }
  | { readonly do: 'redraw' }
  | { readonly do: 'stop'; readonly why: 'finished' | 'quit' | 'interrupted' };

export interface Step {
  readonly state: WorkState;
  /** null = wait for the next key */
  readonly doing: Doing | null;
}
