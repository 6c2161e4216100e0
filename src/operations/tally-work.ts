/** What was done between two days, by who did it, and what closed in them without anybody having called. */

import { ATTEMPT_OUTCOMES, SETTLING_OUTCOMES } from '../domain/contact.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { DayRange } from '../domain/day-range.ts';
import { type CustomerFacts, mayBeCalled } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import type { PersonsTally, WorkTally } from '../domain/work-tally.ts';
import { nameKey } from '../lists/name-order.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { contactedOn, contactsMade, promisesMetOn } from '../store/contacts.ts';
import { known } from '../store/engine/rows.ts';
import { type Endings, endingsOn } from '../touches/endings.ts';
import { ownerOf } from '../touches/owner.ts';
import { promisesOf } from '../touches/promises.ts';
import { CallPermissions, callingStore } from './call-permissions.ts';
import { firstServicesForTouches } from './first-services-asked.ts';
import { mayClose } from './may-be-due.ts';
import { isInScope, type Scope } from './scope.ts';
import type { Session } from './session.ts';
import { Tally } from './tally.ts';

type Staff = ReturnType<typeof salespeopleById>;

/**
 * Contacts count for who made them. What closed or was given up, and promises, count for the owner of the customer on that
 * day; each day is judged by what was known at its end, wishes as they stand now. Whoever did nothing and let nothing close has
 * no line, but for the house and whoever is asked for.
 */
export function tallyWork(session: Session, scope: Scope, span: DayRange): WorkTally {
  return session.store.transaction((): WorkTally => {
    const staff = salespeopleById(session.store);
    const tallies = new Map<string, { person: PersonsTally['salesperson']; tally: Tally }>();
    const tallyOf = (person: PersonsTally['salesperson'], key: string): Tally => {
      const found = tallies.get(key) ?? { person, tally: new Tally() };
      tallies.set(key, found);
      return found.tally;
    };
    const ofOwner = (id: number | null): Tally => {
      if (id === null) return tallyOf(null, '');
      const { code, name } = known(staff, id, 'salesperson');
      return tallyOf({ code, name }, `#${id}`);
    };
    const ofMaker = (id: number | null, by: string | null): Tally =>
      id === null && by !== null ? tallyOf({ code: null, name: by }, by) : ofOwner(id);
    if (scope.of === 'one') ofOwner(scope.salespersonId);
    else ofOwner(null);
    const total = new Tally();
    for (const { salespersonId, by, ...made } of contactsMade(session.store, span.from, span.to)) {
      if (!isInScope(scope, salespersonId) || (scope.of === 'house' && by !== null)) continue;
      for (const tally of [ofMaker(salespersonId, by), total]) tally.addContacts(made);
    }
    for (let day = span.from; day <= span.to; day = addDays(day, 1))
      for (const { ownerId, closedUncalled, givenUp, promises } of endedOn({ ...session, day }, staff, scope))
        for (const tally of [ofOwner(ownerId), total]) {
          for (const { occurrence, wasHeld } of closedUncalled) tally.addClosed(occurrence, wasHeld);
          for (const occurrence of givenUp) tally.addGivenUp(occurrence);
          tally.addPromises(promises);
        }
    return {
      ...span,
      people: [...tallies.values()]
        .sort((a, b) => comparePeople(a.person, b.person))
        .map(({ person, tally }) => ({ salesperson: person, ...tally.counts })),
      totals: total.counts,
    };
  })();
}

/**
 * What ended on a day for each customer of the scope. Looks only at those with a touch that may close on it, a contact made on
 * it, or a promise for it; and at what stands against their numbers, which takes longest, only where something ended.
 */
function* endedOn(
  { store: db, settings, day }: Session,
  staff: Staff,
  scope: Scope,
): Generator<Ended & { readonly ownerId: number | null }> {
  const { plan } = settings;
  const ids = new Set([
    ...mayClose(db, plan, day),
    ...contactedOn(db, day, [...SETTLING_OUTCOMES, ...ATTEMPT_OUTCOMES]),
    ...promisesMetOn(db, day),
  ]);
  function* concerned(): Generator<CustomerFacts> {
    for (const facts of callFacts(db, [...ids], firstServicesForTouches(settings, day)))
      if (ended(plan, facts, day) !== null && isInScope(scope, ownerOf(facts, staff, day))) yield facts;
  }
  const permissions = new CallPermissions(db, callingStore(settings), day);
  for (const facts of permissions.judged(concerned())) {
    const found = ended(plan, facts, day);
    if (found !== null) yield { ...found, ownerId: ownerOf(facts, staff, day) };
  }
}

type Ended = Endings & { readonly promises: { readonly kept: number; readonly broken: number } };

/** What ended for a customer on a day; null for nothing. A wish of theirs breaks no promise. */
function ended(plan: Plan, facts: CustomerFacts, day: Day): Ended | null {
  const { closedUncalled, givenUp } = endingsOn(plan, facts, day);
  const made = promisesOf(facts, day);
  const kept = made.filter(({ endedOn }) => endedOn === day).length;
  const broken = mayBeCalled(facts)
    ? made.filter(({ dueOn, endedOn }) => dueOn === day && endedOn === null).length
    : 0;
  return closedUncalled.length + givenUp.length + kept + broken === 0
    ? null
    : { closedUncalled, givenUp, promises: { kept, broken } };
}

/** By name and code, the house last. */
function comparePeople(a: PersonsTally['salesperson'], b: PersonsTally['salesperson']): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareText(nameKey(a.name), nameKey(b.name)) || compareText(a.code ?? '', b.code ?? '');
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
