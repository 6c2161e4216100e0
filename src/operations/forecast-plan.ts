/** What a plan will ask of each salesperson in the days to come, before anybody has made a call. */

import { addDays, type Day } from '../domain/day.ts';
import { type CustomerFacts, mayBeCalled, type SalespersonFacts } from '../domain/facts.ts';
import type { Forecast, PersonsForecast } from '../domain/forecast.ts';
import type { Plan } from '../domain/plan.ts';
import { isBusinessDay, type WorkingDays } from '../domain/working-days.ts';
import { compareOwners } from '../lists/call-lists.ts';
import { callsADayOf } from '../lists/days-share.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { buyers } from '../store/reachability.ts';
import { openingDays } from '../touches/opening-days.ts';
import { lastGiving, ownerOf } from '../touches/owner.ts';
import { CallPermissions, callingStore } from './call-permissions.ts';
import { firstServicesForTouches } from './first-services-asked.ts';
import { isInScope, type Scope } from './scope.ts';
import { planCalledBy, serviceCaller } from './service-caller.ts';
import type { Session } from './session.ts';

export interface ForecastOptions {
  readonly plan: Plan;
  /** the day acted as is the first of them */
  readonly days: number;
  readonly scope: Scope;
}

/** Owners and blocks are those of the day acted as. A person asked for by name is there also without customers. */
export function forecastPlan(session: Session, { plan, days, scope }: ForecastOptions): Forecast {
  const { store: db, settings, day } = session;
  const span = Array.from({ length: days }, (_, later) => addDays(day, later));
  const to = span.at(-1) ?? day;
  return db.transaction((): Forecast => {
    const salespeople = salespeopleById(db);
    const tallies = new Map<number | null, Tally>();
    const tallyFor = (id: number | null): Tally => {
      const tally = tallies.get(id) ?? tallyOf(span);
      tallies.set(id, tally);
      return tally;
    };
    const called = planCalledBy(plan, serviceCaller(db, settings, salespeople, day));
    if (scope.of !== 'all') tallies.set(scope.of === 'one' ? scope.salespersonId : null, tallyOf(span));
    const plansOf = new Map<number | null, ReadonlyMap<number | null, Plan>>();
    for (const facts of everybodyJudged(session, plan)) {
      const hasBought = facts.sales.some(({ status, soldOn }) => status === 'sold' && soldOn <= day);
      if ((!hasBought && lastGiving(facts, day) === null) || !mayBeCalled(facts)) continue;
      const ownerId = ownerOf(facts, salespeople, day);
      if (isInScope(scope, ownerId)) tallyFor(ownerId).customers += 1;
      const plans = plansOf.get(ownerId) ?? plansByList(called, ownerId);
      plansOf.set(ownerId, plans);
      for (const [listId, own] of plans) {
        if (!isInScope(scope, listId)) continue;
        const { opens, due } = openingDays(own, facts, day, to);
        for (const on of opens) count(tallyFor(listId).opens, on);
        for (const on of due) count(tallyFor(listId).due, on);
      }
    }
    return {
      from: day,
      to,
      people: [...tallies]
        .sort(([a], [b]) => compareOwners(a, b, salespeople))
        .map(([ownerId, tally]) => {
          const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
          return ofPerson(owner, tally, plan, settings.calendar);
        }),
    };
  })();
}

/** Customers judged at a time. */
const AT_ONCE = 5_000;

/** What stands against a customer's numbers is forgotten with them: nobody is called here. */
function* everybodyJudged({ store: db, settings, day }: Session, plan: Plan): Generator<CustomerFacts> {
  const ids = buyers(db, null);
  const firstServices = firstServicesForTouches({ plan }, day);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const permissions = new CallPermissions(db, callingStore(settings), day);
    yield* permissions.judged(callFacts(db, ids.slice(at, at + AT_ONCE), firstServices));
  }
}

/** A plan by the list on which its touches stand: the owner's, and that of whoever calls about service. */
function plansByList(plan: Plan, ownerId: number | null): Map<number | null, Plan> {
  const plans = new Map<number | null, Plan>();
  for (const touch of plan.touches) {
    const id = touch.callerId ?? ownerId;
    const own = plans.get(id);
    plans.set(id, { ...plan, touches: [...(own?.touches ?? []), touch] });
  }
  return plans;
}

/** Customers by day: each day of the span is there, in order. */
type ByDay = Map<Day, number>;

interface Tally {
  customers: number;
  readonly opens: ByDay;
  readonly due: ByDay;
}

const tallyOf = (span: readonly Day[]): Tally => ({
  customers: 0,
  opens: new Map(span.map((on) => [on, 0])),
  due: new Map(span.map((on) => [on, 0])),
});

const count = (byDay: ByDay, on: Day): void => void byDay.set(on, (byDay.get(on) ?? 0) + 1);

function ofPerson(
  owner: SalespersonFacts | null,
  { customers, opens, due }: Tally,
  plan: Plan,
  working: WorkingDays,
): PersonsForecast {
  const days = [...opens].map(([on, opening]) => ({ on, opens: opening, due: due.get(on) ?? 0 }));
  const business = days.filter(({ on }) => isBusinessDay(working, on)).length;
  const all = days.reduce((sum, one) => sum + one.opens, 0);
  return {
    salesperson: owner && { code: owner.code, name: owner.name },
    customers,
    days,
    opens_per_working_day: business === 0 ? null : Math.round((10 * all) / business) / 10,
    calls_a_day: callsADayOf(plan.callsADay, owner),
  };
}
