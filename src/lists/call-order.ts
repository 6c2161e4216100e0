/** The order in which to call: what was promised or is to be put right, what must not wait, then whatever closes first. */

import type { Day } from '../domain/day.ts';
import { CASE, type Plan, PROMISE } from '../domain/plan.ts';
import type { DueReason } from '../touches/due-touches.ts';

/** What a call is ranked by, found once. */
export interface Ranked {
  readonly customerId: number;
  /** folded name */
  readonly key: string;
  readonly reasons: readonly DueReason[];
}

/** What never closes is the least pressing. */
const NEVER = '9999-12-31' as Day;

interface Weight {
  /** 0 = promised, or a case, 1 = of a priority that must not wait, 2 = any other */
  readonly class: 0 | 1 | 2;
  /** the earliest day promised, or by which something is to be done in a case */
  readonly promisedOn: Day;
  /** the highest of the reasons */
  readonly priority: number;
  /** the earliest of the reasons */
  readonly closesOn: Day;
  readonly dueOn: Day;
}

/** What we gave our word on is called first, beyond the share of the day too. */
export const mustStand = ({ touch }: Pick<DueReason, 'touch'>): boolean =>
  touch === PROMISE || touch === CASE;

/** @param must the priority from which on a call goes before whatever closes sooner */
function weightOf(reasons: readonly DueReason[], must: number): Weight {
  let promisedOn = NEVER;
  let priority = -1;
  let closesOn = NEVER;
  let dueOn = NEVER;
  for (const reason of reasons) {
    if (mustStand(reason) && reason.dueOn < promisedOn) promisedOn = reason.dueOn;
    if (reason.priority > priority) priority = reason.priority;
    if (reason.closesOn !== null && reason.closesOn < closesOn) closesOn = reason.closesOn;
    if (reason.dueOn < dueOn) dueOn = reason.dueOn;
  }
  const standing = promisedOn < NEVER ? 0 : priority >= must ? 1 : 2;
  return { class: standing, promisedOn, priority, closesOn, dueOn };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareWeights(a: Weight, b: Weight): number {
  if (a.class !== b.class) return a.class - b.class;
  const within =
    a.class === 0
      ? compareText(a.promisedOn, b.promisedOn)
      : a.class === 1
        ? b.priority - a.priority || compareText(a.closesOn, b.closesOn)
        : compareText(a.closesOn, b.closesOn) || b.priority - a.priority;
  return within || compareText(a.dueOn, b.dueOn);
}

/** A name by code point: as UTF-16 some signs would stand elsewhere. */
const compareNames = (a: string, b: string): number =>
  a === b
    ? 0
    : /[\uD800-\uDFFF]/.test(a + b)
      ? Buffer.compare(Buffer.from(a), Buffer.from(b))
      : compareText(a, b);

/** The calls as they are to be made. */
export function inCallOrder<T extends Ranked>(calls: readonly T[], { must }: Pick<Plan, 'must'>): T[] {
  const weighed = calls.map((call) => ({ call, weight: weightOf(call.reasons, must) }));
  weighed.sort(
    (a, b) =>
      compareWeights(a.weight, b.weight) ||
      compareNames(a.call.key, b.call.key) ||
      a.call.customerId - b.call.customerId,
  );
  return weighed.map(({ call }) => call);
}

/** Of one call: the promise, cases, then the higher priority, what closes earlier, what was due earlier. */
export const compareReasons = (a: DueReason, b: DueReason): number =>
  Number(b.touch === PROMISE) - Number(a.touch === PROMISE) ||
  Number(b.touch === CASE) - Number(a.touch === CASE) ||
  b.priority - a.priority ||
  compareText(a.closesOn ?? NEVER, b.closesOn ?? NEVER) ||
  compareText(a.dueOn, b.dueOn) ||
  compareText(a.touch, b.touch) ||
  (a.saleId ?? 0) - (b.saleId ?? 0) ||
  a.number - b.number;
