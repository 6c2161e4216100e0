/** The call lists of one day: one for each salesperson and one for the house, in the order in which to call. */

import type { StandingPromise, Withheld } from '../domain/call-list.ts';
import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import { type DueReason, dueTouches } from '../touches/due-touches.ts';
import { ownerOf } from '../touches/owner.ts';
import { partedWith } from '../touches/turned-off.ts';
import { compareReasons, inCallOrder } from './call-order.ts';
import { compareText, nameKey } from './name-order.ts';
import { standingPromises } from './open-promises.ts';

/** One customer to call, with every reason, the weightiest first. */
export interface DueCall {
  readonly customerId: number;
  readonly name: string;
  /** what the name is sorted by */
  readonly key: string;
  /** null = the house */
  readonly ownerId: number | null;
  readonly reasons: readonly DueReason[];
  /** the newest contact on or before the day */
  readonly lastContact: Contact | null;
  /** not ended, whatever its day */
  readonly promises: readonly StandingPromise[];
  /** sales whose car they said they no longer have: it is not to be named as theirs */
  readonly partedWith: readonly number[];
}

export interface OwnerCalls {
  readonly ownerId: number | null;
  /** everybody who is due, however long the list */
  readonly calls: readonly DueCall[];
}

export interface WithheldCall {
  readonly customerId: number;
  readonly name: string;
  readonly touch: string;
  readonly why: Withheld;
  readonly byRegistry: boolean;
}

export interface CallLists {
  /** ordered by the salesperson's name, code and id, the house last; nobody without a call */
  readonly lists: readonly OwnerCalls[];
  /** ordered by the customer's name and id, then touch */
  readonly withheld: readonly WithheldCall[];
}

export interface CallListInput {
  readonly plan: Plan;
  readonly day: Day;
  /** looked at once, one after the other */
  readonly customers: Iterable<CustomerFacts>;
  readonly salespeople: ReadonlyMap<number, SalespersonFacts>;
}

export function callLists({ plan, day, customers, salespeople }: CallListInput): CallLists {
  const byOwner = new Map<number | null, DueCall[]>();
  const withheld: (WithheldCall & { readonly key: string })[] = [];
  for (const facts of customers) {
    const due = dueTouches(plan, facts, day);
    if (due.reasons.length === 0 && due.withheld.length === 0) continue;
    const key = nameKey(facts.name);
    for (const one of due.withheld) withheld.push({ customerId: facts.id, name: facts.name, ...one, key });
    if (due.reasons.length === 0) continue;
    const ownerId = ownerOf(facts, salespeople, day);
    const call = {
      customerId: facts.id,
      name: facts.name,
      key,
      ownerId,
      reasons: due.reasons.toSorted(compareReasons),
      lastContact: facts.contacts.findLast(({ on }) => on <= day) ?? null,
      promises: standingPromises(facts, day),
      partedWith: partedWith(facts, day),
    };
    const list = byOwner.get(ownerId);
    if (list === undefined) byOwner.set(ownerId, [call]);
    else list.push(call);
  }
  return {
    lists: [...byOwner]
      .sort(([a], [b]) => compareOwners(a, b, salespeople))
      .map(([ownerId, calls]) => ({ ownerId, calls: inCallOrder(calls, plan) })),
    withheld: withheld
      .sort(
        (a, b) => compareText(a.key, b.key) || a.customerId - b.customerId || compareText(a.touch, b.touch),
      )
      .map(({ key: _, ...shown }) => shown),
  };
}

/** By the salesperson's name, code and id, the house last. */
export function compareOwners(
  a: number | null,
  b: number | null,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const first = salespeople.get(a);
  const second = salespeople.get(b);
  return (
    compareText(nameKey(first?.name ?? ''), nameKey(second?.name ?? '')) ||
    compareText(first?.code ?? '', second?.code ?? '') ||
    a - b
  );
}
