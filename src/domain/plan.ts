/** The touch plan: when a customer should hear from us, why, and what to say. */

import type { AttemptOutcome } from './contact.ts';
import type { Offset } from './day.ts';
import type { Condition, DealType } from './sale.ts';

export const ANCHORS = [
  'sale',
  'lease-end',
  'loan-end',
  'birthday',
  'last-service',
  'repair-order',
  'appointment',
] as const;
/** The day a touch is counted from. */
export type Anchor = (typeof ANCHORS)[number];

/** What to say; the text may name the placeholders of `SCRIPT_PLACEHOLDERS` as `{{first_name}}`. */
export interface Script {
  readonly opener: string | null;
  readonly question: string | null;
  readonly value: string | null;
}

export interface Touch {
  readonly id: string;
  readonly label: string;
  readonly from: Anchor;
  /** single occurrences: `due = anchor + at`; empty when `every` is given */
  readonly at: readonly Offset[];
  /** repeated occurrences: `due = anchor + k × every`, k = 1, 2, 3 …; null when `at` is given */
  readonly every: Offset | null;
  /** days before due on which the touch opens */
  readonly opensDays: number;
  /** days after due on which it closes */
  readonly closesDays: number;
  /** `sell` pitches something and spares recent buyers; `care` does not */
  readonly kind: 'care' | 'sell';
  /** higher comes first on the list */
  readonly priority: number;
  /** null = all */
  readonly dealTypes: readonly DealType[] | null;
  readonly conditions: readonly Condition[] | null;
  readonly script: Script;
}

export interface Plan {
  /** days a customer is left alone after somebody spoke with them */
  readonly restDays: number;
  /** attempts after which a touch is closed as not reached */
  readonly tries: number;
  /** days to wait after each kind of attempt */
  readonly retryDays: Readonly<Record<AttemptOutcome, number>>;
  readonly touches: readonly Touch[];
}

/** The touches that come once a person, whatever they bought: their ids. */
export const birthdayTouches = ({ touches }: Plan): ReadonlySet<string> =>
  new Set(touches.filter(({ from }) => from === 'birthday').map(({ id }) => id));
