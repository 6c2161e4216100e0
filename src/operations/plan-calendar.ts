/** The calendar of one deal: its touches, past and to come, each with what became of it. */

import { addDays, type Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts } from '../store/call-facts.ts';
import { findDeal } from '../store/find-deal.ts';
import { calendarOf } from '../touches/calendar.ts';
import { explainTouches, type JudgementState } from '../touches/explain-touches.ts';
import type { Occurrence } from '../touches/occurrences.ts';
import { contactsUntil } from '../touches/open-touches.ts';
import { courseOf } from '../touches/settlement.ts';
import { turnedOff } from '../touches/turned-off.ts';
import { firstServicesForTouches } from './first-services-asked.ts';
import type { Session } from './session.ts';

/** Years a calendar looks ahead and back. */
const AHEAD_DAYS = 3 * 366;

/** @param wanted as `findDeal` takes it @throws Fault `unknown-deal`, `several-deals` */
export function planCalendar({ store: db, settings, day }: Session, wanted: string) {
  const { saleId, customerId } = findDeal(db, wanted);
  const [facts] = callFacts(db, [customerId], firstServicesForTouches(settings, day));
  const sale = facts?.sales.find(({ id }) => id === saleId);
  if (!facts || !sale) throw new Error(`sale ${saleId} is missing`);
  const occurrences = calendarOf(settings.plan, sale, facts, sale.soldOn, addDays(day, AHEAD_DAYS), day);
  const judged = explainTouches(settings.plan, facts, day);
  return {
    customer: { id: facts.id, name: facts.name },
    sale,
    vehicle: new CallDetails(db).sale(saleId, day).vehicle,
    touches: occurrences.map((one) => {
      const now = judged.find(
        (judgement) =>
          judgement.touch === one.touch &&
          judgement.dueOn === one.dueOn &&
          (judgement.saleId === one.saleId || one.touch === 'birthday'),
      );
      const state = now?.state ?? stateOf(one, settings.plan, sale, facts, day);
      return {
        due_on: one.dueOn,
        opens_on: one.opensOn,
        closes_on: one.closesOn,
        touch: one.touch,
        label: one.label,
        number: one.number,
        state,
      };
    }),
  };
}

/** What became, or will become, of an occurrence that `why` has no word on. */
function stateOf(
  one: Occurrence,
  plan: Plan,
  sale: SaleFacts,
  facts: CustomerFacts,
  day: Day,
): JudgementState | 'open' {
  const { occurrence, settlement } = courseOf(plan, one, contactsUntil(facts.contacts, day));
  if (occurrence.closesOn !== null && occurrence.closesOn < day) return settlement?.state ?? 'missed';
  const { planned, opensOn } = occurrence;
  if (planned !== null && turnedOff(facts, planned, sale, day) !== null) return 'turned-off';
  return opensOn > day ? 'not-yet' : 'open';
}
