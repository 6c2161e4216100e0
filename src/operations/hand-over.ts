/** Handing over the customers of somebody who leaves, or who has too many. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import { usageFault } from '../domain/fault.ts';
import type { Handover } from '../domain/handover.ts';
import type { Salesperson } from '../domain/salesperson.ts';
import { compareOwners } from '../lists/call-lists.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { customersOf } from '../store/customers-of.ts';
import { known } from '../store/engine/rows.ts';
import type { Store } from '../store/engine/store.ts';
import { householdsOf } from '../store/households.ts';
import { findSalesperson } from '../store/salespeople.ts';
import { recordGivings, setLeavingDay } from '../store/writing/record-givings.ts';
import { type Moved, handOver as placesOf } from '../touches/handover.ts';
import { isActive, ownerOf } from '../touches/owner.ts';
import { customersWithCars } from './customers-with-cars.ts';
import { refuseDayToCome } from './days-given.ts';
import { refuseOthersThanManagers } from './managers-only.ts';
import { isHouse, reasonOf, receiverNamed } from './receiver-named.ts';
import type { ActingSession, Session } from './session.ts';

export interface HandoverAsked {
  /** whose customers: name, code or alias */
  readonly person: string;
  /** all go to this one */
  readonly to?: string;
  /** only these receive; else everybody who is here */
  readonly among?: readonly string[];
  /** the person stays: they are not marked as left */
  readonly stays: boolean;
  readonly why?: string;
  /** only told, not done */
  readonly dryRun: boolean;
}

/**
 * One deed: every customer of theirs goes to somebody, and they are marked as left on the day, unless they stay or have left.
 * @throws Fault `unknown-salesperson`, `several-salespeople`, `has-left`, `no-receiver`, `usage`, `no-reason`, `future-day`,
 * `managers-only`
 */
export function handOver(session: ActingSession, asked: HandoverAsked): Handover {
  refuseOthersThanManagers(session, 'handing over customers');
  refuseDayToCome(session);
  const why = reasonOf(asked.why);
  const { store: db, acting, day } = session;
  const { dryRun, stays } = asked;
  const hand = db.transaction((): Handover => {
    const person = findSalesperson(db, asked.person);
    const hasLeft = person.left_on !== null && person.left_on <= day;
    if (stays && hasLeft)
      throw usageFault(
        'has-left',
        `${person.name} cannot stay: they left on ${person.left_on}`,
        'leave out --stays; their customers are handed over all the same',
      );
    const salespeople = salespeopleById(db);
    const receivers = receiversOf(session, asked, person, salespeople);
    const { moved, before } = places(session, asked, person, receivers, salespeople);
    const told = inWords({ salespeople, moved, before, receivers, person });
    const leaves = !stays && !hasLeft;
    if (dryRun) return { entry: null, leaves, ...told };
    const left = leaves ? { before: person.left_on, after: day } : null;
    const entry = recordGivings(db, acting, {
      action: 'handover',
      on: day,
      given: moved.map(({ facts, to }) => ({ customerId: facts.id, to })),
      details: {
        person: person.id,
        name: person.name,
        ...(asked.to === undefined ? {} : { to: receivers[0] }),
        ...(asked.among === undefined ? {} : { among: receivers }),
        stays,
        left,
        moved: moved.map(({ facts, to, because }) => ({ customer_id: facts.id, to, because })),
        ...(why === undefined ? {} : { why }),
      },
    });
    if (left !== null) setLeavingDay(db, person.id, left);
    return { entry, leaves, ...told };
  });
  return dryRun ? hand() : hand.immediate();
}

/** Ids, by name. */
function receiversOf(
  session: Session,
  { to, among }: HandoverAsked,
  person: Salesperson,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): number[] {
  const named = to === undefined ? among : [to];
  const ids =
    named === undefined
      ? [...salespeople.values()].flatMap((one) =>
          one.id !== person.id && isActive(one, session.day) ? one.id : [],
        )
      : named.map((wanted) => {
          if (isHouse(wanted))
            throw usageFault(
              'usage',
              'a whole book does not go to the house: nobody would look after it',
              'name a salesperson; single customers: beback give CUSTOMER --to house --why TEXT',
            );
          const { id } = receiverNamed(session, wanted);
          if (id === person.id)
            throw usageFault(
              'usage',
              `${person.name} cannot receive their own customers`,
              'name somebody else',
            );
          return id;
        });
  if (ids.length === 0 && named !== undefined) throw nobodyReceives(person);
  return [...new Set(ids)].sort((a, b) => compareOwners(a, b, salespeople));
}

const nobodyReceives = ({ name }: Salesperson) =>
  usageFault(
    'no-receiver',
    `there is nobody to take the customers of ${name}`,
    '`beback salespeople` lists who is here; `beback salespeople add NAME` adds somebody',
  );

interface Place extends Omit<Moved, 'customerId'> {
  readonly facts: CustomerFacts;
}

/** Who goes where, ascending by id, and what each receiver had before. */
function places(
  { store: db, day }: Session,
  { to }: HandoverAsked,
  person: Salesperson,
  receivers: readonly number[],
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): { readonly moved: readonly Place[]; readonly before: ReadonlyMap<number, number> } {
  const moved = customersLookedAfter(db, person.id, salespeople, day);
  if (moved.length > 0 && receivers.length === 0) throw nobodyReceives(person);
  const movedById = new Map(moved.map((facts) => [facts.id, facts]));
  const households = householdsOf(db, [...movedById.keys()], day);
  const others = moved.flatMap(({ id }) => households.of(id)).filter((id) => !movedById.has(id));
  const members = new Map([...callFacts(db, [...new Set(others)])].map((facts) => [facts.id, facts]));
  const loads = customersWithCars(db, salespeople, day, movedById);
  const found =
    moved.length === 0
      ? []
      : placesOf({
          day,
          moved,
          householdOf: households.of,
          members: new Map([...members, ...movedById]),
          salespeople,
          receivers,
          named: to !== undefined,
          loads,
        });
  return {
    moved: found.map(({ customerId, ...place }) => ({
      facts: known(movedById, customerId, 'customer'),
      ...place,
    })),
    before: loads,
  };
}

/** Whose owner the person is on the day, or would be had they not left. */
function customersLookedAfter(
  db: Store,
  id: number,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): CustomerFacts[] {
  const person = known(salespeople, id, 'salesperson');
  const asIfHere = new Map(salespeople).set(id, isActive(person, day) ? person : { ...person, leftOn: null });
  return [...callFacts(db, customersOf(db, id))].filter((facts) => ownerOf(facts, asIfHere, day) === id);
}

function inWords({
  salespeople,
  moved,
  before,
  receivers,
  person,
}: {
  readonly salespeople: ReadonlyMap<number, SalespersonFacts>;
  readonly moved: readonly Place[];
  readonly before: ReadonlyMap<number, number>;
  readonly receivers: readonly number[];
  readonly person: Salesperson;
}): Pick<Handover, 'from' | 'fromId' | 'moved' | 'counts'> {
  const named = (id: number) => {
    const { code, name } = known(salespeople, id, 'salesperson');
    return { code, name };
  };
  return {
    from: named(person.id),
    fromId: person.id,
    moved: moved.map(({ facts: { id, name }, to, because }) => ({
      customer: { id, name },
      to: named(to),
      because,
    })),
    counts: receivers.map((id) => ({
      to: named(id),
      before: before.get(id) ?? 0,
      given: moved.filter(({ to }) => to === id).length,
    })),
  };
}
