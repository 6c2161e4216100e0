/** Whom to call where nothing is due: customers with a car whom nobody has spoken with for the longest. */

import { isAttempt, isSettling, type SettlingOutcome, SNOOZED } from '../domain/contact.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts, SalespersonFacts } from '../domain/facts.ts';
import { FILL, type Plan } from '../domain/plan.ts';
import { anchorsOf } from '../touches/anchors.ts';
import { openCases } from '../touches/cases.ts';
import { type DueReason, dueTouches } from '../touches/due-touches.ts';
import { formerOwner } from '../touches/former-owner.ts';
import { occurrencesDue } from '../touches/occurrences.ts';
import { salesFor } from '../touches/open-touches.ts';
import { ownerSince } from '../touches/owner-spells.ts';
import { promisesOf } from '../touches/promises.ts';
import { newestSale, salesInForce } from '../touches/sales-in-force.ts';
import { partedWith, stillHolds } from '../touches/turned-off.ts';
import { dueDaysOpening } from '../touches/windows.ts';
import type { DueCall } from './call-lists.ts';
import { nameKey } from './name-order.ts';

/** Nothing may open so soon that the call would be made twice. */
const OPENS_SOON_DAYS = 14;
/** Whoever was tried so lately is left alone. */
const TRIED_LATELY_DAYS = 30;

interface Filler {
  readonly facts: CustomerFacts;
  readonly sale: SaleFacts;
  readonly talkedOn: Day | null;
  readonly key: string;
}

/** The car of a customer with whom a list may be filled up on `day`; null for whoever is to be left alone. Whether they may be called is not asked. */
function carToFillWith(plan: Plan, facts: CustomerFacts, day: Day): SaleFacts | null {
  const inForce = salesInForce(facts.sales, day);
  const newest = newestSale(inForce);
  if (newest === null || wantsPeace(plan, facts, day)) return null;
  const { reasons, withheld } = dueTouches(plan, facts, day);
  if (reasons.length > 0 || withheld.length > 0) return null;
  const opensSoon = plan.touches.some((touch) =>
    salesFor(touch, inForce, facts, day).some(
      (sale) =>
        occurrencesDue(
          plan,
          touch,
          anchorsOf(plan, touch, sale, facts, day),
          sale,
          dueDaysOpening(plan.working, touch, { from: addDays(day, 1), to: addDays(day, OPENS_SOON_DAYS) }),
        ).length > 0,
    ),
  );
  return opensSoon ? null : newest;
}

function wantsPeace({ rest }: Plan, facts: CustomerFacts, day: Day): boolean {
  const known = facts.contacts.filter(({ on }) => on <= day);
  const restDays = (outcome: SettlingOutcome): number => rest.after[outcome]?.care ?? rest.default;
  return (
    known.some(
      ({ on, outcome, nextOn }) =>
        (isSettling(outcome) && day < addDays(on, restDays(outcome))) ||
        (isAttempt(outcome) && on >= addDays(day, -TRIED_LATELY_DAYS)) ||
        (outcome === SNOOZED && nextOn !== null && nextOn > day),
    ) ||
    facts.turnOffs.some(
      (off) => off.touch === null && off.saleId === null && stillHolds(off, facts.sales, day),
    ) ||
    promisesOf(facts, day).some(({ endedOn }) => endedOn === null)
  );
}

/**
 * Those of `customers` a list may be filled up with: whoever was never talked with first, by the age of their car, then whom nobody
 * has talked with for the longest.
 * @param ownerId of all of them
 */
export function fillersOf(
  plan: Plan,
  customers: readonly CustomerFacts[],
  ownerId: number | null,
  day: Day,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): DueCall[] {
  const found = customers.flatMap((facts): Filler[] => {
    const sale = carToFillWith(plan, facts, day);
    if (sale === null) return [];
    const talk = facts.contacts.findLast(({ on, outcome }) => on <= day && isSettling(outcome));
    return [{ facts, sale, talkedOn: talk?.on ?? null, key: nameKey(facts.name) }];
  });
  return found.sort(longestAgoFirst).map(({ facts, sale, key }) => ({
    customerId: facts.id,
    name: facts.name,
    key,
    ownerId,
    reasons: [reasonFor(sale, day)],
    promises: [],
    lastContact: facts.contacts.findLast(({ on }) => on <= day) ?? null,
    partedWith: partedWith(facts, day),
    owned: ownerSince(facts, salespeople, day),
    former: facts.givings.length === 0 ? null : formerOwner(facts, salespeople, day),
    cases: openCases(plan, facts, day),
    alsoIds: [],
  }));
}

function longestAgoFirst(a: Filler, b: Filler): number {
  const talked = Number(a.talkedOn !== null) - Number(b.talkedOn !== null);
  if (talked !== 0) return talked;
  const byAge =
    a.talkedOn === null || b.talkedOn === null
      ? compareText(a.sale.soldOn, b.sale.soldOn)
      : compareText(a.talkedOn, b.talkedOn);
  return byAge || compareText(a.key, b.key) || a.facts.id - b.facts.id;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const reasonFor = ({ id }: SaleFacts, day: Day): DueReason => ({
  touch: FILL,
  label: 'Nothing is due: keep in touch',
  dueOn: day,
  opensOn: day,
  closesOn: day,
  saleId: id,
  number: 1,
  estimated: false,
  endsOn: null,
  anchorOn: null,
  paced: null,
  notes: [],
  kind: 'care',
  priority: 0,
  script: null,
  planned: null,
});
