/** Small random stores for property tests: few days, many collisions, month ends and 29 February. */

import fc from 'fast-check';
import type { Contact } from '../../src/domain/contact.ts';
import {
  addDays,
  type Day,
  type Length,
  type Offset,
  type PlanOffset,
  parseDay,
  parseOffset,
  parsePlanOffset,
} from '../../src/domain/day.ts';
import type {
  ClosedOrder,
  CustomerFacts,
  CustomerVisits,
  Giving,
  OtherOrder,
  SaleFacts,
  SalespersonFacts,
  Visit,
  WishFacts,
} from '../../src/domain/facts.ts';
import { ANCHORS, needsNoSale, type Plan, type Touch } from '../../src/domain/plan.ts';
import { type CasePart, type RecoveryCase, SHIPPED_CASE_CLOCK } from '../../src/domain/recovery-case.ts';
import type { AppointmentFacts } from '../../src/domain/visit.ts';
import { WEEKDAYS } from '../../src/domain/working-days.ts';

export const on = (text: string): Day => {
  const day = parseDay(text);
  if (day === null) throw new Error(`no day: ${text}`);
  return day;
};

export const offset = (text: string): Offset => {
  const parsed = parseOffset(text);
  if (parsed === null) throw new Error(`no offset: ${text}`);
  return parsed;
};

export const planOffset = (text: string): PlanOffset => {
  const parsed = parsePlanOffset(text);
  if (parsed === null) throw new Error(`no offset: ${text}`);
  return parsed;
};

export const length = (text: string): Length => {
  const { count, unit } = planOffset(text);
  if (unit !== 'd' && unit !== 'b') throw new Error(`no length: ${text}`);
  return { count, unit };
};

export const aDay: fc.Arbitrary<Day> = fc.oneof(
  fc.constantFrom('2020-02-28', '2020-02-29', '2020-03-01', '2021-02-28', '2020-12-31', '2020-08-31').map(on),
  fc.integer({ min: 0, max: 900 }).map((days) => addDays(on('2019-06-01'), days)),
);

const near = (day: Day, least: number, most: number): fc.Arbitrary<Day> =>
  fc.integer({ min: least, max: most }).map((days) => addDays(day, days));

/** Mostly near `day`, so that much is open at once; sometimes whole months or years away. */
const around = (day: Day): fc.Arbitrary<Day> =>
  fc.oneof(
    { weight: 3, arbitrary: near(day, -30, 5) },
    { weight: 2, arbitrary: near(day, -1200, 40) },
    {
      weight: 1,
      arbitrary: aDay,
    },
  );

/** null so many times out of four. */
const perhaps = <T>(arbitrary: fc.Arbitrary<T>, without = 2): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: without, arbitrary: fc.constant(null) }, { weight: 4 - without, arbitrary });

const offsets = [
  ...['0d', '1d', '3d', '-3d', '30d', '-30d', '2w', '1m', '-1m', '6m', '1y', '-1y'],
  ...['0b', '1b', '-1b', '3b', '-3b', '22b'],
].map(planOffset);
const steps = ['1d', '3d', '2w', '1m', '5m', '6m', '1y', '2y'].map(offset);

const aTouch: fc.Arbitrary<Omit<Touch, 'id'>> = fc
  .record({
    label: fc.constant('A touch'),
    // what needs a visit beside it comes up too seldom otherwise
    from: fc.constantFrom(...ANCHORS, 'no-show', 'no-show', 'last-service', 'last-service'),
    when: fc.oneof(
      fc.record({
        at: fc.uniqueArray(fc.constantFrom(...offsets), { minLength: 1, maxLength: 6 }),
        every: fc.constant(null),
      }),
      fc.record({ at: fc.constant([]), every: fc.constantFrom(...steps) }),
    ),
    distance: perhaps(fc.constantFrom(300, 1000, 5000), 1),
    opens: fc.constantFrom(...['0d', '0d', '1d', '5d', '30d', '0b', '1b', '4b'].map(length)),
    closes: fc.constantFrom(...['0d', '2d', '14d', '40d', '90d', '0b', '1b', '5b', '20b'].map(length)),
    kind: fc.constantFrom('care' as const, 'sell' as const),
    priority: fc.integer({ min: 0, max: 100 }),
    restDays: perhaps(fc.constantFrom(0, 2, 20), 3),
    retryDays: perhaps(fc.constantFrom(0, 2, 5), 3),
    dealTypes: perhaps(fc.subarray(['cash', 'finance', 'lease'] as const, { minLength: 1 }), 3),
    conditions: perhaps(fc.subarray(['new', 'used'] as const, { minLength: 1 }), 3),
    script: fc.constant({ opener: null, question: null, value: null }),
    late: fc.constant(null),
  })
  .map(({ when, ...rest }) => ({ ...rest, ...when }))
  // what counts from no sale is limited to none
  .map((touch) => (needsNoSale(touch) ? { ...touch, dealTypes: null, conditions: null } : touch))
  .map((touch) =>
    touch.from === 'last-service' && touch.every !== null ? touch : { ...touch, distance: null },
  );

export const aPlan: fc.Arbitrary<Plan> = fc.record({
  rest: fc.record({
    default: fc.constantFrom(0, 7, 30),
    after: fc.constantFrom({}, { 'not-interested': { sell: 90 } }, { talked: { care: 1, sell: 14 } }),
  }),
  tries: fc.integer({ min: 1, max: 3 }),
  must: fc.constantFrom(0, 50, 80),
  callsADay: fc.constantFrom(1, 2, 25),
  working: fc.record({
    businessDays: fc.constantFrom(WEEKDAYS, WEEKDAYS.slice(0, 6), WEEKDAYS.slice(0, 2)),
    holidays: fc.array(aDay, { maxLength: 3 }),
  }),
  workshop: fc.record({ missedAfter: fc.constantFrom(0, 8, 20), perDay: fc.constantFrom(1, 33, 55.5, 300) }),
  caseClock: fc.constantFrom(SHIPPED_CASE_CLOCK, { answer: length('0d'), close: length('3d') }),
  retryDays: fc.record({
    'no-answer': fc.integer({ min: 0, max: 4 }),
    voicemail: fc.integer({ min: 0, max: 4 }),
    busy: fc.integer({ min: 0, max: 1 }),
    text: fc.integer({ min: 0, max: 4 }),
    email: fc.integer({ min: 0, max: 4 }),
  }),
  touches: fc
    .array(aTouch, { minLength: 1, maxLength: 4 })
    .map((touches) => touches.map((touch, index) => ({ id: `touch-${index}`, ...touch }))),
});

const ascendingDays = (day: Day): fc.Arbitrary<Day[]> =>
  fc.array(around(day), { maxLength: 3 }).map((days) => days.sort());

const visits = (day: Day): fc.Arbitrary<Visit[]> =>
  fc
    .array(
      fc.record({
        on: around(day),
        names: fc.constantFrom('customer' as const, 'other' as const, 'nobody' as const),
      }),
      { maxLength: 3 },
    )
    .map((made) => made.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));

const anOdometer = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 9000 }),
  fc.integer({ min: 0, max: 90_000 }),
);

const closedOrders = (day: Day): fc.Arbitrary<ClosedOrder[]> =>
  visits(day).chain((made) =>
    fc.tuple(
      ...made.map((visit) =>
        fc.record({
          on: fc.constant(visit.on),
          names: fc.constant(visit.names),
          openedOn: perhaps(near(visit.on, -20, 0), 1),
          odometer: anOdometer,
        }),
      ),
    ),
  );

const otherOrders = (day: Day): fc.Arbitrary<OtherOrder[]> =>
  fc.array(
    fc.record({
      openedOn: perhaps(around(day), 1),
      closedOn: perhaps(around(day), 3),
      odometer: anOdometer,
      isInternal: fc.boolean(),
    }),
    { maxLength: 2 },
  );

const someIds = fc.constantFrom(1, 1, 2, null);

const appointment = (day: Day): fc.Arbitrary<Omit<AppointmentFacts, 'id'>> =>
  fc.record({
    store: fc.constant(''),
    number: fc.constantFrom('1', '2', '3'),
    on: fc.oneof({ weight: 4, arbitrary: near(day, -40, 3) }, { weight: 2, arbitrary: near(day, 0, 70) }),
    time: fc.constant(null),
    vehicleId: someIds,
    customerId: someIds,
    namesSomebody: fc.boolean(),
    repairOrderNumber: perhaps(fc.constantFrom('7', '8'), 3),
    mark: perhaps(fc.constantFrom('kept' as const, 'missed' as const), 3),
    fileState: perhaps(fc.constantFrom('missed' as const, 'arrived' as const), 3),
    inLatest: fc.constantFrom(true, true, true, false),
    newerDataOn: perhaps(around(day), 1),
    hasOpenOrders: fc.boolean(),
  });

const someVisits = (day: Day): fc.Arbitrary<CustomerVisits | null> =>
  perhaps(
    fc
      .record({
        appointments: fc.array(appointment(day), { minLength: 1, maxLength: 4 }),
        orders: fc.array(
          fc.record({
            store: fc.constant(''),
            number: fc.constantFrom('7', '8', '9'),
            appointmentNumber: fc.constant(null),
            vehicleId: someIds,
            customerId: someIds,
            on: near(day, -40, 10),
            closedOn: perhaps(near(day, -40, 10)),
          }),
          { maxLength: 2 },
        ),
      })
      .map(({ appointments, orders }) => {
        const together = {
          appointments: appointments.map((one, index) => ({ ...one, id: index + 1 })),
          orders: orders.map((one, index) => ({ ...one, id: index + 1 })),
        };
        return { own: together.appointments, together, until: null };
      }),
    1,
  );

const aSale = (day: Day): fc.Arbitrary<Omit<SaleFacts, 'id'>> =>
  fc
    .record({
      status: fc.constantFrom('sold' as const, 'sold' as const, 'sold' as const, 'unwound' as const),
      soldOn: around(day),
      deliveredAfter: fc.constantFrom(0, 0, 3),
      leaseEndOn: perhaps(around(day)),
      loanEndOn: perhaps(around(day)),
      dealType: perhaps(fc.constantFrom('cash' as const, 'finance' as const, 'lease' as const)),
      condition: perhaps(fc.constantFrom('new' as const, 'used' as const)),
      goneOn: perhaps(around(day), 3),
      credits: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
      odometer: perhaps(fc.integer({ min: 0, max: 9000 })),
      orders: closedOrders(day),
      otherOrders: otherOrders(day),
      appointments: visits(day),
      store: fc.constantFrom('', 'north'),
      dealNumber: perhaps(fc.constantFrom('9', '10', 'A1')),
      vehicleId: perhaps(fc.integer({ min: 1, max: 2 })),
      leaseEndEstimated: fc.boolean(),
      loanEndEstimated: fc.boolean(),
    })
    .map(({ deliveredAfter, ...sale }) => ({ ...sale, anchorOn: addDays(sale.soldOn, deliveredAfter) }));

const OUTCOMES = [
  'talked',
  'greeted',
  'not-interested',
  'no-answer',
  'voicemail',
  'busy',
  'text',
  'email',
  'snoozed',
  'wrong-number',
] as const;

const givingsNear = (day: Day): fc.Arbitrary<Giving[]> =>
  fc
    .array(
      fc.record({
        on: near(day, -60, 5),
        to: perhaps(fc.integer({ min: 1, max: 3 }), 1),
        leftOn: perhaps(aDay, 3),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((givings) =>
      givings
        .map((giving, index) => ({ ...giving, entry: index + 1 }))
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.entry - b.entry)),
    );

const contactsNear = (day: Day): fc.Arbitrary<Contact[]> =>
  fc
    .array(
      fc.record({
        on: near(day, -20, 2),
        outcome: fc.oneof(
          { weight: 1, arbitrary: fc.constantFrom(...OUTCOMES) },
          { weight: 1, arbitrary: fc.constantFrom('no-answer', 'voicemail', 'busy') },
        ),
        wait: perhaps(fc.integer({ min: -1, max: 15 }), 3),
        snoozed: fc.integer({ min: 5, max: 40 }),
      }),
      { maxLength: 4 },
    )
    .map((contacts) =>
      contacts
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
        .map(({ on: day, outcome, wait, snoozed }, index) => ({
          id: index + 1,
          on: day,
          outcome,
          note: null,
          nextOn: outcome === 'snoozed' ? addDays(day, snoozed) : wait === null ? null : addDays(day, wait),
          by: null,
          salespersonId: (index % 3) + 1,
        })),
    );

const wishesNear = (day: Day): fc.Arbitrary<WishFacts[]> =>
  fc
    .array(
      fc.record({
        on: around(day),
        days: fc.integer({ min: 0, max: 200 }),
        endedOn: perhaps(around(day), 3),
        cars: fc.array(fc.record({ seenOn: around(day), goneOn: perhaps(around(day), 3) }), { maxLength: 3 }),
      }),
      { maxLength: 2 },
    )
    .map((wishes) =>
      wishes.map(({ days, ...wish }, index) => ({ id: index + 1, ...wish, until: addDays(wish.on, days) })),
    );

/** What was said in a case besides opening, closing and opening it again. */
const casePartsNear = (day: Day): fc.Arbitrary<{ readonly on: Day; readonly said: CasePart }[]> =>
  fc.array(
    fc.record({
      on: around(day),
      said: fc.oneof(
        fc.constantFrom<CasePart>(
          { part: 'offer', text: 'a loaner' },
          { part: 'update', text: 'the part is in', cc: null },
          { part: 'needs', text: 'the car' },
          { part: 'own', owner: { name: 'Maria Delgado', salespersonId: null } },
          { part: 'own', owner: { name: 'Seller 1', salespersonId: 2 } },
          // the promise in the first place is kept; where there is none, none is
          { part: 'kept', promise: 101 },
        ),
        around(day).map((dueOn): CasePart => ({ part: 'promise', text: 'a price', dueOn })),
      ),
    }),
    { maxLength: 4 },
  );

/** Closed and opened again by turns, never before the last time. */
const caseTurnsNear = (day: Day): fc.Arbitrary<{ readonly on: Day; readonly said: CasePart }[]> =>
  fc
    .record({
      days: fc.oneof(
        { weight: 1, arbitrary: fc.array(around(day), { maxLength: 3 }) },
        { weight: 1, arbitrary: near(day, -30, 2).map((on) => [on]) },
      ),
      outcome: fc.constantFrom(
        ...(['recovered', 'recovered', 'unresolved', 'unresolved', 'withdrawn'] as const),
      ),
    })
    .map(({ days, outcome }) =>
      days.sort().map((on, i) => ({
        on,
        said: i % 2 === 0 ? { part: 'close', outcome, apologised: true } : { part: 'reopen' },
      })),
    );

const casesNear = (day: Day): fc.Arbitrary<RecoveryCase[]> =>
  fc
    .uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 4 }),
        openedOn: around(day),
        said: casePartsNear(day),
        turns: caseTurnsNear(day),
      }),
      { maxLength: 2, selector: ({ id }) => id },
    )
    .map((cases) =>
      cases
        .map(({ said, turns, ...one }) => ({
          ...one,
          customerId: 1,
          headline: 'kept three days',
          severity: 'normal' as const,
          openedAt: '',
          repairOrder: null,
          saleId: null,
          steps: [...said, ...turns]
            .map(({ on, said: part }, i) => ({ ...part, entry: 101 + i, on, by: '' }))
            .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.entry - b.entry)),
        }))
        .sort((a, b) => a.id - b.id),
    );

export const aCustomer = (day: Day): fc.Arbitrary<CustomerFacts> =>
  fc.record({
    id: fc.constant(1),
    name: fc.constant('Ann Lee'),
    birthday: perhaps(fc.oneof(around(day), fc.constant(on('1980-02-29')))),
    doNotCall: fc.constantFrom(...Array(9).fill(false), true),
    refused: fc.constantFrom(...Array(9).fill(false), true),
    registered: fc.constantFrom(...Array(9).fill(false), true),
    reachable: fc.constantFrom(...Array(9).fill(true), false),
    sales: fc
      .array(aSale(day), { maxLength: 3 })
      .map((sales) => sales.map((sale, index) => ({ id: index + 1, ...sale }))),
    coSigned: fc
      .array(aSale(day), { maxLength: 1 })
      .map((sales) => sales.map((sale, index) => ({ id: index + 10, ...sale }))),
    orderedOn: ascendingDays(day),
    appointmentsOn: ascendingDays(day),
    visits: someVisits(day),
    promiseEnds: fc.array(fc.record({ promise: fc.integer({ min: 1, max: 4 }), on: around(day) }), {
      maxLength: 1,
    }),
    givings: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: givingsNear(day) }),
    wishes: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: wishesNear(day) }),
    cases: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: casesNear(day) }),
    contacts: contactsNear(day),
    turnOffs: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({
            entry: fc.constant(1),
            touch: perhaps(fc.constantFrom('touch-0', 'touch-1')),
            saleId: perhaps(fc.integer({ min: 1, max: 3 })),
            on: around(day),
            why: fc.constant('asked'),
            carGone: fc.constant(false),
          }),
          { maxLength: 2 },
        ),
      },
    ),
  });

export const someSalespeople: fc.Arbitrary<ReadonlyMap<number, SalespersonFacts>> = fc
  .array(fc.option(aDay), { minLength: 3, maxLength: 3 })
  .map(
    (left) =>
      new Map(
        left.map((leftOn, index) => [
          index + 1,
          { id: index + 1, code: `10${index}`, name: `Seller ${index}`, email: null, leftOn },
        ]),
      ),
  );

export interface SmallWorld {
  readonly day: Day;
  readonly plan: Plan;
  readonly facts: CustomerFacts;
}

export const aSmallWorld: fc.Arbitrary<SmallWorld> = aDay.chain((day) =>
  fc.record({ day: fc.constant(day), plan: aPlan, facts: aCustomer(day) }),
);

/** Most of what is planned comes up in it: every car is still there, every touch is meant for it, and nobody refused anything. */
export const withNothingInTheWay = <W extends { readonly plan: Plan; readonly facts: CustomerFacts }>(
  world: W,
): W => ({
  ...world,
  plan: {
    ...world.plan,
    touches: world.plan.touches.map((touch) => ({ ...touch, dealTypes: null, conditions: null })),
  },
  facts: {
    ...world.facts,
    doNotCall: false,
    refused: false,
    registered: false,
    turnOffs: [],
    sales: world.facts.sales.map((sale) => ({ ...sale, status: 'sold' as const, goneOn: null })),
  },
});

/** The first car of the customer did not come to the workshop three days ago, and the first touch of the plan asks for it. */
export const withAMissedVisit = <
  W extends { readonly day: Day; readonly plan: Plan; readonly facts: CustomerFacts },
>(
  world: W,
): W => {
  const { plan, facts, day } = world;
  const missed: AppointmentFacts = {
    id: 1,
    store: '',
    number: '1',
    on: addDays(day, -3),
    time: null,
    vehicleId: 1,
    customerId: null,
    namesSomebody: false,
    repairOrderNumber: null,
    mark: 'missed',
    fileState: null,
    inLatest: true,
    newerDataOn: null,
    hasOpenOrders: false,
  };
  const soldOn = on('2015-01-01');
  return {
    ...world,
    plan: {
      ...plan,
      touches: plan.touches.map((touch, index) =>
        index > 0
          ? touch
          : {
              ...touch,
              from: 'no-show' as const,
              distance: null,
              opens: { count: 0, unit: 'd' as const },
              closes: { count: 30, unit: 'd' as const },
              at: [{ count: 0, unit: 'd' as const }],
              every: null,
            },
      ),
    },
    facts: {
      ...facts,
      reachable: true,
      contacts: [],
      cases: [],
      sales: facts.sales.map((sale, index) =>
        index > 0 ? sale : { ...sale, vehicleId: 1, soldOn, anchorOn: soldOn, leaseEndOn: null },
      ),
      visits: { own: [missed], together: { appointments: [missed], orders: [] }, until: null },
    },
  };
};
