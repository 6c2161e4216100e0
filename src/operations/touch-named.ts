/** A touch of the plan, as somebody names it. */

import { usageFault } from '../domain/fault.ts';
import type { Plan, Touch } from '../domain/plan.ts';
import { didYouMean } from '../values/nearest.ts';

/** @throws Fault `unknown-touch` with the nearest */
export function touchNamed({ touches }: Plan, id: string): Touch {
  const touch = touches.find((one) => one.id === id);
  if (touch !== undefined) return touch;
  const known = touches.map((one) => one.id);
  throw usageFault(
    'unknown-touch',
    `the plan has no touch "${id}"${didYouMean(id, known)}`,
    `known: ${known.join(', ')}`,
  );
}
