/** Who of our customers is in the building on a day, and what there is to say to them. */

import { makerOf } from '../../domain/contact.ts';
import { customerName } from '../../domain/customer.ts';
import { addDays, addOffset, type Day } from '../../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../../domain/facts.ts';
import type {
  CaseShown,
  GreetingReason,
  Lane,
  LaneCounts,
  LaneVisit,
  ScheduleProblem,
} from '../../domain/lane.ts';
import { type News, unheard } from '../../domain/news.ts';
import type { Vehicle } from '../../domain/sale.ts';
import { isBusinessDay } from '../../domain/working-days.ts';
import { compareReasons } from '../../lists/call-order.ts';
import { compareText, nameKey } from '../../lists/name-order.ts';
import { standingPromises } from '../../lists/open-promises.ts';
import { wishAndCarsInWords } from '../../render/wish-in-words.ts';
import { doNotOf } from '../../store/blocks.ts';
import { CallDetails, factsAtHand, type SaleDetails } from '../../store/call-details.ts';
import { salespeopleById } from '../../store/call-facts.ts';
import { known } from '../../store/engine/rows.ts';
import { boughtBetween, isDayScheduled, newestSchedule, pitchedBetween } from '../../store/lane.ts';
import { greetingReasons } from '../../touches/greeting-reasons.ts';
import type { Occurrence } from '../../touches/occurrences.ts';
import { explainOwner, type OwnerFound } from '../../touches/owner.ts';
import { whyNoPitch } from '../../touches/pitch.ts';
import { type Absences, standInOf } from '../../touches/stand-in.ts';
import { absencesOn } from '../absences.ts';
import { openCasesOf } from '../recovery-cases.ts';
import { salespersonNamed } from '../salesperson-named.ts';
import { isInScope, type Scope } from '../scope.ts';
import type { Session } from '../session.ts';
import { listNews } from '../tell-news.ts';
import { carsWishedBy } from '../wished-cars.ts';
import { greetingsOn } from './greetings-on.ts';
import { appointmentsOf, type SeenVisit, seenVisits, type VisitsSeen } from './seen-visits.ts';

export interface LaneOptions {
  readonly scope: Scope;
  /** only customers of ours whom nobody has greeted and who are here, or will be */
  readonly ungreeted?: boolean;
  /** only those with a case, a promise, or somebody here to whom they can be handed over */
  readonly service?: boolean;
}

/** Read in one transaction, so that a schedule coming in meanwhile cannot split it. */
export function laneOfDay(session: Session, { scope, ungreeted, service }: LaneOptions): Lane {
  const { store: db, day } = session;
  return db.transaction((): Lane => {
    const { visits, cancelled } = visitsInScope(session, scope);
    return {
      on: day,
      schedule_as_of: newestSchedule(db)?.at ?? null,
      visits: visits
        .filter((one) => !ungreeted || isUngreeted(one))
        .filter((one) => !service || isForService(one))
        .map(({ shown }) => shown),
      counts: countsOf(visits, cancelled),
    };
  })();
}

/** A visit of a day to come, for whoever greets them. */
export interface HostedVisit {
  /** the id of whoever stands in, else of the owner; null = the house */
  readonly hostId: number | null;
  readonly visit: LaneVisit;
}

/** The visits of the day that are not over, of customers of ours and others whom nobody has greeted. */
export const hostedVisits = (session: Session): HostedVisit[] =>
  session.store.transaction(() =>
    visitsInScope(session, { of: 'all' }).visits.flatMap(({ shown, hostId }) =>
      isStillToCome(shown) && shown.greeted === null ? { hostId, visit: shown } : [],
    ),
  )();

/** How many of our customers came, or will, and how many of those nobody greeted. */
export const laneTally = (session: Session): { readonly ours: number; readonly notGreeted: number } =>
  session.store.transaction(() => {
    const ours = visitsInScope(session, { of: 'all' }).visits.filter(
      ({ isOurs, shown }) => isOurs && shown.state !== 'missed',
    );
    return { ours: ours.length, notGreeted: ours.filter(({ shown }) => shown.greeted === null).length };
  })();

/** By time, and how many appointments were called off. */
function visitsInScope(
  session: Session,
  scope: Scope,
): { readonly visits: readonly ShownVisit[]; readonly cancelled: number } {
  const seen = seenVisits(session);
  const people = peopleOf(session);
  const inScope = ({ owner, standInId }: OwnedVisit): boolean =>
    isInScope(scope, owner?.ownerId ?? null) || (standInId !== null && isInScope(scope, standInId));
  const ownedBy = (visits: readonly SeenVisit[]): OwnedVisit[] =>
    visits.map((one) => owned(one, seen, people, session.day)).filter(inScope);
  return {
    visits: shownVisits(session, ownedBy(seen.visits), seen, people).sort(byTime),
    cancelled: ownedBy(seen.cancelled).length,
  };
}

/** Why the schedule may not be that of the day; null = it is. */
export function scheduleProblem({ store, settings, day }: Session): ScheduleProblem | null {
  const newest = newestSchedule(store);
  if (newest === null) return 'none';
  if (newest.on < day) return 'old';
  return isBusinessDay(settings.calendar, day) && !isDayScheduled(store, day) ? 'without-day' : null;
}

interface People extends Absences {
  readonly salespeople: ReadonlyMap<number, SalespersonFacts>;
}

function peopleOf(session: Session): People {
  const salespeople = salespeopleById(session.store);
  return { salespeople, ...absencesOn(session, salespeople) };
}

interface OwnedVisit extends SeenVisit {
  readonly facts: CustomerFacts | null;
  /** null where the customer is not known */
  readonly owner: OwnerFound | null;
  readonly standInId: number | null;
}

function owned(seen: SeenVisit, { customers }: VisitsSeen, people: People, day: Day): OwnedVisit {
  const { customerId } = seen.whose;
  if (customerId === null) return { ...seen, facts: null, owner: null, standInId: null };
  const facts = known(customers.facts, customerId, 'customer');
  const owner = explainOwner(facts, people.salespeople, day);
  const standInId = standInOf(owner.ownerId, facts, people.salespeople, people, day);
  return { ...seen, facts, owner, standInId };
}

/** A visit as it is shown, with what of it is only asked by filters and counts. */
interface ShownVisit {
  readonly shown: LaneVisit;
  readonly isOurs: boolean;
  /** who greets them; null = the house */
  readonly hostId: number | null;
  /** somebody is here to whom they can be handed over */
  readonly hasHost: boolean;
}

function shownVisits(
  session: Session,
  visits: readonly OwnedVisit[],
  { customers, households }: VisitsSeen,
  people: People,
): ShownVisit[] {
  const { store: db, settings, day } = session;
  const ids = [...new Set(visits.flatMap(({ whose }) => whose.customerId ?? []))];
  const householdOf = (id: number): number[] => [id, ...households.of(id)];
  const bought = boughtBetween(
    db,
    [...new Set(ids.flatMap(householdOf))],
    addOffset(day, { count: -12, unit: 'm' }),
    day,
  );
  const asked = pitchedBetween(db, ids, addDays(day, -settings.lane.pitchRest), day);
  const cases = openCasesOf(session, ids);
  const about: AboutCustomers = {
    doNot: doNotOf(db, ids),
    remembered: factsAtHand(db, ids),
    wished: carsWishedBy(session, ids),
    greeted: greetingsOn(db, ids, day),
    news: listNews(session),
    cases,
  };
  const sales = new CallDetails(db).sales(
    [...new Set(visits.flatMap(({ whose }) => whose.saleId ?? []))],
    day,
  );
  return visits.map((visit): ShownVisit => {
    const { facts, whose, owner, standInId } = visit;
    const ownerId = owner?.ownerId ?? null;
    const noPitch =
      facts === null
        ? null
        : whyNoPitch({
            doNotCall: facts.doNotCall,
            hasOpenCase: cases.has(facts.id),
            boughtLately: householdOf(facts.id).some((id) => bought.has(id)),
            askedLately: asked.has(facts.id),
            isBusiness: known(customers.details, facts.id, 'customer').business_name !== null,
          });
    const { vehicle, sale_id, hands, ...row } = visitShown(visit, sales);
    const { customer, reasons, ...rest } =
      facts === null ? NOBODY : customerShown(session, facts, customers, about);
    return {
      shown: {
        ...row,
        customer,
        vehicle,
        sale_id,
        hands,
        owner: salespersonNamed(people.salespeople, ownerId),
        owner_because: owner?.because ?? null,
        stand_in: salespersonNamed(people.salespeople, standInId),
        reasons,
        pitch: facts !== null && noPitch === null,
        pitch_why: noPitch,
        ...rest,
      },
      isOurs: whose.isOurs,
      hostId: standInId ?? ownerId,
      hasHost: [ownerId, standInId].some((id) => id !== null && !people.isOff(id)),
    };
  });
}

type OfVisit =
  | 'appointment_id'
  | 'repair_order_id'
  | 'number'
  | 'time'
  | 'state'
  | 'waiting'
  | 'transport'
  | 'advisor'
  | 'services'
  | 'in_latest'
  | 'vehicle'
  | 'sale_id'
  | 'hands';

function visitShown(
  { visit, whose, rows }: SeenVisit,
  sales: ReadonlyMap<number, SaleDetails>,
): Pick<LaneVisit, OfVisit> {
  const [appointment = null] = appointmentsOf(visit);
  const [order = null] = visit.orders;
  const booked = appointment === null ? null : (rows[0] ?? null);
  const sale = whose.saleId === null ? null : known(sales, whose.saleId, 'sale');
  return {
    appointment_id: appointment?.id ?? null,
    repair_order_id: order?.id ?? null,
    number: appointment?.number ?? order?.number ?? '',
    time: visit.earlier === null ? (appointment?.time ?? null) : null,
    state: visit.state,
    waiting: booked?.waiting ?? null,
    transport: booked?.transport ?? null,
    advisor: rows.find(({ advisor }) => advisor !== null)?.advisor ?? null,
    services: booked?.services ?? [],
    in_latest: appointment?.inLatest ?? null,
    vehicle: carShown(rows.find(({ vehicle }) => vehicle !== null)?.vehicle ?? null, sale),
    sale_id: whose.saleId,
    hands: whose.hands,
  };
}

/** The car as it was sold; where the row names another one, that. */
const carShown = (named: Vehicle | null, sale: SaleDetails | null): Vehicle | null =>
  sale !== null && (named === null || named.vin === null || named.vin === sale.vehicle.vin)
    ? sale.vehicle
    : named;

/** What is read of all customers at once. */
interface AboutCustomers {
  readonly doNot: ReturnType<typeof doNotOf>;
  readonly remembered: ReturnType<typeof factsAtHand>;
  readonly wished: ReturnType<typeof carsWishedBy>;
  readonly greeted: ReturnType<typeof greetingsOn>;
  readonly cases: ReadonlyMap<number, readonly CaseShown[]>;
  readonly news: readonly News[];
}

type OfCustomer =
  | 'customer'
  | 'reasons'
  | 'facts'
  | 'cases'
  | 'promises'
  | 'wishes'
  | 'news'
  | 'last_contact'
  | 'greeted';

const NOBODY: Pick<LaneVisit, OfCustomer> = {
  customer: null,
  reasons: [],
  facts: [],
  cases: [],
  promises: [],
  wishes: [],
  news: [],
  last_contact: null,
  greeted: null,
};

/** Of whoever does not want to be called no number is shown, and nothing that is there to sell. */
function customerShown(
  { settings, day }: Session,
  facts: CustomerFacts,
  { details, permissions }: VisitsSeen['customers'],
  about: AboutCustomers,
): Pick<LaneVisit, OfCustomer> {
  const { id, doNotCall } = facts;
  const customer = known(details, id, 'customer');
  const last = facts.contacts.findLast(({ on }) => on <= day) ?? null;
  return {
    customer: {
      id,
      name: customerName(customer),
      phones: doNotCall ? [] : permissions.of(customer).phones,
      do_not: known(about.doNot, id, 'customer'),
    },
    reasons: doNotCall
      ? []
      : greetingReasons(settings.plan, facts, day)
          .sort(compareReasons)
          .map((one) => reasonShown(one, day)),
    facts: about.remembered.get(id) ?? [],
    cases: (about.cases.get(id) ?? []).map(({ id: one, headline, severity }) => ({
      id: one,
      headline,
      severity,
    })),
    promises: standingPromises(facts, day).map(({ promised_for, text }) => ({ due_on: promised_for, text })),
    wishes: doNotCall
      ? []
      : (about.wished.get(id) ?? []).flatMap(({ wish, cars: [best] }) =>
          best === undefined
            ? []
            : {
                wish_id: wish.id,
                stock_number: best.stock_number,
                text: wishAndCarsInWords(wish.text, [best]),
              },
        ),
    news: unheard(about.news, facts.contacts, day).map(({ id: newsId, text }) => ({ id: newsId, text })),
    last_contact: last && { on: last.on, outcome: last.outcome, ...makerOf(last), note: last.note },
    greeted: about.greeted.get(id) ?? null,
  };
}

const reasonShown = (
  { touch, label, kind, dueOn, opensOn, closesOn, saleId }: Occurrence,
  day: Day,
): GreetingReason => ({
  touch,
  label,
  kind,
  due_on: dueOn,
  opens_on: opensOn,
  closes_on: closesOn,
  sale_id: saleId,
  open: opensOn <= day,
});

const isUngreeted = ({ isOurs, shown }: ShownVisit): boolean =>
  isOurs && shown.greeted === null && isStillToCome(shown);

const isStillToCome = ({ state }: LaneVisit): boolean => state === 'expected' || state === 'here';

const isForService = ({ hasHost, shown: { cases, promises } }: ShownVisit): boolean =>
  hasHost || cases.length > 0 || promises.length > 0;

const countsOf = (visits: readonly ShownVisit[], cancelled: number): LaneCounts => ({
  visits: visits.length,
  ours: visits.filter(({ isOurs }) => isOurs).length,
  here: visits.filter(({ shown }) => shown.state === 'here').length,
  greeted: visits.filter(({ shown }) => shown.greeted !== null).length,
  cancelled,
});

/** Whatever has no time or name stands behind what has one; appointments before orders. */
const byTime = ({ shown: a }: ShownVisit, { shown: b }: ShownVisit): number =>
  lastIfNull(a.time, b.time) ||
  lastIfNull(keyOf(a), keyOf(b)) ||
  lastIfNull(a.appointment_id, b.appointment_id) ||
  lastIfNull(a.repair_order_id, b.repair_order_id);

const keyOf = ({ customer }: LaneVisit): string | null => (customer === null ? null : nameKey(customer.name));

function lastIfNull<T extends string | number>(a: T | null, b: T | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === 'number' ? a - Number(b) : compareText(a, String(b));
}
