/** Everything that is open for one customer on one day, with what is to become of it. */

import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts } from '../domain/facts.ts';
import type { Plan, Touch } from '../domain/plan.ts';
import { anchorsOf } from './anchors.ts';
import { type Occurrence, occurrencesOpen } from './occurrences.ts';
import { promises } from './promises.ts';
import { isMeantFor, newestSale, salesInForce } from './sales-in-force.ts';
import { type Settlement, settlementOf } from './settlement.ts';
import { turnedOff } from './turned-off.ts';
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
 * A birthday comes once a person, whatever the number of cars.
 */
export function salesFor(
  touch: Touch,
  inForce: readonly SaleFacts[],
  facts: CustomerFacts,
  day: Day,
): readonly SaleFacts[] {
  const meant = inForce.filter(
    (sale) => isMeantFor(touch, sale) && turnedOff(facts, touch, sale, day) === null,
  );
  if (touch.from !== 'birthday') return meant;
  const newest = newestSale(meant);
  return newest === null ? [] : [newest];
}

/**
 * The open occurrences of every touch and sale in force, promises first, then in the order of the plan. Which of several
 * counts is decided before the contacts are looked at; only what still stands can be withheld, or hide the customer
 * after a try.
 */
export function openTouches(plan: Plan, facts: CustomerFacts, day: Day): OpenTouch[] {
  const contacts = contactsUntil(facts.contacts, day);
  const judged: { readonly occurrence: Occurrence; readonly fate: Fate | null }[] = [];

  let promised: Occurrence | null = null;
  // the newest day first: of several open promises only that one counts, as with every touch
  for (const promise of promises(contacts).reverse()) {
    if (promise.opensOn > day) continue;
    const settlement = settlementOf(contacts, promise.opensOn, day, plan.tries);
    if (settlement === null && promised !== null) {
      judged.push({ occurrence: promise, fate: { state: 'superseded', by: promised } });
      continue;
    }
    if (settlement === null) promised = promise;
    judged.push({ occurrence: promise, fate: settlement });
  }

  const inForce = salesInForce(facts.sales, day);
  for (const touch of plan.touches) {
    for (const sale of salesFor(touch, inForce, facts, day)) {
      const open = occurrencesOpen(touch, anchorsOf(touch.from, sale, facts.birthday, day), sale.id, day);
      const counting = open.at(-1);
      if (counting === undefined) continue;
      for (const earlier of open.slice(0, -1)) {
        judged.push({ occurrence: earlier, fate: { state: 'superseded', by: counting } });
      }
      const fate = settlementOf(contacts, counting.opensOn, day, plan.tries);
      judged.push({ occurrence: counting, fate });
    }
  }

  const standing = judged.filter(({ fate }) => fate === null).map(({ occurrence }) => occurrence);
  const held = standing.length === 0 ? [] : withholdings(plan, facts, contacts, standing, day);
  let next = 0;
  return judged.map(({ occurrence, fate }) => ({ occurrence, fate: fate ?? fateOf(held[next++] ?? null) }));
}

const fateOf = (withholding: Withholding | null): Fate =>
  withholding === null ? { state: 'due' } : { state: 'withheld', withholding };
