/** The call lists of one day: one for each salesperson and one for the house, in the order in which to call. */

import type { NeedlessBy, StandingPromise, Withheld } from '../domain/call-list.ts';
import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import { type DueReason, dueTouches } from '../touches/due-touches.ts';
import { type FormerOwner, formerOwner } from '../touches/former-owner.ts';
import { type OwnerNow, ownerSince } from '../touches/owner-spells.ts';
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
  /** the rule by which they are the owner's, and since when */
  readonly owned: Pick<OwnerNow, 'because' | 'since'>;
  /** before they were given to the owner by hand */
  readonly former: FormerOwner | null;
}

export interface OwnerCalls {
  /** who makes the calls: the owner, or who covers for them; null = the house */
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
  readonly visit: NeedlessBy | null;
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
  /** by owner, who makes their calls meanwhile */
  readonly standIns: ReadonlyMap<number, number>;
}

export function callLists({ plan, day, customers, salespeople, standIns }: CallListInput): CallLists {
  const byCaller = new Map<number | null, DueCall[]>();
  const withheld: (WithheldCall & { readonly key: string })[] = [];
  for (const facts of customers) {
    const due = dueTouches(plan, facts, day);
    if (due.reasons.length === 0 && due.withheld.length === 0) continue;
    const key = nameKey(facts.name);
    for (const one of due.withheld) withheld.push({ customerId: facts.id, name: facts.name, ...one, key });
    if (due.reasons.length === 0) continue;
    const { ownerId, ...owned } = ownerSince(facts, salespeople, day);
    const call = {
      customerId: facts.id,
      name: facts.name,
      key,
      ownerId,
      reasons: due.reasons.toSorted(compareReasons),
      lastContact: facts.contacts.findLast(({ on }) => on <= day) ?? null,
      promises: standingPromises(facts, day),
      partedWith: partedWith(facts, day),
      owned,
      former: facts.givings.length === 0 ? null : formerOwner(facts, salespeople, day),
    };
    const callerId = callerOf(ownerId, standIns);
    const list = byCaller.get(callerId);
    if (list === undefined) byCaller.set(callerId, [call]);
    else list.push(call);
  }
  return {
    lists: [...byCaller]
      .sort(([a], [b]) => compareOwners(a, b, salespeople))
      .map(([ownerId, calls]) => ({ ownerId, calls: inCallOrder(calls, plan) })),
    withheld: withheld
      .sort(
        (a, b) => compareText(a.key, b.key) || a.customerId - b.customerId || compareText(a.touch, b.touch),
      )
      .map(({ key: _, ...shown }) => shown),
  };
}

/** Who makes the calls of an owner; null = the house. */
export const callerOf = (ownerId: number | null, standIns: CallListInput['standIns']): number | null =>
  ownerId === null ? null : (standIns.get(ownerId) ?? ownerId);

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
