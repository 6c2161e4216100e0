/** The touch plan for a program to read. */

import { ATTEMPT_OUTCOMES } from '../domain/contact.ts';
import { printOffset } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';

/** The plan as `plan --json` prints it; under `plan` and `touch` the same keys and values make a settings file. */
export function planAsJson({ restDays, tries, retryDays, touches }: Plan) {
  return {
    rest: `${restDays}d`,
    tries,
    retry: Object.fromEntries(ATTEMPT_OUTCOMES.map((outcome) => [outcome, `${retryDays[outcome]}d`])),
    touches: touches.map((one) => ({
      id: one.id,
      label: one.label,
      from: one.from,
      at: one.at.map(printOffset),
      every: one.every === null ? null : printOffset(one.every),
      opens: `${one.opensDays}d`,
      closes: `${one.closesDays}d`,
      kind: one.kind,
      priority: one.priority,
      deal_types: one.dealTypes,
      conditions: one.conditions,
      script: one.script,
    })),
  };
}
