/** The touch plan for a program to read. */

import { ATTEMPT_OUTCOMES } from '../domain/contact.ts';
import { printOffset } from '../domain/day.ts';
import type { Plan, Rest } from '../domain/plan.ts';

/** The plan as `plan --json` prints it; under `plan` and `touch` the same keys and values make a settings file. */
export function planAsJson({ rest, tries, must, callsADay, retryDays, touches }: Plan) {
  return {
    rest: restAsJson(rest),
    tries,
    must,
    calls_a_day: callsADay,
    retry: Object.fromEntries(ATTEMPT_OUTCOMES.map((outcome) => [outcome, length(retryDays[outcome])])),
    touches: touches.map((one) => ({
      id: one.id,
      label: one.label,
      from: one.from,
      at: one.at.map(printOffset),
      every: one.every === null ? null : printOffset(one.every),
      distance: one.distance,
      opens: printOffset(one.opens),
      closes: printOffset(one.closes),
      kind: one.kind,
      priority: one.priority,
      rest: one.restDays === null ? null : length(one.restDays),
      retry: one.retryDays === null ? null : length(one.retryDays),
      deal_types: one.dealTypes,
      conditions: one.conditions,
      script: one.script,
      late: one.late,
    })),
  };
}

const length = (days: number): string => `${days}d`;

const restAsJson = (rest: Rest): object => ({
  default: length(rest.default),
  ...Object.fromEntries(
    Object.entries(rest.after).map(([outcome, kinds]) => [
      outcome,
      Object.fromEntries(Object.entries(kinds).map(([kind, days]) => [kind, length(days)])),
    ]),
  ),
});
