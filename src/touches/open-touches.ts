/** Everything that is open for one customer on one day, with what is to become of it. */

import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { DayRange } from '../domain/day-range.ts';
import type { CustomerFacts, SaleFacts } from '../domain/facts.ts';
import { needsNoSale, type Plan, type Touch } from '../domain/plan.ts';
import { anchorsOf } from './anchors.ts';
import { caseOccurrence, openCases } from './cases.ts';
import { type Occurrence, occurrencesDue, occurrencesOpen } from './occurrences.ts';
import { promiseOccurrence, promisesOf } from './promises.ts';
import { isMeantFor, newestSale, salesInForce } from './sales-in-force.ts';
import { type Course, courseOf, type Settlement, triedSince } from './settlement.ts';
import { turnedOff } from './turned-off.ts';
import { dueDaysOpen } from './windows.ts';
import { type Withholding, withholdings } from './withholding.ts';

export type Fate =
  | { readonly state: 'due' }
  | { readonly state: 'withheld'; readonly withholding: Withholding }
  | Settlement
  | { readonly state: 'superseded'; readonly by: Occurrence };

export interface OpenTouch {
  readonly occurrence: Occurrence;
  readonly fate: Fate;
}

/** The contacts that had been made by the end of `day`. */
export const contactsUntil = (contacts: readonly Contact[], day: Day): readonly Contact[] =>
  contacts.filter(({ on }) => on <= day);

/**
 * The sales a touch is counted for: those in force that it is meant for and was not turned off for.
 * A birthday comes once a person, whatever the number of cars. What counts from a day of the person needs no sale: null stands for it.
 */
export function salesFor(
  touch: Touch,
  inForce: readonly SaleFacts[],
  facts: CustomerFacts,
  day: Day,
): readonly (SaleFacts | null)[] {
  if (needsNoSale(touch)) return turnedOff(facts, touch, null, day) === null ? [null] : [];
  const meant = inForce.filter(
    (sale) => isMeantFor(touch, sale) && turnedOff(facts, touch, sale, day) === null,
  );
  if (touch.from !== 'birthday') return meant;
  const newest = newestSale(meant);
  return newest === null ? [] : [newest];
}

/**
 * The open occurrences of every touch and sale in force, promises first, then cases, then in the order of the plan. Which of several
 * counts is decided before it is asked whether they are settled; only what still stands can be withheld.
 */
export function openTouches(plan: Plan, facts: CustomerFacts, day: Day): OpenTouch[] {
  const contacts = contactsUntil(facts.contacts, day);
  const inForce = salesInForce(facts.sales, day);
  const since = triedSince(plan, contacts, day);
  const judged: { readonly occurrence: Occurrence; readonly fate: Fate | null }[] = [];
  const courses: Course[] = [];
  for (const touch of plan.touches) {
    for (const sale of salesFor(touch, inForce, facts, day)) {
      const followed = occurrencesSince(plan, touch, sale, facts, { from: since, to: day }).map((one) =>
        courseOf(plan, one, contacts),
      );
      courses.push(...followed);
      const open = followed.filter(({ occurrence }) => isOpen(occurrence, day));
      const counting = open.at(-1);
      if (counting === undefined) continue;
      for (const { occurrence } of open.slice(0, -1))
        judged.push({ occurrence, fate: { state: 'superseded', by: counting.occurrence } });
      judged.push({ occurrence: counting.occurrence, fate: counting.settlement });
    }
  }
  const promised = promisesOf(facts, day).filter(({ state }) => state === 'open');
  const cases = openCases(plan, facts, day)
    .map((one) => caseOccurrence(plan, one))
    .filter((one) => isOpen(one, day));
  const standing = [
    ...promised.map((one) => promiseOccurrence(one, promised.length)),
    ...cases,
    ...judged.flatMap(({ occurrence, fate }) => (fate === null ? occurrence : [])),
  ];
  const held = standing.length === 0 ? [] : withholdings({ plan, facts, contacts, courses, day }, standing);
  const promises = oneOfPromises(standing.slice(0, promised.length), held);
  let next = promised.length + cases.length;
  return [
    ...promises,
    ...cases.map((occurrence, i) => ({ occurrence, fate: fateOf(held[promised.length + i] ?? null) })),
    ...judged.map(({ occurrence, fate }) => ({ occurrence, fate: fate ?? fateOf(held[next++] ?? null) })),
  ];
}

/** The earliest that is not hidden stands on the call, and says how many there are. */
function oneOfPromises(open: readonly Occurrence[], held: readonly (Withholding | null)[]): OpenTouch[] {
  let shown: Occurrence | null = null;
  return open.map((occurrence, i) => {
    const fate = fateOf(held[i] ?? null);
    if (fate.state !== 'due') return { occurrence, fate };
    if (shown !== null) return { occurrence, fate: { state: 'superseded', by: shown } };
    shown = occurrence;
    return { occurrence, fate };
  });
}

/** Also those that were open since a day from which tries bear on this one. */
function occurrencesSince(
  plan: Plan,
  touch: Touch,
  sale: SaleFacts | null,
  facts: CustomerFacts,
  days: DayRange,
): Occurrence[] {
  const { from: since, to: day } = days;
  const anchors = anchorsOf(plan, touch, sale, facts, day);
  if (anchors.days.length === 0) return [];
  if (since === day) return occurrencesOpen(plan, touch, anchors, sale, day);
  return occurrencesDue(plan, touch, anchors, sale, dueDaysOpen(plan.working, touch, days));
}

const isOpen = ({ opensOn, closesOn }: Occurrence, day: Day): boolean =>
  opensOn <= day && (closesOn === null || day <= closesOn);

const fateOf = (withholding: Withholding | null): Fate =>
  withholding === null ? { state: 'due' } : { state: 'withheld', withholding };
