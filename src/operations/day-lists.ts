/** The call lists of a day, out of the store: facts, rules, and the details a list shows. */

import type { CallList, DayLists } from '../domain/call-list.ts';
import { ATTEMPT_OUTCOMES, SETTLING_OUTCOMES } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import { type CustomerFacts, mayBeCalled, type SalespersonFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import { type CallLists, callerOf, callLists, compareOwners, listIdOf } from '../lists/call-lists.ts';
import { callsADayOf, NO_LIMIT, shareOf } from '../lists/days-share.ts';
import { fillersOf } from '../lists/fill.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { contactedOn } from '../store/contacts.ts';
import { known } from '../store/engine/rows.ts';
import { lastExportTaken } from '../store/imports.ts';
import type { NoticeOnFile } from '../store/notices.ts';
import { buyers } from '../store/reachability.ts';
import { openCases } from '../touches/cases.ts';
import { dueTouches } from '../touches/due-touches.ts';
import { ownerOf } from '../touches/owner.ts';
import { visitsFrom } from '../touches/visits-from.ts';
import { CallPermissions, callingStore } from './call-permissions.ts';
import { daysOffById } from './days-off.ts';
import { firstServicesForTouches } from './first-services-asked.ts';
import { listDrawn, type Making, type OwnerShare } from './list-drawn.ts';
import { mayBeDue, mayBeDueOf, mayBePlanned } from './may-be-due.ts';
import { noticesOfDay } from './notices-of-day.ts';
import { isInScope, type Scope } from './scope.ts';
import { calledByOne, planCalledBy, serviceCaller } from './service-caller.ts';
import type { Session } from './session.ts';
import { ownersCalledBy, type StandIns, standInsOn } from './stand-ins.ts';

export interface DayListsOptions {
  readonly scope: Scope;
  /** calls on a day, instead of what the plan says; `none` = everybody who is due */
  readonly limit: number | 'none' | null;
  /** a list on which nobody waits is filled up to so many calls */
  readonly fill?: number | null;
  /** instead of the plan of the settings */
  readonly plan?: Plan;
  /** looks at these alone, whoever else is due */
  readonly customers?: readonly number[];
}

/** Read in one transaction, so that an import going on meanwhile cannot split a list. */
export function dayLists(session: Session, options: DayListsOptions): DayLists {
  const { store: db, settings, day } = session;
  return db.transaction(() => {
    const { owned, withheld } = readDayLists(session, options);
    const last_import_on = lastExportTaken(db, settings.store.timezone)?.on ?? null;
    return { on: day, lists: owned.map(({ list }) => list), withheld, last_import_on };
  })();
}

/** Whoever may be due of the customers of these owners, ascending. */
function mayBeDueOfAll({ store: db, day }: Session, plan: Plan, owners: readonly number[]): number[] {
  const found = owners.map((id) => mayBeDueOf(db, id, plan, day));
  const touches = plan.touches.filter(({ callerId }) => callerId !== undefined && owners.includes(callerId));
  // whoever owns the customer
  if (touches.length > 0) found.push(mayBePlanned(db, { ...plan, touches }, day));
  return found.length === 1 ? (found[0] ?? []) : [...new Set(found.flat())].sort((a, b) => a - b);
}

/** A list with the id of the salesperson it is for; null is the house. */
export interface OwnedList {
  readonly ownerId: number | null;
  readonly list: CallList;
  /** those of the list, with when they were found */
  readonly notices: readonly NoticeOnFile[];
}

/** The lists of `dayLists`, each with whose it is: names and codes alone may be shared by two. */
export const ownedLists = (session: Session, options: DayListsOptions): readonly OwnedList[] =>
  session.store.transaction(() => readDayLists(session, options))().owned;

function readDayLists(
  session: Session,
  options: DayListsOptions,
): { readonly owned: readonly OwnedList[]; readonly withheld: DayLists['withheld'] } {
  const { store: db, settings, day } = session;
  const { scope, limit } = options;
  const salespeople = salespeopleById(db);
  const caller = serviceCaller(db, settings, salespeople, day);
  const plan = planCalledBy(options.plan ?? settings.plan, caller);
  const stand = standInsOn(db, salespeople, day);
  const ids =
    options.customers ??
    (scope.of === 'one'
      ? mayBeDueOfAll(session, plan, ownersCalledBy(scope.salespersonId, stand))
      : mayBeDue(db, plan, day));
  const isWanted = (ownerId: number | null): boolean => isInScope(scope, callerOf(ownerId, stand));
  const mayBeWanted = (facts: CustomerFacts): boolean =>
    scope.of === 'all' ||
    (caller.is === 'here' && isWanted(caller.id)) ||
    isWanted(ownerOf(facts, salespeople, day)) ||
    openCases(plan, facts, day).some(({ owner }) => isWanted(owner?.salespersonId ?? null));
  const firstServices = firstServicesForTouches({ plan }, day);
  function* customers(): Generator<CustomerFacts> {
    for (const facts of callFacts(db, ids, firstServices, visitsFrom(plan, day)))
      if (mayBeWanted(facts)) yield facts;
  }
  const permissions = new CallPermissions(db, callingStore(settings), day);
  const due: CallLists = callLists({
    plan,
    day,
    customers: permissions.judged(customers()),
    salespeople,
    standIns: stand,
    ...(scope.of !== 'all' && { wanted: (callerId) => isInScope(scope, callerId) }),
  });
  const making: Making = {
    session,
    plan,
    salespeople,
    standIns: stand,
    permissions,
    details: new CallDetails(db),
    touches: new Map(plan.touches.map((touch) => [touch.id, touch])),
  };
  const daysOff = daysOffById(db, settings.calendar).days;
  // whoever asks for single customers has the rest of the list
  const notices: NoticesByOwner =
    options.customers === undefined ? noticesOfDay(session, scope, salespeople, daysOff) : new Map();
  // whoever has a notice has a list
  const lists = withListsFor(notices.keys(), withEmptyLists(due.lists, scope, making), salespeople);
  const shares = sharesOf(making, lists, limit, daysOff);
  const filled = options.fill == null ? shares : filledUp(making, shares, scope, options.fill);
  return {
    owned: filled.map((share) => {
      const told = (share.ownerId === null ? undefined : notices.get(share.ownerId)) ?? [];
      const list = { ...listDrawn(making, share), notices: told.map(({ notice }) => notice) };
      return { ownerId: share.ownerId, list, notices: told };
    }),
    withheld: due.withheld.map(({ customerId, name, touch, why, byRegistry, visit }) => ({
      customer: { id: customerId, name },
      touch,
      why,
      by_registry: byRegistry,
      ...(visit !== null && { visit }),
    })),
  };
}

/** A list that was asked for by name is there although it is empty, and so is that of whoever is covered: it says by whom. */
function withEmptyLists(
  lists: CallLists['lists'],
  scope: Scope,
  { salespeople, standIns }: Making,
): CallLists['lists'] {
  const asked = scope.of === 'all' ? [] : [scope.of === 'one' ? scope.salespersonId : null];
  const away = [...standIns.keys()].filter((id) => isInScope(scope, id));
  return withListsFor([...asked, ...away], lists, salespeople);
}

type NoticesByOwner = ReturnType<typeof noticesOfDay>;

/** The lists with an empty one for each of these who has none. */
function withListsFor(
  owners: Iterable<number | null>,
  lists: CallLists['lists'],
  salespeople: Making['salespeople'],
): CallLists['lists'] {
  const has = new Set(lists.map(({ ownerId }) => ownerId));
  const others = [...new Set(owners)].filter((ownerId) => !has.has(ownerId));
  if (others.length === 0) return lists;
  return [...lists, ...others.map((ownerId) => ({ ownerId, calls: [] }))].sort((a, b) =>
    compareOwners(a.ownerId, b.ownerId, salespeople),
  );
}

function sharesOf(
  { session, plan, salespeople, standIns }: Making,
  lists: CallLists['lists'],
  limit: DayListsOptions['limit'],
  off: ReadonlyMap<number, readonly Day[]>,
): OwnerShare[] {
  const { settings, day } = session;
  const done =
    limit === null ? doneBy(session, salespeople, plan, standIns) : new Map<number | null, number>();
  return lists.map(({ ownerId, calls }) => {
    const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
    const already = done.get(ownerId) ?? 0;
    const share = shareOf(calls, {
      plan,
      day,
      perDay: limit === 'none' ? null : (limit ?? callsADayOf(plan.callsADay, owner)),
      done: already,
      working: settings.calendar,
      daysOff: new Set(ownerId === null ? [] : off.get(ownerId)),
    });
    return { ownerId, share, due: calls.length, done: already, fillers: [] };
  });
}

/**
 * By who makes their calls, how many customers were tried or spoken with on the day already; by owner, where nobody covers. Whoever
 * was on the list of the person who calls about service, and on no other, counts there.
 */
export function doneBy(
  { store: db, day }: Pick<Session, 'store' | 'day'>,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  plan: Plan,
  standIns: StandIns = new Map(),
): ReadonlyMap<number | null, number> {
  const done = new Map<number | null, number>();
  const asksLists = calledByOne(plan).length > 0;
  const ids = contactedOn(db, day, [...SETTLING_OUTCOMES, ...ATTEMPT_OUTCOMES]);
  const known = asksLists
    ? callFacts(db, ids, firstServicesForTouches({ plan }, day), visitsFrom(plan, day))
    : callFacts(db, ids, null, null);
  for (const facts of known) {
    const ownerId = ownerOf(facts, salespeople, day);
    const listIds = asksLists ? listsBefore(plan, facts, ownerId, salespeople, day) : [ownerId];
    for (const callerId of new Set(listIds.map((id) => callerOf(id, standIns))))
      done.set(callerId, (done.get(callerId) ?? 0) + 1);
  }
  return done;
}

/** Whose lists the customer stood on in the morning, before the contacts of the day; the owner's where it was nobody's. */
function listsBefore(
  plan: Plan,
  facts: CustomerFacts,
  ownerId: number | null,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): readonly (number | null)[] {
  const morning = { ...facts, contacts: facts.contacts.filter(({ on }) => on < day) };
  const { reasons } = dueTouches(plan, morning, day);
  return reasons.length === 0
    ? [ownerId]
    : reasons.map((reason) => listIdOf(reason, ownerId, salespeople, day));
}

/** Lists on which nobody waits are filled up, and whoever has none gets one. */
function filledUp(making: Making, shares: readonly OwnerShare[], scope: Scope, size: number): OwnerShare[] {
  const { session, plan, salespeople, standIns, permissions, details } = making;
  const { store: db, day } = session;
  const firstServices = firstServicesForTouches({ plan }, day);
  const books = new Map<number | null, CustomerFacts[]>();
  const ids = buyers(db, scope.of === 'one' ? scope.salespersonId : null);
  for (const facts of permissions.judged(callFacts(db, ids, firstServices))) {
    const ownerId = ownerOf(facts, salespeople, day);
    // whoever is covered has nothing to fill a list for
    if (!isInScope(scope, ownerId) || !mayBeCalled(facts)) continue;
    if (ownerId !== null && standIns.has(ownerId)) continue;
    const book = books.get(ownerId);
    if (book === undefined) books.set(ownerId, [facts]);
    else book.push(facts);
  }
  const none = { share: shareOf([], NO_LIMIT), due: 0, done: 0, fillers: [] };
  const has = new Map(shares.map((share) => [share.ownerId, share]));
  const owners = new Set([...has.keys(), ...books.keys()]);
  return [...owners]
    .sort((a, b) => compareOwners(a, b, salespeople))
    .flatMap((ownerId): OwnerShare[] => {
      const share = has.get(ownerId) ?? { ownerId, ...none };
      const room = share.share.waiting > 0 ? 0 : size - share.share.calls.length;
      const found = room > 0 ? fillersOf(plan, books.get(ownerId) ?? [], ownerId, day, salespeople) : [];
      const customers = details.customers(found.map(({ customerId }) => customerId));
      const callable = found.filter(({ customerId }) => {
        const { phones, calling } = permissions.of(known(customers, customerId, 'customer'));
        return phones.length > 0 && calling.registry !== 'unscrubbed';
      });
      const fillers = callable.slice(0, Math.max(room, 0));
      return fillers.length === 0 && !has.has(ownerId) ? [] : [{ ...share, fillers }];
    });
}
