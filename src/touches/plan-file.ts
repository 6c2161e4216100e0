/** The touch plan as it stands in the settings file. */

import * as v from 'valibot';
import { ATTEMPT_OUTCOMES, type AttemptOutcome, SETTLING_OUTCOMES } from '../domain/contact.ts';
import { type Length, type Offset, type PlanOffset, parsePlanOffset } from '../domain/day.ts';
import {
  ANCHORS,
  CASE,
  FILL,
  needsNoSale,
  PERSON_ANCHORS,
  type Plan,
  PROMISE,
  type Rest,
  TOUCH_KINDS,
  type Touch,
  USUAL_WORKSHOP,
  type Workshop,
} from '../domain/plan.ts';
import { type CaseClock, SHIPPED_CASE_CLOCK } from '../domain/recovery-case.ts';
import { CONDITIONS, DEAL_TYPES } from '../domain/sale.ts';
import { USUAL_DAYS, type WorkingDays } from '../domain/working-days.ts';
import { type PlanProblem, planProblems } from './plan-problems.ts';
import { scriptProblem } from './script.ts';

/** Nobody plans further ahead, and the calendar has an end. */
const LONGEST: Record<PlanOffset['unit'], number> = { d: 36_525, b: 36_525, w: 5_218, m: 1_200, y: 100 };

const text = v.pipe(v.string('must be text in quotes'), v.trim(), v.nonEmpty('must not be empty'));

/** In business days too. */
const planOffset = v.pipe(
  v.string('must be text such as "30d"'),
  v.rawTransform(({ dataset, addIssue, NEVER }): PlanOffset => {
    const parsed = parsePlanOffset(dataset.value);
    if (parsed === null) {
      addIssue({
        message: `"${dataset.value}" is not a distance in time: write a number and d, b, w, m or y, such as "30d" or "-6m"`,
      });
      return NEVER;
    }
    if (Math.abs(parsed.count) > LONGEST[parsed.unit]) {
      addIssue({ message: `"${dataset.value}" is more than 100 years` });
      return NEVER;
    }
    return parsed;
  }),
);

const every = v.pipe(
  planOffset,
  v.rawTransform(({ dataset, addIssue, NEVER }): Offset => {
    const { count, unit } = dataset.value;
    if (unit !== 'b') return { count, unit };
    addIssue({ message: 'cannot be in business days: write d, w, m or y, such as "1y"' });
    return NEVER;
  }),
  v.check(({ count }) => count > 0, 'must be more than nothing, such as "1y"'),
);

/** A length of time in whole days: `7d`, `2w`. */
const days = v.pipe(
  planOffset,
  v.check(({ unit }) => unit === 'd' || unit === 'w', 'must be in days or weeks, such as "7d" or "2w"'),
  v.check(({ count }) => count >= 0, 'must not be less than "0d"'),
  v.transform(({ count, unit }) => (unit === 'w' ? 7 * count : count)),
);

/** The same, or in business days: `2b`. */
const length = v.pipe(
  planOffset,
  v.check(
    ({ unit }) => unit === 'd' || unit === 'b' || unit === 'w',
    'must be in days, business days or weeks, such as "7d", "2b" or "2w"',
  ),
  v.check(({ count }) => count >= 0, 'must not be less than "0d"'),
  v.transform(
    ({ count, unit }): Length =>
      unit === 'b' ? { count, unit } : { count: unit === 'w' ? 7 * count : count, unit: 'd' },
  ),
);

const oneOf = <const T extends readonly string[]>(options: T) =>
  v.picklist(options, ({ received }) => `${received} is not one of ${options.join(', ')}`);

/** null or left out = all */
const someOf = <const T extends readonly string[]>(options: T) =>
  v.nullish(
    v.pipe(
      v.array(oneOf(options), `must be a list, such as ["${options[0]}"]`),
      v.nonEmpty('must name at least one; leave the key out for all'),
    ),
    null,
  );

const whole = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
};

const scriptLine = v.nullish(
  v.pipe(
    text,
    v.rawCheck(({ dataset, addIssue }) => {
      const problem = dataset.typed ? scriptProblem(dataset.value) : null;
      if (problem !== null) addIssue({ message: problem });
    }),
  ),
  null,
);

const script = v.strictObject({ opener: scriptLine, question: scriptLine, value: scriptLine });

const touch = v.pipe(
  v.strictObject({
    id: v.pipe(
      v.string('must be text in quotes'),
      v.regex(
        /^[a-z0-9]+(-[a-z0-9]+)*$/,
        'must be small letters, digits and single hyphens, such as "lease-end"',
      ),
      v.notValue(PROMISE, `"${PROMISE}" is the name of a day promised to a customer; choose another`),
      v.notValue(CASE, `"${CASE}" is the name of an open recovery case; choose another`),
      v.notValue(FILL, `"${FILL}" is the name of a call that fills up a short list; choose another`),
    ),
    label: text,
    from: oneOf(ANCHORS),
    at: v.nullish(v.array(planOffset, 'must be a list, such as ["1d", "30d"]'), []),
    every: v.nullish(every, null),
    distance: v.nullish(whole(100, 100_000), null),
    opens: v.optional(length, '0d'),
    closes: v.optional(length, '0d'),
    kind: v.optional(oneOf(TOUCH_KINDS), 'care'),
    priority: v.optional(whole(0, 100), 50),
    rest: v.nullish(days, null),
    retry: v.nullish(days, null),
    deal_types: someOf(DEAL_TYPES),
    conditions: someOf(CONDITIONS),
    script: v.optional(script, {}),
    late: v.nullish(script, null),
  }),
  v.check(({ at, every }) => at.length > 0 !== (every !== null), 'needs either at or every, and not both'),
  v.check(
    ({ from, deal_types, conditions }) =>
      !needsNoSale({ from }) || (deal_types === null && conditions === null),
    `counts from no sale where from is ${PERSON_ANCHORS.join(' or ')}: leave deal_types and conditions out`,
  ),
  v.check(
    ({ from, every, distance }) => distance === null || (from === 'last-service' && every !== null),
    'distance needs from = "last-service" and every: it says how far may be driven until then',
  ),
  v.transform(
    ({ opens, closes, rest, retry, deal_types, ...same }): Touch => ({
      id: same.id,
      label: same.label,
      from: same.from,
      at: same.at,
      every: same.every,
      distance: same.distance,
      opens,
      closes,
      kind: same.kind,
      priority: same.priority,
      restDays: rest,
      retryDays: retry,
      dealTypes: deal_types,
      conditions: same.conditions,
      script: same.script,
      late: same.late,
    }),
  ),
);

/** Calls of one person on a day, where nobody says otherwise. */
export const SHIPPED_CALLS_A_DAY = 25;

/** What stands in the plan as shipped, and applies where a file leaves it out. */
export const SHIPPED: Pick<Plan, 'rest' | 'tries' | 'must' | 'callsADay' | 'retryDays'> = {
  rest: { default: 7, after: { 'not-interested': { sell: 90 } } },
  tries: 3,
  must: 80,
  callsADay: SHIPPED_CALLS_A_DAY,
  retryDays: { 'no-answer': 1, voicemail: 3, busy: 0, text: 3, email: 3 },
};

const byOutcome = <const T extends readonly string[], S extends v.GenericSchema>(outcomes: T, schema: S) =>
  Object.fromEntries(outcomes.map((outcome) => [outcome, v.optional(schema)])) as Record<
    T[number],
    v.OptionalSchema<S, undefined>
  >;

/** One length for all, or `default` and what an outcome asks for: `{ default = "7d", not-interested = { sell = "90d" } }`. */
const rest = v.lazy((given) => (isTable(given) ? restTable : restLength));
const restLength = v.pipe(
  days,
  v.transform((length): Rest => ({ default: length, after: {} })),
);
const restTable = v.pipe(
  v.strictObject({
    default: v.optional(days, `${SHIPPED.rest.default}d`),
    ...byOutcome(SETTLING_OUTCOMES, v.strictObject({ care: v.optional(days), sell: v.optional(days) })),
  }),
  v.transform(({ default: usual, ...after }): Rest => ({ default: usual, after: after as Rest['after'] })),
);

const isTable = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const calls = whole(1, 1000);

const file = v.object({
  plan: v.optional(
    v.strictObject({
      rest: v.optional(rest),
      tries: v.optional(whole(1, 20), SHIPPED.tries),
      must: v.optional(whole(0, 100), SHIPPED.must),
      calls_a_day: v.optional(
        v.lazy((given) => (isTable(given) ? v.record(v.string(), calls) : calls)),
        SHIPPED.callsADay,
      ),
      retry: v.optional(v.strictObject(byOutcome(ATTEMPT_OUTCOMES, days)), {}),
    }),
    {},
  ),
  touch: v.optional(v.array(touch, 'must be tables: write [[touch]] above each'), []),
});

/**
 * Reads the plan out of the settings, an object as TOML gives it: `plan` with `rest`, `tries`, `must`, `calls_a_day` and `retry`, and
 * a list `touch`. Other tables are left alone; inside these two an unknown key is a problem. What is left out of `plan` is
 * as shipped; no `touch` is a plan without touches. Gives the plan, or everything that is wrong, each with its path.
 * @param working the days on which the store works
 * @param workshop what of its workshop the touches count by
 * @param caseClock how long a recovery case may wait
 */
export function readPlan(
  raw: unknown,
  working: WorkingDays = USUAL_DAYS,
  workshop: Workshop = USUAL_WORKSHOP,
  caseClock: CaseClock = SHIPPED_CASE_CLOCK,
): { readonly plan: Plan } | { readonly problems: readonly PlanProblem[] } {
  const result = v.safeParse(file, raw);
  const problems = result.success ? [] : planProblems(result.issues);
  problems.push(...repeatedIds(raw));
  if (!result.success || problems.length > 0) return { problems };
  const { plan, touch: touches } = result.output;
  return {
    plan: {
      rest: plan.rest ?? SHIPPED.rest,
      tries: plan.tries,
      must: plan.must,
      callsADay: plan.calls_a_day,
      retryDays: retryOf(plan.retry),
      touches,
      working,
      workshop,
      caseClock,
    },
  };
}

const retryOf = (given: Partial<Record<AttemptOutcome, number | undefined>>): Plan['retryDays'] =>
  Object.fromEntries(
    ATTEMPT_OUTCOMES.map((outcome) => [outcome, given[outcome] ?? SHIPPED.retryDays[outcome]]),
  ) as Record<AttemptOutcome, number>;

const namedTouches = v.object({ touch: v.array(v.unknown()) });
const named = v.object({ id: v.string() });

/** Looked for in the raw file, so that it is told together with everything else. */
function repeatedIds(raw: unknown): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const seen = new Set<string>();
  (v.is(namedTouches, raw) ? raw.touch : []).forEach((entry, index) => {
    if (!v.is(named, entry)) return;
    if (seen.has(entry.id)) {
      problems.push({
        path: ['touch', index, 'id'],
        message: `another touch is already called "${entry.id}"`,
        hint: 'Every touch needs an id of its own.',
      });
    }
    seen.add(entry.id);
  });
  return problems;
}
