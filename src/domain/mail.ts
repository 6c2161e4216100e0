/** Mails to salespeople and managers: as the ledger has them, and what can come of sending one. */

import type { Day } from './day.ts';

/** What goes out each day. `calls`: a salesperson's list of the day; `digest`: the day in short, for managers. */
export type DayMailKind = 'calls' | 'digest';

/** `report` tells a salesperson what of their answer was not understood. */
export type MailKind = DayMailKind | 'report';

/**
 * `planned` waits for the next try; `sending` is being handed over just now; `failed` was refused for good;
 * `unsure` may have arrived: the connection was lost, or the program ended, before the answer.
 */
export type MailState = 'planned' | 'sending' | 'sent' | 'failed' | 'unsure';

/** A mail as it stands in the ledger. */
export interface MailRow {
  readonly id: number;
  readonly day: Day;
  readonly kind: MailKind;
  /** the salesperson's id, the manager's address, or the id of the answer a report is about */
  readonly recipient: string;
  /** as it is now; null for a digest, and for somebody who is no longer on file */
  readonly code: string | null;
  readonly name: string | null;
  readonly address: string;
  /** without angle brackets; the same for every try */
  readonly message_id: string;
  readonly state: MailState;
  readonly tries: number;
  /** what the mail server said last */
  readonly answer: string | null;
  readonly planned_at: string;
  readonly tried_at: string | null;
  readonly settled_at: string | null;
  readonly settled_by: string | null;
}

/** What came of handing a message over; `text` is what the server said, in short and safe to print. */
export type Answer =
  | { readonly kind: 'accepted'; readonly text: string }
  /** this message is refused for good (5xx) */
  | { readonly kind: 'refused'; readonly text: string }
  /** this message is refused for now (4xx) */
  | { readonly kind: 'later'; readonly text: string }
  /** what we are, not this message, is refused for good; nothing was handed over */
  | { readonly kind: 'barred'; readonly text: string }
  /** the connection was lost before the message was handed over; `wornOut` when it had carried others */
  | { readonly kind: 'lost'; readonly text: string; readonly wornOut: boolean }
  /** no answer came after the message was handed over: it may have arrived */
  | { readonly kind: 'unsure'; readonly text: string };

/** Why no message at all can be handed over now. */
export interface Obstacle {
  readonly text: string;
  /** waiting will not mend it: a password, a certificate, a setting */
  readonly needsPerson: boolean;
}

/** What came of an answer to a list, line by line. */
export interface AnswerReport {
  readonly logged: readonly {
    readonly customer_id: number;
    readonly on: string;
    readonly outcome: string;
    readonly note: string | null;
  }[];
  readonly not_understood: readonly { readonly line: number; readonly text: string; readonly why: string }[];
}
