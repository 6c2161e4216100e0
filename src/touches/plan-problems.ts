/** What is wrong with a plan, in words for the person who wrote it. */

import type * as v from 'valibot';
import { ATTEMPT_OUTCOMES, SETTLING_OUTCOMES } from '../domain/contact.ts';
import { ANCHORS, type Plan, TOUCH_KINDS } from '../domain/plan.ts';
import { CONDITIONS, DEAL_TYPES } from '../domain/sale.ts';
import { SCRIPT_PLACEHOLDERS } from './script.ts';

export interface PlanProblem {
  /** where in the file, such as `['touch', 2, 'opens']` */
  readonly path: (string | number)[];
  readonly message: string;
  readonly hint?: string;
  /** a word that is none of those known there, for whoever can tell which is near */
  readonly unknown?: { readonly word: string; readonly known: readonly string[] };
}

/** The words a key may hold. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  from: ANCHORS,
  kind: TOUCH_KINDS,
  deal_types: DEAL_TYPES,
  conditions: CONDITIONS,
};

/** The keys of each table, for the hint. */
const KEYS = {
  plan: ['rest', 'tries', 'must', 'calls_a_day', 'retry'],
  rest: ['default', ...SETTLING_OUTCOMES],
  after: ['care', 'sell'],
  retry: ATTEMPT_OUTCOMES,
  script: ['opener', 'question', 'value'],
  late: ['opener', 'question', 'value'],
  touch: [
    'id',
    'label',
    'from',
    'at',
    'every',
    'distance',
    'opens',
    'closes',
    'kind',
    'priority',
    'rest',
    'retry',
    'deal_types',
    'conditions',
    'script',
    'late',
  ],
} as const;

/** One problem for each issue, in the order of the file's keys. */
export function planProblems(issues: readonly v.BaseIssue<unknown>[]): PlanProblem[] {
  return issues.map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const key = path.at(-1);
    if (issue.type === 'strict_object' && issue.expected === 'never') {
      const known = keysBeside(path);
      return {
        path,
        message: `unknown key "${key}"`,
        hint: `Known here: ${known.join(', ')}.`,
        unknown: { word: String(key), known },
      };
    }
    if (issue.type === 'strict_object' && issue.received === 'undefined') {
      return { path, message: `"${key}" is missing` };
    }
    if (issue.type === 'strict_object' || issue.type === 'object') {
      return { path, message: 'must be a table of keys and values' };
    }
    if ((path.at(-2) === 'script' || path.at(-2) === 'late') && issue.message.includes('{{')) {
      return { path, message: issue.message, hint: `Placeholders: ${SCRIPT_PLACEHOLDERS.join(', ')}.` };
    }
    if (issue.type === 'picklist' && typeof issue.input === 'string') {
      const named = path.findLast((one) => typeof one === 'string') ?? '';
      return { path, message: issue.message, unknown: { word: issue.input, known: WORDS[named] ?? [] } };
    }
    return { path, message: issue.message };
  });
}

/**
 * Scripts that give the customer no reason to pick up: an opener and nothing after it. Such a plan reads, and its calls
 * are made; whoever checks it is told.
 */
export const bareCheckIns = ({ touches }: Plan): PlanProblem[] =>
  touches.flatMap(({ script: { opener, question, value } }, index) =>
    opener !== null && question === null && value === null
      ? {
          path: ['touch', index, 'script', 'opener'],
          message: 'the whole script is a check-in: it asks nothing and gives nothing',
          hint: 'Add a question about them or their car, or a value: something the call is good for. Or leave the script out.',
        }
      : [],
  );

/** The keys of the table in which the last key of a path stands, or would. */
function keysBeside(path: readonly (string | number)[]): readonly string[] {
  const table = path.at(-2);
  if (path.at(-3) === 'rest') return KEYS.after;
  return table === 'plan' || table === 'rest' || table === 'retry' || table === 'script'
    ? KEYS[table]
    : KEYS.touch;
}
