/** The touch plan as it stands in the settings file. */

import * as v from 'valibot';
import { type Offset, parseOffset } from '../domain/day.ts';
import { ANCHORS, type Plan, type Touch } from '../domain/plan.ts';
import { type PlanProblem, planProblems } from './plan-problems.ts';
import { PROMISE } from './promises.ts';
import { scriptProblem } from './script.ts';

const DEAL_TYPES = ['cash', 'finance', 'lease'] as const;
const CONDITIONS = ['new', 'used', 'certified', 'demo'] as const;

/** Nobody plans further ahead, and the calendar has an end. */
const LONGEST: Record<Offset['unit'], number> = { d: 36_525, w: 5_218, m: 1_200, y: 100 };

const text = v.pipe(v.string('must be text in quotes'), v.trim(), v.nonEmpty('must not be empty'));

const offset = v.pipe(
  v.string('must be text such as "30d"'),
  v.rawTransform(({ dataset, addIssue, NEVER }): Offset => {
    const parsed = parseOffset(dataset.value);
    if (parsed === null) {
      addIssue({
        message: `"${dataset.value}" is not a distance in time: write a number and d, w, m or y, such as "30d" or "-6m"`,
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
  offset,
  v.check(({ count }) => count > 0, 'must be more than nothing, such as "1y"'),
);

/** A length of time in whole days: `7d`, `2w`. */
const days = v.pipe(
  offset,
  v.check(({ unit }) => unit === 'd' || unit === 'w', 'must be in days or weeks, such as "7d" or "2w"'),
  v.check(({ count }) => count >= 0, 'must not be less than "0d"'),
  v.transform(({ count, unit }) => (unit === 'w' ? 7 * count : count)),
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

const touch = v.pipe(
  v.strictObject({
    id: v.pipe(
      v.string('must be text in quotes'),
      v.regex(
        /^[a-z0-9]+(-[a-z0-9]+)*$/,
        'must be small letters, digits and single hyphens, such as "lease-end"',
      ),
      v.notValue(PROMISE, `"${PROMISE}" is the name of a day promised to a customer; choose another`),
    ),
    label: text,
    from: oneOf(ANCHORS),
    at: v.nullish(v.array(offset, 'must be a list, such as ["1d", "30d"]'), []),
    every: v.nullish(every, null),
    opens: v.optional(days, '0d'),
    closes: v.optional(days, '0d'),
    kind: v.optional(oneOf(['care', 'sell']), 'care'),
    priority: v.optional(whole(0, 100), 50),
    deal_types: someOf(DEAL_TYPES),
    conditions: someOf(CONDITIONS),
    script: v.optional(v.strictObject({ opener: scriptLine, question: scriptLine, value: scriptLine }), {}),
  }),
  v.check(({ at, every }) => at.length > 0 !== (every !== null), 'needs either at or every, and not both'),
  v.transform(
    ({ opens, closes, deal_types, ...same }): Touch => ({
      id: same.id,
      label: same.label,
      from: same.from,
      at: same.at,
      every: same.every,
      opensDays: opens,
      closesDays: closes,
      kind: same.kind,
      priority: same.priority,
      dealTypes: deal_types,
      conditions: same.conditions,
      script: same.script,
    }),
  ),
);

const file = v.object({
  plan: v.optional(
    v.strictObject({
      rest: v.optional(days, '7d'),
      tries: v.optional(whole(1, 20), 3),
      retry: v.optional(
        v.strictObject({
          'no-answer': v.optional(days, '1d'),
          voicemail: v.optional(days, '3d'),
          busy: v.optional(days, '0d'),
        }),
        {},
      ),
    }),
    {},
  ),
  touch: v.optional(v.array(touch, 'must be tables: write [[touch]] above each'), []),
});

/**
 * Reads the plan out of the settings, an object as TOML gives it: `plan` with `rest`, `tries` and `retry`, and a list
 * `touch`. Other tables are left alone; inside these two an unknown key is a problem. What is left out of `plan` is as
 * shipped; no `touch` is a plan without touches. Gives the plan, or everything that is wrong, each with its path.
 */
export function readPlan(
  raw: unknown,
): { readonly plan: Plan } | { readonly problems: readonly PlanProblem[] } {
  const result = v.safeParse(file, raw);
  const problems = result.success ? [] : planProblems(result.issues);
  problems.push(...repeatedIds(raw));
  if (!result.success || problems.length > 0) return { problems };
  const { plan, touch: touches } = result.output;
  return { plan: { restDays: plan.rest, tries: plan.tries, retryDays: plan.retry, touches } };
}

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
