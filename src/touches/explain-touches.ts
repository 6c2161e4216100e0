/** Why each touch of the plan is, or is not, on the list for one customer: every judgement with its reason in a sentence. */

import type { NeedlessBy, Withheld } from '../domain/call-list.ts';
import { addDays, addOffset, type Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts } from '../domain/facts.ts';
import { CASE, needsNoSale, type Plan, PROMISE, type Touch } from '../domain/plan.ts';
import { type Anchors, anchorsOf } from './anchors.ts';
import * as because from './because.ts';
import { caseOccurrence, openCases } from './cases.ts';
import { CLAMPED_AT_MOST, firstDueFrom, type Occurrence, occurrencesDue } from './occurrences.ts';
import { contactsUntil, openTouches, salesFor } from './open-touches.ts';
import { promiseOccurrence, promisesOf } from './promises.ts';
import { isInForce, isMeantFor, newestSale, salesInForce } from './sales-in-force.ts';
import { courseOf } from './settlement.ts';
import { turnedOff } from './turned-off.ts';
import { dueDaysOpen } from './windows.ts';
import type { Withholding } from './withholding.ts';

export type JudgementState =
  | 'due'
  | 'not-yet'
  | 'missed'
  | 'settled'
  | 'not-reached'
  | 'withheld'
  | 'superseded'
  | 'turned-off'
  | 'does-not-apply';

export interface Judgement {
  readonly touch: string;
  readonly label: string;
  readonly saleId: number | null;
  readonly state: JudgementState;
  /** set when the state is `withheld` */
  readonly why: Withheld | null;
  /** withheld by the do-not-call registry, and no wish of the customer's own */
  readonly byRegistry: boolean;
  /** for `booked` */
  readonly visit: NeedlessBy | null;
  readonly paced: Occurrence['paced'];
  readonly notes: readonly string[];
  /** null where the touch does not apply, as are the days */
  readonly number: number | null;
  readonly dueOn: Day | null;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  /** one sentence in plain English, naming the rule */
  readonly because: string;
}

/**
 * Promises first, then cases, then every touch of the plan with every sale, in force or not. Where something is open on `day`, its
 * judgements are exactly what `dueTouches` goes by; where nothing is, the latest one gone by and the next to come.
 */
export function explainTouches(plan: Plan, facts: CustomerFacts, day: Day): Judgement[] {
  const open = openTouches(plan, facts, day).map(({ occurrence, fate }) =>
    judgement(
      occurrence,
      fate.state,
      because.ofFate(plan, occurrence, fate),
      fate.state === 'withheld' ? fate.withholding : null,
    ),
  );
  const inForce = salesInForce(facts.sales, day);
  return [
    ...explainPromises(open, facts, day),
    ...explainCases(plan, open, facts, day),
    ...plan.touches.flatMap((touch) => {
      const counted = salesFor(touch, inForce, facts, day);
      return salesToExplain(touch, facts, counted, day).flatMap((sale) => {
        if (!counted.includes(sale)) return [notCounted(touch, sale, facts, day)];
        const found = open.filter(
          ({ touch: id, saleId }) => id === touch.id && saleId === (sale?.id ?? null),
        );
        return found.length > 0 ? found : explainClosed(plan, touch, sale, facts, day);
      });
    }),
  ];
}

/** A birthday is explained once a person, and so is what needs no sale; any other touch once a sale. */
function salesToExplain(
  touch: Touch,
  facts: CustomerFacts,
  counted: readonly (SaleFacts | null)[],
  day: Day,
): readonly (SaleFacts | null)[] {
  if (needsNoSale(touch)) return [null];
  if (touch.from !== 'birthday') return facts.sales;
  return [counted[0] ?? newestSale(salesInForce(facts.sales, day)) ?? newestSale(facts.sales)];
}

/** Those that stand, the newest of those that ended, those to come. */
function explainPromises(open: readonly Judgement[], facts: CustomerFacts, day: Day): Judgement[] {
  const made = promisesOf(facts, day);
  const ended = made.findLast(({ endedOn, dueOn }) => endedOn !== null && dueOn <= day);
  return [
    ...(ended === undefined
      ? []
      : [judgement(promiseOccurrence(ended, 1), 'settled', because.ofPromiseEnded(ended))]),
    ...open.filter(({ touch }) => touch === PROMISE),
    ...made
      .filter(({ state }) => state === 'coming')
      .map((one) => promiseOccurrence(one, 1))
      .map((promise) => judgement(promise, 'not-yet', because.ofComing(promise))),
  ];
}

/** Those to be called about, then those that were answered and come back. */
const explainCases = (
  plan: Plan,
  open: readonly Judgement[],
  facts: CustomerFacts,
  day: Day,
): Judgement[] => [
  ...open.filter(({ touch }) => touch === CASE),
  ...openCases(plan, facts, day)
    .map((one) => caseOccurrence(plan, one))
    .filter(({ opensOn }) => opensOn > day)
    .map((one) => judgement(one, 'not-yet', because.ofComing(one))),
];

function explainClosed(
  plan: Plan,
  touch: Touch,
  sale: SaleFacts | null,
  facts: CustomerFacts,
  day: Day,
): Judgement[] {
  const anchors = anchorsOf(plan, touch, sale, facts, day);
  if (anchors.days.length === 0) return [doesNotApply(touch, sale, because.ofAnchor(touch))];
  const past = occurrenceBefore(plan, touch, anchors, sale, day);
  const coming = occurrenceAfter(plan, touch, anchors, sale, day);
  const judgements: Judgement[] = [];
  if (past !== null) {
    const { occurrence, settlement } = courseOf(plan, past, contactsUntil(facts.contacts, day));
    judgements.push(
      settlement === null
        ? judgement(occurrence, 'missed', because.ofMissed(occurrence))
        : judgement(occurrence, settlement.state, because.ofFate(plan, occurrence, settlement)),
    );
  }
  if (coming !== null) judgements.push(judgement(coming, 'not-yet', because.ofComing(coming)));
  return judgements.length > 0 ? judgements : [doesNotApply(touch, sale, because.ofNothingMore())];
}

const CALENDAR_START = '0001-01-01' as Day;

/** The latest occurrence that closed before `day`. */
function occurrenceBefore(
  plan: Plan,
  touch: Touch,
  anchors: Anchors,
  sale: SaleFacts | null,
  day: Day,
): Occurrence | null {
  const to = addDays(dueDaysOpen(plan.working, touch, { from: day, to: day }).from, -1);
  const from =
    touch.every === null
      ? CALENDAR_START
      : addDays(addOffset(to, { count: -touch.every.count, unit: touch.every.unit }), -CLAMPED_AT_MOST);
  return occurrencesDue(plan, touch, anchors, sale, { from, to }).at(-1) ?? null;
}

/** The earliest occurrence that opens after `day`. */
const occurrenceAfter = (
  plan: Plan,
  touch: Touch,
  anchors: Anchors,
  sale: SaleFacts | null,
  day: Day,
): Occurrence | null => {
  const from = addDays(dueDaysOpen(plan.working, touch, { from: day, to: day }).to, 1);
  return firstDueFrom(plan, touch, anchors, sale, from);
};

function judgement(
  { touch, label, saleId, number, dueOn, opensOn, closesOn, paced, notes }: Occurrence,
  state: JudgementState,
  sentence: string,
  withholding: Withholding | null = null,
): Judgement {
  const why = withholding?.why ?? null;
  const byRegistry = withholding?.byRegistry ?? false;
  return {
    touch,
    label,
    saleId,
    state,
    why,
    byRegistry,
    visit: withholding?.visit ?? null,
    paced,
    notes,
    number,
    dueOn,
    opensOn,
    closesOn,
    because: sentence,
  };
}

function notCounted(touch: Touch, sale: SaleFacts | null, facts: CustomerFacts, day: Day): Judgement {
  const isCounted = sale === null ? needsNoSale(touch) : isInForce(sale, day) && isMeantFor(touch, sale);
  const off = isCounted ? turnedOff(facts, touch, sale, day) : null;
  return off === null
    ? doesNotApply(touch, sale, because.ofSale(touch, sale, facts, day))
    : { ...doesNotApply(touch, sale, because.ofTurnOff(off)), state: 'turned-off' };
}

function doesNotApply(touch: Touch, sale: SaleFacts | null, sentence: string): Judgement {
  return {
    touch: touch.id,
    label: touch.label,
    saleId: sale?.id ?? null,
    state: 'does-not-apply',
    why: null,
    byRegistry: false,
    visit: null,
    paced: null,
    notes: [],
    number: null,
    dueOn: null,
    opensOn: null,
    closesOn: null,
    because: sentence,
  };
}
