/** Open recovery cases as occasions to call. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import { CASE, type Plan } from '../domain/plan.ts';
import { type CaseStanding, caseDueOn, caseOn } from '../domain/recovery-case.ts';
import { movedBy } from '../domain/working-days.ts';
import { firstWords } from './label.ts';
import type { Occurrence } from './occurrences.ts';

/** Beside a promise above every touch of a plan. */
const CASE_PRIORITY = 101;

/** Those open on the day, by number. */
export function openCases(
  plan: Plan,
  { cases, contacts }: Pick<CustomerFacts, 'cases' | 'contacts'>,
  day: Day,
): CaseStanding[] {
  return cases.flatMap((one) => {
    const standing = caseOn(one, contacts, plan, day);
    return standing === null || standing.state === 'closed' ? [] : standing;
  });
}

/** While nobody has answered it stands from the first day on; then it comes back the business day before something is due. */
export function caseOccurrence({ working }: Plan, standing: CaseStanding): Occurrence {
  const { recoveryCase, state, owner } = standing;
  const dueOn = caseDueOn(standing);
  return {
    touch: CASE,
    label: `Case: ${firstWords(recoveryCase.headline)}`,
    dueOn,
    opensOn: state === 'new' ? recoveryCase.openedOn : movedBy(working, dueOn, { count: -1, unit: 'b' }),
    closesOn: null,
    saleId: null,
    number: recoveryCase.id,
    estimated: false,
    endsOn: null,
    anchorOn: null,
    paced: null,
    notes: [],
    kind: 'care',
    priority: CASE_PRIORITY,
    script: null,
    planned: null,
    callerId: owner?.salespersonId ?? null,
  };
}
