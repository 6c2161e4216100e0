/** Recovery cases: a customer is about to leave us; what was heard, offered and promised, by when, and how it ended. */

import type { Contact } from './contact.ts';
import type { Day, Length } from './day.ts';
import { movedBy, type WorkingDays } from './working-days.ts';

export const SEVERITIES = ['low', 'normal', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CASE_OUTCOMES = ['recovered', 'unresolved', 'withdrawn'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** What is noted, in the customer's words. */
export const CASE_NOTES = ['situation', 'needs', 'limits'] as const;
export type CaseNote = (typeof CASE_NOTES)[number];

/** Who has taken the case on. */
export interface CaseOwner {
  readonly name: string;
  /** null = somebody who does not sell */
  readonly salespersonId: number | null;
}

/** One thing said or done. */
export type CasePart =
  | Worded<CaseNote | 'offer' | 'met'>
  | { readonly part: 'promise'; readonly text: string; readonly dueOn: Day }
  /** `promise` = the entry that made it */
  | { readonly part: 'kept'; readonly promise: number }
  | { readonly part: 'update'; readonly text: string; readonly cc: string | null }
  | Amount<'before' | 'after'>
  | { readonly part: 'own'; readonly owner: CaseOwner }
  | { readonly part: 'close'; readonly outcome: CaseOutcome; readonly apologised: boolean }
  | { readonly part: 'reopen' };
type Worded<P> = P extends string ? { readonly part: P; readonly text: string } : never;
/** What the work came to before, and what it came to in the end. */
type Amount<P> = P extends string ? { readonly part: P; readonly cents: number } : never;

export type CaseStep = CasePart & {
  /** of the journal */
  readonly entry: number;
  readonly on: Day;
  readonly by: string;
};
type StepOf<P extends CasePart['part']> = Extract<CaseStep, { readonly part: P }>;

/** All that is on file of a case, whatever the day. */
export interface RecoveryCase {
  /** the entry of the journal that opened it */
  readonly id: number;
  readonly customerId: number;
  readonly headline: string;
  readonly severity: Severity;
  readonly openedOn: Day;
  /** UTC instant */
  readonly openedAt: string;
  /** its number */
  readonly repairOrder: string | null;
  readonly saleId: number | null;
  /** by day, then as they were entered */
  readonly steps: readonly CaseStep[];
}

/** How long a case may wait: for an answer, and to be closed. */
export interface CaseClock {
  readonly answer: Length;
  readonly close: Length;
}

/** An answer on the next business day; closed within a week. */
export const SHIPPED_CASE_CLOCK: CaseClock = {
  answer: { count: 1, unit: 'b' },
  close: { count: 5, unit: 'b' },
};

/** By which clock, and on which days it runs. */
export interface CaseRules {
  readonly working: WorkingDays;
  readonly caseClock: CaseClock;
}

/** As it is printed. */
export interface CasePromise {
  /** its place among those of the case, counted from 1 */
  readonly n: number;
  readonly text: string;
  readonly due_on: Day;
  readonly kept_on: Day | null;
  readonly state: 'open' | 'kept' | 'broken';
}

/** A case as it stands on a day. */
export interface CaseStanding {
  readonly recoveryCase: RecoveryCase;
  readonly state: 'new' | 'answered' | 'closed';
  readonly owner: CaseOwner | null;
  readonly situation: string | null;
  readonly needs: string | null;
  readonly limits: string | null;
  readonly offers: readonly { readonly on: Day; readonly text: string }[];
  readonly promises: readonly CasePromise[];
  readonly updates: readonly {
    readonly on: Day;
    readonly by: string;
    readonly text: string;
    readonly cc: string | null;
  }[];
  readonly met: readonly string[];
  readonly beforeCents: number | null;
  readonly afterCents: number | null;
  readonly answerBy: Day;
  readonly closeBy: Day;
  /** what should have been done before the day; the first that fits */
  readonly late: 'answer' | 'promise' | 'close' | null;
  readonly closedOn: Day | null;
  readonly outcome: CaseOutcome | null;
  readonly apologised: boolean;
}

/** With these outcomes somebody spoke with the customer about it. */
const ANSWERS: ReadonlySet<string> = new Set(['talked', 'appointment', 'greeted']);

/**
 * Nothing said or done after `day` is known on it; null before the day it was opened on.
 * @param contacts the customer's, by whom ever
 */
export function caseOn(
  recoveryCase: RecoveryCase,
  contacts: readonly Contact[],
  { working, caseClock }: CaseRules,
  day: Day,
): CaseStanding | null {
  const { id, openedOn } = recoveryCase;
  if (openedOn > day) return null;
  const of = <P extends CasePart['part']>(part: P): StepOf<P>[] =>
    recoveryCase.steps.filter((step): step is StepOf<P> => step.part === part && step.on <= day);
  const closing = closingOn(recoveryCase, day);
  const wasAnswered =
    of('offer').length + of('update').length > 0 ||
    contacts.some((contact) => contact.id > id && contact.on <= day && ANSWERS.has(contact.outcome));
  const state = closing !== null ? 'closed' : wasAnswered ? 'answered' : 'new';
  const promises = promisesOn(recoveryCase, of('kept'), day);
  const answerBy = movedBy(working, openedOn, caseClock.answer);
  const closeBy = movedBy(working, openedOn, caseClock.close);
  return {
    recoveryCase,
    state,
    owner: of('own').at(-1)?.owner ?? null,
    situation: of('situation').at(-1)?.text ?? null,
    needs: of('needs').at(-1)?.text ?? null,
    limits: of('limits').at(-1)?.text ?? null,
    offers: of('offer').map(({ on, text }) => ({ on, text })),
    promises,
    updates: of('update').map(({ on, by, text, cc }) => ({ on, by, text, cc })),
    met: of('met').map(({ text }) => text),
    beforeCents: of('before').at(-1)?.cents ?? null,
    afterCents: of('after').at(-1)?.cents ?? null,
    answerBy,
    closeBy,
    late: state === 'closed' ? null : lateness({ state, answerBy, closeBy, promises }, day),
    closedOn: closing?.on ?? null,
    outcome: closing?.outcome ?? null,
    apologised: closing?.apologised ?? false,
  };
}

/** The closing in force on the day; null while the case is open. */
export function closingOn({ steps }: Pick<RecoveryCase, 'steps'>, day: Day): StepOf<'close'> | null {
  const turn = steps.findLast(({ part, on }) => (part === 'close' || part === 'reopen') && on <= day);
  return turn?.part === 'close' ? turn : null;
}

export const isOpenOn = (one: RecoveryCase, day: Day): boolean =>
  one.openedOn <= day && closingOn(one, day) === null;

/** Those ever made, in the order in which they are numbered. */
export const promisesMade = ({ steps }: Pick<RecoveryCase, 'steps'>): StepOf<'promise'>[] =>
  steps
    .filter((step): step is StepOf<'promise'> => step.part === 'promise')
    .toSorted((a, b) => a.entry - b.entry);

const promisesOn = (one: RecoveryCase, kept: readonly StepOf<'kept'>[], day: Day): CasePromise[] =>
  promisesMade(one).flatMap(({ entry, on, text, dueOn }, i) => {
    if (on > day) return [];
    const keptOn = kept.find(({ promise }) => promise === entry)?.on ?? null;
    const state = keptOn !== null ? 'kept' : dueOn < day ? 'broken' : 'open';
    return { n: i + 1, text, due_on: dueOn, kept_on: keptOn, state };
  });

function lateness(
  { state, answerBy, closeBy, promises }: Pick<CaseStanding, 'state' | 'answerBy' | 'closeBy' | 'promises'>,
  day: Day,
): CaseStanding['late'] {
  if (state === 'new' && day > answerBy) return 'answer';
  if (promises.some((promise) => promise.state === 'broken')) return 'promise';
  return day > closeBy ? 'close' : null;
}

/** Still to be kept, the earliest first. */
export const unkept = (promises: readonly CasePromise[]): CasePromise[] =>
  promises
    .filter(({ state }) => state !== 'kept')
    .toSorted((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : a.n - b.n));

/** The day by which the next thing is to be done: the clock's, or that of a promise before it. */
export function caseDueOn(standing: Pick<CaseStanding, 'state' | 'answerBy' | 'closeBy' | 'promises'>): Day {
  const clock = standing.state === 'new' ? standing.answerBy : standing.closeBy;
  const [promise] = unkept(standing.promises);
  return promise !== undefined && promise.due_on < clock ? promise.due_on : clock;
}

/** As it is printed and exported. */
export interface CaseRecord {
  /** of the entry that opened it */
  readonly id: number;
  readonly customer: { readonly id: number; readonly name: string };
  readonly headline: string;
  readonly severity: Severity;
  readonly opened_on: Day;
  readonly opened_at: string;
  readonly owner: string | null;
  readonly repair_order: string | null;
  readonly sale_id: number | null;
  readonly state: CaseStanding['state'];
  readonly situation: string | null;
  readonly needs: string | null;
  readonly limits: string | null;
  readonly offers: CaseStanding['offers'];
  readonly promises: readonly CasePromise[];
  readonly updates: CaseStanding['updates'];
  readonly met: readonly string[];
  readonly amount_before_cents: number | null;
  readonly amount_after_cents: number | null;
  readonly answer_by: Day;
  readonly close_by: Day;
  readonly late: CaseStanding['late'];
  readonly closed_on: Day | null;
  readonly outcome: CaseOutcome | null;
  readonly apologised: boolean;
}
