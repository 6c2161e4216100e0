/** What is due for one customer on one day, and what is held back and why. */

import type { NeedlessBy, Withheld } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import type { Occurrence } from './occurrences.ts';
import { openTouches } from './open-touches.ts';

/** An occurrence that is due. */
export type DueReason = Occurrence;

export interface WithheldReason {
  readonly touch: string;
  readonly why: Withheld;
  /** by the do-not-call registry, and no wish of the customer's own */
  readonly byRegistry: boolean;
  /** for `booked` */
  readonly visit: NeedlessBy | null;
  /** as of the occurrence */
  readonly callerId?: number | null;
}

export interface DueTouches {
  /** a promise first, then cases, then in the order of the plan */
  readonly reasons: readonly DueReason[];
  /** each touch and cause once for whoever is to call, however many cars it concerns */
  readonly withheld: readonly WithheldReason[];
}

export function dueTouches(plan: Plan, facts: CustomerFacts, day: Day): DueTouches {
  const reasons: DueReason[] = [];
  const withheld: WithheldReason[] = [];
  for (const { occurrence, fate } of openTouches(plan, facts, day)) {
    if (fate.state === 'due') reasons.push(occurrence);
    if (fate.state !== 'withheld') continue;
    const { touch, callerId } = occurrence;
    const { why, byRegistry, visit } = fate.withholding;
    if (!withheld.some((known) => known.touch === touch && known.why === why && known.callerId === callerId))
      withheld.push({ touch, why, byRegistry, visit, ...(callerId !== undefined && { callerId }) });
  }
  return { reasons, withheld };
}
