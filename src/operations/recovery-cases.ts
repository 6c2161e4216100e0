/** Recovery cases, record by record, as they stand on the day. */

import type { CallCase } from '../domain/call-list.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import { usageFault } from '../domain/fault.ts';
import { type CaseRecord, type CaseStanding, caseOn } from '../domain/recovery-case.ts';
import { listIdOf } from '../lists/call-lists.ts';
import { compareText } from '../lists/name-order.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { caseOfId, customersWithCases } from '../store/cases.ts';
import { addTo, isEmpty } from '../store/engine/rows.ts';
import { caseOccurrence } from '../touches/cases.ts';
import { ownerOf } from '../touches/owner.ts';
import { isInScope, type Scope } from './scope.ts';
import type { Session } from './session.ts';
import { actorNamed } from './who-acts.ts';

/** Whose cases: as for any list, or those owned by somebody of that name who does not sell. */
export type CaseScope = Scope | { readonly of: 'named'; readonly name: string };

/** Open ones, or closed ones, the most urgent first: who is late, then by the day they are to be answered by, then by number. */
export function listCases(
  session: Session,
  scope: CaseScope,
  { closed }: { readonly closed: boolean },
): CaseRecord[] {
  const salespeople = salespeopleById(session.store);
  return standingCases(session, customersWithCases(session.store))
    .filter(
      ({ facts, standing }) =>
        (standing.state === 'closed') === closed && isOf(scope, facts, standing, salespeople, session),
    )
    .map(({ facts, standing }) => caseRecord(standing, facts.name))
    .sort(
      (a, b) =>
        Number(a.late === null) - Number(b.late === null) ||
        compareText(a.answer_by, b.answer_by) ||
        a.id - b.id,
    );
}

/** All of them up to the day, by number. */
export const caseRecords = (session: Session): CaseRecord[] =>
  standingCases(session, customersWithCases(session.store))
    .map(({ facts, standing }) => caseRecord(standing, facts.name))
    .sort((a, b) => a.id - b.id);

/** Those of the customers that had been opened by the day, each customer's by number. */
export function casesOfCustomers(
  session: Session,
  customerIds: readonly number[],
): Map<number, CaseRecord[]> {
  const found = new Map<number, CaseRecord[]>();
  for (const { facts, standing } of standingCases(session, customerIds))
    addTo(found, facts.id, caseRecord(standing, facts.name));
  return found;
}

/** The same of those that are open on the day. */
export function openCasesOf(session: Session, customerIds: readonly number[]): Map<number, CaseRecord[]> {
  const found = new Map<number, CaseRecord[]>();
  for (const [id, cases] of casesOfCustomers(session, customerIds)) {
    const open = cases.filter(({ state }) => state !== 'closed');
    if (open.length > 0) found.set(id, open);
  }
  return found;
}

/** @throws Fault `unknown-case` also for one that was opened after the day */
export function showCase(session: Session, id: number): CaseRecord {
  const { facts, standing } = standingCase(session, id);
  return caseRecord(standing, facts.name);
}

/** Somebody who owns cases and does not sell; null for anybody else. */
export function caseOwnerNamed({ store, settings }: Session, name: string): string | null {
  const actor = actorNamed(store, settings, name);
  const { service, managers } = settings.people;
  return actor !== null && actor.person === null && [...service, ...managers].includes(actor.name)
    ? actor.name
    : null;
}

export interface StandingCase {
  readonly facts: CustomerFacts;
  readonly standing: CaseStanding;
}

/** @throws Fault `unknown-case` also for one that was opened after the day */
export function standingCase(session: Session, id: number): StandingCase {
  const { store, settings, day } = session;
  const found = caseOfId(store, id);
  if (found === null)
    throw usageFault(
      'unknown-case',
      `there is no case ${id}`,
      '`beback cases --all` lists those that are open',
    );
  const [facts] = callFacts(store, [found.customerId]);
  const standing = facts === undefined ? null : caseOn(found, facts.contacts, settings.plan, day);
  if (facts === undefined || standing === null)
    throw usageFault(
      'unknown-case',
      `case ${id} was opened on ${found.openedOn}, after ${day}`,
      'leave --on out, or name a later day',
    );
  return { facts, standing };
}

/** Every case of the customers that had been opened by the day. */
function standingCases({ store, settings, day }: Session, customerIds: readonly number[]): StandingCase[] {
  if (isEmpty(store, 'recovery_case')) return [];
  return [...callFacts(store, customerIds)].flatMap((facts) =>
    facts.cases.flatMap((one) => {
      const standing = caseOn(one, facts.contacts, settings.plan, day);
      return standing === null ? [] : { facts, standing };
    }),
  );
}

function isOf(
  scope: CaseScope,
  facts: CustomerFacts,
  standing: CaseStanding,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  { settings, day }: Session,
): boolean {
  if (scope.of === 'named') return standing.owner?.name === scope.name;
  const reason = caseOccurrence(settings.plan, standing);
  return isInScope(scope, listIdOf(reason, ownerOf(facts, salespeople, day), salespeople, day));
}

/** @param name the customer's */
function caseRecord(standing: CaseStanding, name: string): CaseRecord {
  const { recoveryCase } = standing;
  return {
    id: recoveryCase.id,
    customer: { id: recoveryCase.customerId, name },
    headline: recoveryCase.headline,
    severity: recoveryCase.severity,
    opened_on: recoveryCase.openedOn,
    opened_at: recoveryCase.openedAt,
    owner: standing.owner?.name ?? null,
    repair_order: recoveryCase.repairOrder,
    sale_id: recoveryCase.saleId,
    state: standing.state,
    situation: standing.situation,
    needs: standing.needs,
    limits: standing.limits,
    offers: standing.offers,
    promises: standing.promises,
    updates: standing.updates,
    met: standing.met,
    amount_before_cents: standing.beforeCents,
    amount_after_cents: standing.afterCents,
    answer_by: standing.answerBy,
    close_by: standing.closeBy,
    late: standing.late,
    closed_on: standing.closedOn,
    outcome: standing.outcome,
    apologised: standing.apologised,
  };
}

/** An open case as it stands beside a call. */
export function caseOfCall(standing: CaseStanding): CallCase {
  const { id, headline, severity, owner, state, promises, answer_by, close_by, late } = caseRecord(
    standing,
    '',
  );
  return { id, headline, severity, owner, state, promises, answer_by, close_by, late };
}
