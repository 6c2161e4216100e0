/** The touch plan: when a customer should hear from us, why, and what to say. */

import type { AttemptOutcome, SettlingOutcome } from './contact.ts';
import type { Day, Length, Offset, PlanOffset } from './day.ts';
import type { CaseClock } from './recovery-case.ts';
import type { Condition, DealType } from './sale.ts';
import type { WorkingDays } from './working-days.ts';

export const ANCHORS = [
  'sale',
  'lease-end',
  'loan-end',
  'birthday',
  'last-service',
  'repair-order',
  'appointment',
  'no-show',
  'first-service',
  'given',
  'wish',
  'case-closed',
] as const;
/** The day a touch is counted from. */
export type Anchor = (typeof ANCHORS)[number];

/** Days of the person, who need not have a car from us. */
export const PERSON_ANCHORS: readonly Anchor[] = ['given', 'wish', 'case-closed'];
/** Days on which something was, or was not, done in the workshop: one person of the store may make these calls. */
export const isAboutService = ({ from }: Pick<Touch, 'from'>): boolean =>
  from === 'repair-order' || from === 'no-show';

export const needsNoSale = ({ from }: Pick<Touch, 'from'>): boolean => PERSON_ANCHORS.includes(from);

export const TOUCH_KINDS = ['care', 'sell'] as const;
/** `sell` pitches something and spares recent buyers; `care` does not */
export type TouchKind = (typeof TOUCH_KINDS)[number];

/** The touch id of a call that fills a list; no touch of a plan may have it. */
export const FILL = 'fill';
/** The touch id of a promise; no touch of a plan may have it. */
export const PROMISE = 'promise';
/** The touch id of an open recovery case; no touch of a plan may have it. */
export const CASE = 'case';

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
  readonly at: readonly PlanOffset[];
  /** repeated occurrences: `due = anchor + k × every`, k = 1, 2, 3 …; null when `at` is given */
  readonly every: Offset | null;
  /** of a touch from the last service also due, where that is sooner, each time so far was driven; in the store's units; null = by date alone */
  readonly distance: number | null;
  /** how long before due the touch opens */
  readonly opens: Length;
  /** how long after due it closes */
  readonly closes: Length;
  /** days it stays open beyond that, for a list that catches up on days off; no plan of a file has it */
  readonly keptDays?: number;
  /** the salesperson on whose list it stands, while they are here; absent = the customer's owner's; no plan of a file has it */
  readonly callerId?: number;
  readonly kind: TouchKind;
  /** higher comes first on the list */
  readonly priority: number;
  /** days of rest after a talk, whatever its outcome; null = as the plan says */
  readonly restDays: number | null;
  /** days to wait after any attempt; null = as the plan says */
  readonly retryDays: number | null;
  /** null = all */
  readonly dealTypes: readonly DealType[] | null;
  readonly conditions: readonly Condition[] | null;
  readonly script: Script;
  /** instead, once the due day has gone by; null = the same, but for a birthday, which has words for its day only */
  readonly late: Script | null;
}

/** What to say for a touch that is due on `dueOn`; null = there are no words for it on `day`. */
export function wordsOn({ from, script, late }: Touch, dueOn: Day, day: Day): Script | null {
  if (dueOn >= day) return script;
  return late ?? (from === 'birthday' ? null : script);
}

/** Days a customer is left alone after somebody spoke with them. */
export interface Rest {
  readonly default: number;
  /** what another outcome than the usual asks for, by the kind of touch; what is not named is the default */
  readonly after: Readonly<Partial<Record<SettlingOutcome, Readonly<Partial<Record<TouchKind, number>>>>>>;
}

/** How many calls make a day's share: of everybody, or by name or code of a salesperson, `house`, `default`. */
export type CallsADay = number | Readonly<Record<string, number>>;

export interface Plan {
  readonly rest: Rest;
  /** days with attempts after which a touch is closed as not reached */
  readonly tries: number;
  /** the priority from which on a call goes before whatever closes sooner */
  readonly must: number;
  readonly callsADay: CallsADay;
  /** days to wait after each kind of attempt */
  readonly retryDays: Readonly<Record<AttemptOutcome, number>>;
  readonly touches: readonly Touch[];
  /** the store's days of work, out of its calendar: a touch that was tried stays open until one */
  readonly working: WorkingDays;
  readonly workshop: Workshop;
  /** how long a recovery case may wait, out of the settings too */
  readonly caseClock: CaseClock;
}

/** What of the store's workshop the touches count by. */
export interface Workshop {
  /** days after its day from which an appointment without a visit was missed, in a store that sends closed orders only */
  readonly missedAfter: number;
  /** how far a car is driven in a day whose own odometer says nothing of it, in the store's units, to a tenth */
  readonly perDay: number;
}

/** Where nobody says otherwise: a car that stays over a weekend and waits for a part is closed within a week, and goes 12,000 miles a year. */
export const USUAL_WORKSHOP: Workshop = { missedAfter: 8, perDay: 33 };

/** The touches that come once a person, whatever they bought: their ids. */
export const birthdayTouches = ({ touches }: Plan): ReadonlySet<string> =>
  new Set(touches.filter(({ from }) => from === 'birthday').map(({ id }) => id));
