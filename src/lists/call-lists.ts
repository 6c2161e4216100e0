/** The call lists of one day: one for each salesperson and one for the house, in the order in which to call. */

import type { NeedlessBy, StandingPromise, Withheld } from '../domain/call-list.ts';
import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import type { CaseStanding } from '../domain/recovery-case.ts';
import { openCases } from '../touches/cases.ts';
import { type DueReason, type DueTouches, dueTouches } from '../touches/due-touches.ts';
import { type FormerOwner, formerOwner } from '../touches/former-owner.ts';
import { isActive, ownerOf } from '../touches/owner.ts';
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
  /** whose list it stands on, where nobody covers for them; null = the house */
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
  /** open on the day, by number */
  readonly cases: readonly CaseStanding[];
  /** who else has reasons to call the customer on the day, on lists of their own */
  readonly alsoIds: readonly number[];
}

export interface OwnerCalls {
  /** who makes the calls: whose list it is, or who covers for them; null = the house */
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
  /** whether the list of who makes these calls is asked for; left out: everybody's is */
  readonly wanted?: (callerId: number | null) => boolean;
}

export function callLists(input: CallListInput): CallLists {
  const { plan, day, customers, salespeople, wanted } = input;
  const byCaller = new Map<number | null, DueCall[]>();
  const withheld: (WithheldCall & { readonly key: string })[] = [];
  for (const facts of customers) {
    const due = dueTouches(plan, facts, day);
    if (due.reasons.length === 0 && due.withheld.length === 0) continue;
    const key = nameKey(facts.name);
    for (const one of withheldOf(due, facts, input))
      withheld.push({ customerId: facts.id, name: facts.name, ...one, key });
    if (due.reasons.length === 0) continue;
    const { ownerId, ...owned } = ownerSince(facts, salespeople, day);
    const shares = sharesOf(due.reasons, ownerId, input);
    const call = {
      customerId: facts.id,
      name: facts.name,
      key,
      lastContact: facts.contacts.findLast(({ on }) => on <= day) ?? null,
      promises: standingPromises(facts, day),
      partedWith: partedWith(facts, day),
      owned,
      former: facts.givings.length === 0 ? null : formerOwner(facts, salespeople, day),
      cases: openCases(plan, facts, day),
    };
    const callers = [...shares.keys()].sort((a, b) => compareOwners(a, b, salespeople));
    for (const [callerId, share] of shares) {
      if (wanted?.(callerId) === false) continue;
      const alsoIds = callers.flatMap((id) => (id === null || id === callerId ? [] : id));
      addTo(byCaller, callerId, { ...call, ...share, alsoIds });
    }
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

type Callers = Pick<CallListInput, 'salespeople' | 'standIns' | 'day' | 'wanted'>;

/**
 * The reasons of one customer by who makes the call, the weightiest first, each with whose list they stand on: where some are of
 * somebody who is covered, theirs.
 */
function sharesOf(
  reasons: readonly DueReason[],
  ownerId: number | null,
  { salespeople, standIns, day }: Callers,
): Map<number | null, Pick<DueCall, 'ownerId' | 'reasons'>> {
  const shares = new Map<number | null, { ownerId: number | null; readonly reasons: DueReason[] }>();
  for (const reason of reasons.toSorted(compareReasons)) {
    const listId = listIdOf(reason, ownerId, salespeople, day);
    const callerId = callerOf(listId, standIns);
    const share = shares.get(callerId) ?? { ownerId: listId, reasons: [] };
    if (share.ownerId === callerId) share.ownerId = listId;
    share.reasons.push(reason);
    shares.set(callerId, share);
  }
  return shares;
}

/** What is held back of the lists asked for; each touch and cause once. */
function withheldOf(
  { withheld }: DueTouches,
  facts: CustomerFacts,
  { salespeople, standIns, day, wanted }: Callers,
): Pick<WithheldCall, 'touch' | 'why' | 'byRegistry' | 'visit'>[] {
  const shown: Pick<WithheldCall, 'touch' | 'why' | 'byRegistry' | 'visit'>[] = [];
  for (const one of withheld) {
    const { touch, why, byRegistry, visit } = one;
    if (shown.some((known) => known.touch === touch && known.why === why)) continue;
    if (
      wanted === undefined ||
      wanted(callerOf(listIdOf(one, ownerOf(facts, salespeople, day), salespeople, day), standIns))
    )
      shown.push({ touch, why, byRegistry, visit });
  }
  return shown;
}

/**
 * Whose list a reason stands on: that of the salesperson it is for, while they are here, else the owner's.
 * @param ownerId the customer's; null = the house
 */
export function listIdOf(
  { callerId }: Pick<DueReason, 'callerId'>,
  ownerId: number | null,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): number | null {
  const caller = callerId == null ? undefined : salespeople.get(callerId);
  return caller !== undefined && isActive(caller, day) ? caller.id : ownerId;
}

function addTo<K>(lists: Map<K, DueCall[]>, key: K, call: DueCall): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [call]);
  else list.push(call);
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
