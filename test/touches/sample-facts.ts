/** Facts with nothing special about them, for a test to change the one thing it is about. */

import type { Contact } from '../../src/domain/contact.ts';
import type { ClosedOrder, CustomerFacts, SaleFacts, Visit } from '../../src/domain/facts.ts';
import { type Plan, type Touch, USUAL_WORKSHOP } from '../../src/domain/plan.ts';
import { SHIPPED_CASE_CLOCK } from '../../src/domain/recovery-case.ts';
import { WEEKDAYS } from '../../src/domain/working-days.ts';
import { length, offset, on, planOffset } from './small-worlds.ts';

/** Sold and delivered on 5 March 2024. */
export const sale = (changes: Partial<SaleFacts> = {}): SaleFacts => ({
  id: 1,
  store: '',
  dealNumber: null,
  status: 'sold',
  vehicleId: null,
  soldOn: on('2024-03-05'),
  anchorOn: changes.soldOn ?? on('2024-03-05'),
  leaseEndOn: null,
  leaseEndEstimated: false,
  loanEndOn: null,
  loanEndEstimated: false,
  dealType: null,
  condition: null,
  odometer: null,
  goneOn: null,
  credits: [],
  orders: [],
  otherOrders: [],
  appointments: [],
  ...changes,
});

/** Visits that name nobody, unless it is said whom: `'2024-09-01'`, `'2024-09-01 customer'`. */
export const visits = (...lines: string[]): ClosedOrder[] =>
  lines.map((line) => {
    const [day = '', names = 'nobody'] = line.split(' ');
    return { on: on(day), names: names as Visit['names'], openedOn: null, odometer: null };
  });

export const customer = (changes: Partial<CustomerFacts> = {}): CustomerFacts => ({
  id: 1,
  name: 'Ann Lee',
  birthday: null,
  doNotCall: false,
  refused: false,
  registered: false,
  reachable: true,
  sales: [sale()],
  coSigned: [],
  orderedOn: [],
  appointmentsOn: [],
  visits: null,
  contacts: [],
  promiseEnds: [],
  givings: [],
  wishes: [],
  cases: [],
  turnOffs: [],
  ...changes,
});

/** `'2024-03-07 voicemail'`, `'2024-03-07 talked → 2024-04-01'`; ids count from 1. */
export const contacts = (...lines: string[]): Contact[] =>
  lines.map((line, index) => {
    const [day = '', outcome = '', , next] = line.split(' ');
    return {
      id: index + 1,
      on: on(day),
      outcome,
      note: null,
      nextOn: next === undefined ? null : on(next),
      by: null,
      salespersonId: null,
    };
  });

/** `at` the offsets named, else once a year; open from the due day for 10 days. */
export const touch = (
  changes: Partial<Omit<Touch, 'at' | 'every' | 'opens' | 'closes'>> & {
    at?: string;
    every?: string;
    opens?: string;
    closes?: string;
  } = {},
): Touch => {
  const { at, every, opens = '0d', closes = '10d', ...rest } = changes;
  return {
    id: 'welcome',
    label: 'Welcome',
    from: 'sale',
    distance: null,
    opens: length(opens),
    closes: length(closes),
    kind: 'care',
    priority: 50,
    restDays: null,
    retryDays: null,
    dealTypes: null,
    conditions: null,
    script: { opener: null, question: null, value: null },
    late: null,
    ...rest,
    at: every === undefined ? (at ?? '1d').split(' ').map(planOffset) : [],
    every: every === undefined ? null : offset(every),
  };
};

export const plan = (...touches: Touch[]): Plan => ({
  rest: { default: 7, after: {} },
  tries: 3,
  must: 80,
  callsADay: 25,
  retryDays: { 'no-answer': 1, voicemail: 3, busy: 0, text: 3, email: 3 },
  touches,
  working: { businessDays: WEEKDAYS, holidays: [] },
  workshop: USUAL_WORKSHOP,
  caseClock: SHIPPED_CASE_CLOCK,
});
