import { describe, expect, test } from 'vitest';
import type { CustomerFacts } from '../../src/domain/facts.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { dueTouches } from '../../src/touches/due-touches.ts';
import { contacts, customer, plan, sale, touch, visits } from './sample-facts.ts';
import { on } from './small-worlds.ts';

/** `welcome 1 due 2024-03-06 for 1`, and `welcome resting` for what is withheld. */
function said(given: Plan, facts: CustomerFacts, day: string): string[] {
  const { reasons, withheld } = dueTouches(given, facts, on(day));
  return [
    ...reasons.map(({ touch, number, dueOn, saleId }) => `${touch} ${number} due ${dueOn} for ${saleId}`),
    ...withheld.map(({ touch, why }) => `${touch} ${why}`),
  ];
}

type Case = readonly [title: string, plan: Plan, facts: CustomerFacts, day: string, said: string[]];
const table = (cases: readonly Case[]) =>
  test.each(cases)('%s', (_title, given, facts, day, wanted) => {
    expect(said(given, facts, day)).toEqual(wanted);
  });

const welcome = plan(touch());
const DUE = ['welcome 1 due 2024-03-06 for 1'];
const bought = (changes: Parameters<typeof sale>[0]) => customer({ sales: [sale(changes)] });
const having = (...lines: string[]) => customer({ contacts: contacts(...lines) });

/** A lease that ended on 6 March 2024, with a touch every day. */
const lease = (...orders: string[]) =>
  [
    plan(touch({ every: '1d', closes: '0d' })),
    bought({ dealType: 'lease', leaseEndOn: on('2024-03-06'), orders: visits(...orders) }),
  ] as const;
const LEASE_DUE = ['welcome 61 due 2024-05-05 for 1'];

test('a reason carries all the list needs', () => {
  const script = { opener: 'Hi', question: null, value: null };
  const given = plan(touch({ opens: '1d', kind: 'sell', priority: 70, script }));
  expect(dueTouches(given, customer(), on('2024-03-05'))).toEqual({
    reasons: [
      {
        touch: 'welcome',
        label: 'Welcome',
        dueOn: '2024-03-06',
        opensOn: '2024-03-05',
        closesOn: '2024-03-16',
        saleId: 1,
        number: 1,
        estimated: false,
        endsOn: null,
        anchorOn: '2024-03-05',
        paced: null,
        notes: [],
        kind: 'sell',
        priority: 70,
        script,
        planned: given.touches[0],
      },
    ],
    withheld: [],
  });
});

describe('a sale is in force', () => {
  table([
    ['from the day sold', plan(touch({ opens: '9d' })), customer(), '2024-03-05', DUE],
    ['not before it', plan(touch({ opens: '9d' })), customer(), '2024-03-04', []],
    ['not when it was unwound', welcome, bought({ status: 'unwound' }), '2024-03-06', []],
    [
      'until the day before the car is traded in',
      welcome,
      bought({ goneOn: on('2024-03-07') }),
      '2024-03-06',
      DUE,
    ],
    ['no longer on the day it is traded in', welcome, bought({ goneOn: on('2024-03-06') }), '2024-03-06', []],
    ['60 days after a lease has ended', ...lease(), '2024-05-05', LEASE_DUE],
    ['no longer after 61', ...lease(), '2024-05-06', []],
    [
      'unless an order shows that they kept it',
      ...lease('2024-03-07 customer'),
      '2024-05-06',
      ['welcome 62 due 2024-05-06 for 1'],
    ],
    ['not by an order of before', ...lease('2024-03-06 customer'), '2024-05-06', []],
    ['nor of somebody else', ...lease('2024-03-07 other', '2024-03-08 nobody'), '2024-05-06', []],
    ['nor one still to come', ...lease('2024-05-07 customer'), '2024-05-06', []],
  ]);
});

describe('a window', () => {
  const wide = plan(touch({ at: '10d', opens: '2d', closes: '3d' }));
  const TENTH = ['welcome 1 due 2024-03-15 for 1'];
  table([
    ['is closed the day before it opens', wide, customer(), '2024-03-12', []],
    ['opens on its first day', wide, customer(), '2024-03-13', TENTH],
    ['is open on its last day', wide, customer(), '2024-03-18', TENTH],
    ['is closed the day after', wide, customer(), '2024-03-19', []],
    [
      'counts from delivery where that is known',
      welcome,
      bought({ anchorOn: on('2024-03-20') }),
      '2024-03-21',
      ['welcome 1 due 2024-03-21 for 1'],
    ],
  ]);
});

describe('the calendar', () => {
  const yearly = plan(touch({ id: 'anniversary', every: '1y', closes: '0d' }));
  const monthly = plan(touch({ id: 'monthly', every: '1m', closes: '0d' }));
  const leapDay = bought({ soldOn: on('2024-02-29') });
  const monthEnd = bought({ soldOn: on('2024-01-31') });
  table([
    ['has no anniversary on the day of the sale', yearly, customer(), '2024-03-05', []],
    ['numbers anniversaries', yearly, customer(), '2027-03-05', ['anniversary 3 due 2027-03-05 for 1']],
    ['puts 29 February on the 28th', yearly, leapDay, '2025-02-28', ['anniversary 1 due 2025-02-28 for 1']],
    ['but not on 1 March', yearly, leapDay, '2025-03-01', []],
    ['and back on the 29th', yearly, leapDay, '2028-02-29', ['anniversary 4 due 2028-02-29 for 1']],
    ['not on the 28th of such a year', yearly, leapDay, '2028-02-28', []],
    ['clamps the 31st', monthly, monthEnd, '2024-02-29', ['monthly 1 due 2024-02-29 for 1']],
    [
      'and counts on from the 31st itself',
      monthly,
      monthEnd,
      '2024-03-31',
      ['monthly 2 due 2024-03-31 for 1'],
    ],
  ]);
});

describe('the day to count from', () => {
  const from = (anchor: Parameters<typeof touch>[0], changes: Parameters<typeof sale>[0] = {}) =>
    [plan(touch({ closes: '0d', ...anchor })), bought(changes)] as const;
  const ninety = { from: 'lease-end', at: '-90d -30d' } as const;
  const lease = { leaseEndOn: on('2027-03-05') };
  const birthday = plan(touch({ id: 'birthday', from: 'birthday', every: '1y', closes: '0d' }));
  const born = (day: string, sales = [sale()]) => customer({ birthday: on(day), sales });
  const serviced = { orders: visits('2024-05-01', '2024-09-10') };
  const service = { from: 'last-service', every: '6m' } as const;
  const followUp = { from: 'repair-order', at: '1d 3d', closes: '1d' } as const;
  table([
    ['may lie ahead', ...from(ninety, lease), '2026-12-05', ['welcome 1 due 2026-12-05 for 1']],
    [
      'gives each offset its number',
      ...from(ninety, lease),
      '2027-02-03',
      ['welcome 2 due 2027-02-03 for 1'],
    ],
    ['missing: no touch', ...from(ninety), '2026-12-05', []],
    [
      'a birthday is numbered by age',
      birthday,
      born('1980-02-29'),
      '2025-02-28',
      ['birthday 45 due 2025-02-28 for 1'],
    ],
    ['a birthday before the sale is none of ours', birthday, born('1980-03-04'), '2024-03-04', []],
    [
      'a birthday comes once, for the newest sale in force',
      birthday,
      born('1980-06-01', [
        sale({ id: 7, soldOn: on('2024-04-01') }),
        sale({ id: 8, soldOn: on('2024-05-01'), goneOn: on('2024-05-20') }),
        sale({ id: 6, soldOn: on('2024-04-01') }),
      ]),
      '2024-06-01',
      ['birthday 44 due 2024-06-01 for 7'],
    ],
    ['a birthday needs a car in force', birthday, born('1980-06-01', []), '2024-06-01', []],
    [
      'is the sale while there was no service',
      ...from(service),
      '2024-09-05',
      ['welcome 1 due 2024-09-05 for 1'],
    ],
    ['is the newest service', ...from(service, serviced), '2025-03-10', ['welcome 1 due 2025-03-10 for 1']],
    ['is never a service that is yet to come', ...from(service, serviced), '2024-09-05', []],
    ['is each repair order', ...from(followUp, serviced), '2024-05-02', ['welcome 1 due 2024-05-02 for 1']],
    ['with each offset', ...from(followUp, serviced), '2024-09-14', ['welcome 2 due 2024-09-13 for 1']],
    [
      'is the service of whoever brought the car',
      ...from(service, { orders: visits('2024-05-01 other') }),
      '2024-11-01',
      ['welcome 1 due 2024-11-01 for 1'],
    ],
    [
      'is no service of before the car was theirs',
      ...from(service, { orders: visits('2024-03-04 customer') }),
      '2024-09-05',
      ['welcome 1 due 2024-09-05 for 1'],
    ],
    [
      'is no order of somebody else, or of before',
      ...from({ from: 'repair-order', at: '1d' }, { orders: visits('2024-03-04', '2024-05-01 other') }),
      '2024-05-02',
      [],
    ],
    [
      'is no appointment of somebody else, or of before',
      ...from({ from: 'appointment', at: '0d' }, { appointments: visits('2024-03-04', '2024-06-10 other') }),
      '2024-06-10',
      [],
    ],
    [
      'is an appointment that names them and no car, where they have one',
      plan(touch({ from: 'appointment', at: '0d' })),
      customer({ appointmentsOn: [on('2024-06-10')] }),
      '2024-06-10',
      ['welcome 1 due 2024-06-10 for 1'],
    ],
    [
      'but not where they have two',
      plan(touch({ from: 'appointment', at: '0d' })),
      customer({ sales: [sale(), sale({ id: 2 })], appointmentsOn: [on('2024-06-10')] }),
      '2024-06-10',
      [],
    ],
    [
      'is an appointment to come',
      ...from({ from: 'appointment', at: '-2d' }, { appointments: visits('2024-06-10') }),
      '2024-06-08',
      ['welcome 1 due 2024-06-08 for 1'],
    ],
  ]);
});

describe('of several open occurrences of one touch', () => {
  const three = plan(touch({ at: '1d 3d 7d' }));
  const twice = [sale(), sale({ id: 2, soldOn: on('2024-03-04') })];
  table([
    ['only the latest due counts', three, customer(), '2024-03-09', ['welcome 2 due 2024-03-08 for 1']],
    [
      'a talk that settled the one before leaves the next',
      three,
      having('2024-03-08 talked'),
      '2024-03-15',
      ['welcome 3 due 2024-03-12 for 1'],
    ],
    [
      'an older one does not come back when it is given up',
      { ...three, tries: 1 },
      having('2024-03-12 no-answer'),
      '2024-03-13',
      [],
    ],
    [
      'each sale has its own',
      three,
      customer({ sales: twice }),
      '2024-03-06',
      ['welcome 1 due 2024-03-06 for 1', 'welcome 1 due 2024-03-05 for 2'],
    ],
    [
      'the same day: the higher number',
      plan(touch({ at: '7d 1w' })),
      customer(),
      '2024-03-12',
      ['welcome 2 due 2024-03-12 for 1'],
    ],
  ]);
});

describe('deal types and conditions', () => {
  const leases = plan(touch({ dealTypes: ['lease', 'finance'], conditions: ['new'] }));
  table([
    [
      'let a fitting sale through',
      leases,
      bought({ dealType: 'lease', condition: 'new' }),
      '2024-03-06',
      DUE,
    ],
    ['keep another deal type out', leases, bought({ dealType: 'cash', condition: 'new' }), '2024-03-06', []],
    [
      'keep another condition out',
      leases,
      bought({ dealType: 'lease', condition: 'used' }),
      '2024-03-06',
      [],
    ],
    ['keep the unknown out', leases, bought({ dealType: null, condition: 'new' }), '2024-03-06', []],
  ]);
});

describe('contacts', () => {
  const noRest = { ...welcome, rest: { default: 0, after: {} } };
  table([
    ['settle what is open', noRest, having('2024-03-06 talked'), '2024-03-07', []],
    ['not what opens later', noRest, having('2024-03-05 talked'), '2024-03-07', DUE],
    ['not before they were made', noRest, having('2024-03-08 talked'), '2024-03-07', DUE],
    ['of any other outcome change nothing', noRest, having('2024-03-06 wrong-number'), '2024-03-07', DUE],
    [
      'that failed hide the customer',
      welcome,
      having('2024-03-06 voicemail'),
      '2024-03-08',
      ['welcome retry-later'],
    ],
    ['until the retry is over', welcome, having('2024-03-06 voicemail'), '2024-03-09', DUE],
    ['busy: not even that day', welcome, having('2024-03-06 busy'), '2024-03-06', DUE],
    [
      'the longest wait holds',
      welcome,
      having('2024-03-06 voicemail', '2024-03-07 no-answer'),
      '2024-03-08',
      ['welcome retry-later'],
    ],
    ['made before it opened do not hide it', welcome, having('2024-03-05 voicemail'), '2024-03-06', DUE],
    [
      'made for one touch hide all of them',
      plan(touch(), touch({ id: 'settling-in', at: '3d' })),
      having('2024-03-07 voicemail'),
      '2024-03-08',
      ['welcome retry-later', 'settling-in retry-later'],
    ],
    [
      'made on the last day a touch is open keep it open until the customer may be tried again',
      welcome,
      having('2024-03-16 voicemail'),
      '2024-03-19',
      DUE,
    ],
    ['and no day longer', welcome, having('2024-03-16 voicemail'), '2024-03-20', []],
    [
      'until the first business day',
      { ...welcome, working: { businessDays: ['mon', 'tue'], holidays: [on('2024-03-19')] } },
      having('2024-03-16 voicemail'),
      '2024-03-25',
      DUE,
    ],
    [
      'as long as the touch itself says',
      plan(touch({ retryDays: 5 })),
      having('2024-03-16 busy'),
      '2024-03-21',
      DUE,
    ],
    ['made after it closed do not', welcome, having('2024-03-17 voicemail'), '2024-03-20', []],
    [
      'a text or an e-mail is a try',
      welcome,
      having('2024-03-06 text', '2024-03-07 email'),
      '2024-03-09',
      ['welcome retry-later'],
    ],
    [
      'the last try gives a touch up, and hides the customer all the same',
      plan(touch({ closes: '20d' }), touch({ id: 'settling-in', at: '10d' })),
      having('2024-03-06 busy', '2024-03-08 busy', '2024-03-14 voicemail'),
      '2024-03-16',
      ['settling-in retry-later'],
    ],
    [
      'until it may be tried again',
      plan(touch({ closes: '20d' }), touch({ id: 'settling-in', at: '10d' })),
      having('2024-03-06 busy', '2024-03-08 busy', '2024-03-14 voicemail'),
      '2024-03-17',
      ['settling-in 1 due 2024-03-15 for 1'],
    ],
    [
      'of a touch that was turned off since hide nobody',
      plan(touch(), touch({ id: 'settling-in', at: '3d' })),
      {
        ...having('2024-03-07 voicemail'),
        turnOffs: [
          { entry: 9, touch: 'welcome', saleId: null, on: on('2024-03-08'), why: 'asked', carGone: false },
        ],
      },
      '2024-03-08',
      ['settling-in 1 due 2024-03-08 for 1'],
    ],
    [
      'hide nobody who was spoken with since',
      plan(touch(), touch({ id: 'settling-in', at: '3d', restDays: 0 })),
      having('2024-03-07 voicemail', '2024-03-07 talked'),
      '2024-03-08',
      ['settling-in 1 due 2024-03-08 for 1'],
    ],
    [
      'three on one day are one try',
      welcome,
      having('2024-03-06 busy', '2024-03-06 busy', '2024-03-06 busy'),
      '2024-03-08',
      DUE,
    ],
    ['one try less does not', welcome, having('2024-03-06 busy', '2024-03-07 busy'), '2024-03-08', DUE],
  ]);
});

describe('withheld', () => {
  const sell = plan(touch({ kind: 'sell' }));
  const also = (changes: Parameters<typeof sale>[0], day = '2024-03-06') =>
    [customer({ sales: [sale(), sale({ id: 2, ...changes })] }), day] as const;
  const both = ['welcome recent-buyer'];
  table([
    [
      'do-not-contact above all',
      welcome,
      { ...having('2024-03-06 snoozed → 2024-05-01'), doNotCall: true },
      '2024-03-07',
      ['welcome do-not-contact'],
    ],
    [
      'on the registry, a promise too',
      welcome,
      { ...having('2024-03-06 voicemail → 2024-03-07'), registered: true },
      '2024-03-07',
      ['promise do-not-contact', 'welcome do-not-contact'],
    ],
    [
      'snoozed above retry-later',
      welcome,
      having('2024-03-06 voicemail', '2024-03-06 snoozed → 2024-03-10'),
      '2024-03-07',
      ['welcome snoozed'],
    ],
    [
      'until the day said last',
      welcome,
      having('2024-03-01 snoozed → 2024-05-01', '2024-03-02 snoozed → 2024-03-07'),
      '2024-03-07',
      DUE,
    ],
    [
      'or until they buy',
      welcome,
      customer({
        sales: [sale(), sale({ id: 2, soldOn: on('2024-03-07'), dealType: 'lease' })],
        contacts: contacts('2024-03-06 snoozed → 2024-05-01'),
      }),
      '2024-03-07',
      DUE,
    ],
    [
      'a promise is not put off',
      welcome,
      having('2024-03-01 busy → 2024-03-06', '2024-03-05 snoozed → 2024-03-20'),
      '2024-03-07',
      ['promise 1 due 2024-03-06 for null', 'welcome snoozed'],
    ],
    [
      'resting as long as the touch itself says',
      plan(touch({ restDays: 2 })),
      having('2024-03-05 greeted'),
      '2024-03-07',
      DUE,
    ],
    [
      'resting longer from what sells, after a no',
      { ...sell, rest: { default: 1, after: { 'not-interested': { sell: 8 } } } },
      having('2024-03-05 not-interested', '2024-03-05 talked'),
      '2024-03-12',
      ['welcome resting'],
    ],
    [
      'not from what does not',
      { ...welcome, rest: { default: 1, after: { 'not-interested': { sell: 8 } } } },
      having('2024-03-05 not-interested'),
      '2024-03-06',
      DUE,
    ],
    [
      'resting to the last day of rest',
      welcome,
      having('2024-03-05 greeted'),
      '2024-03-11',
      ['welcome resting'],
    ],
    ['rested', welcome, having('2024-03-05 greeted'), '2024-03-12', DUE],
    ['recent-buyer', sell, ...also({ soldOn: on('2023-03-07'), goneOn: on('2023-05-01') }), both],
    [
      'no recent buyer of the same car',
      sell,
      customer({
        sales: [
          sale({ vehicleId: 4 }),
          sale({ id: 2, vehicleId: 4, soldOn: on('2024-01-01'), goneOn: on('2024-03-05') }),
        ],
      }),
      '2024-03-06',
      DUE,
    ],
    [
      'a recent buyer of a car without a VIN',
      sell,
      customer({
        sales: [sale({ vehicleId: 4 }), sale({ id: 2, soldOn: on('2024-01-01'), goneOn: on('2024-03-05') })],
      }),
      '2024-03-06',
      both,
    ],
    [
      'the end of a lease concerns recent buyers too',
      plan(touch({ kind: 'sell', from: 'lease-end', at: '0d' })),
      customer({
        sales: [sale({ leaseEndOn: on('2024-03-06') }), sale({ id: 2, soldOn: on('2024-01-01') })],
      }),
      '2024-03-06',
      DUE,
    ],
    ['no recent buyer after 12 months', sell, ...also({ soldOn: on('2023-03-06') }), DUE],
    [
      'no recent buyer by an unwound sale',
      sell,
      ...also({ soldOn: on('2023-05-07'), status: 'unwound' }),
      DUE,
    ],
    ['no recent buyer before buying', sell, ...also({ soldOn: on('2024-03-07') }), DUE],
    ['care goes to recent buyers', welcome, ...also({ soldOn: on('2023-05-07') }), DUE],
    ['no-way-to-reach', welcome, customer({ reachable: false }), '2024-03-06', ['welcome no-way-to-reach']],
    ['nothing where nothing is open', welcome, customer({ doNotCall: true }), '2024-06-06', []],
    [
      'each touch once, whatever the number of cars',
      welcome,
      customer({ sales: [sale(), sale({ id: 2 })], doNotCall: true }),
      '2024-03-06',
      ['welcome do-not-contact'],
    ],
  ]);
});

describe('a promise', () => {
  const none = plan();
  const promised = (day: string) => [`promise 1 due ${day} for null`];
  const talked = '2024-06-01 talked → 2024-06-05';
  table([
    ['is due on the day promised', none, having(talked), '2024-06-05', promised('2024-06-05')],
    ['not before', none, having(talked), '2024-06-04', []],
    ['and stays due until settled', none, having(talked), '2025-06-05', promised('2024-06-05')],
    [
      'ends when somebody speaks with the customer',
      none,
      having(talked, '2024-06-06 greeted'),
      '2024-06-07',
      [],
    ],
    [
      'is not ended by an earlier talk',
      none,
      having(talked, '2024-06-04 talked'),
      '2024-06-05',
      promised('2024-06-05'),
    ],
    [
      'waits after a try',
      none,
      having(talked, '2024-06-05 no-answer'),
      '2024-06-05',
      ['promise retry-later'],
    ],
    [
      'is never given up: after many tries it is hidden for a week each time',
      none,
      having(talked, '2024-06-05 busy', '2024-06-06 busy', '2024-06-07 busy', '2024-06-10 busy'),
      '2024-06-16',
      ['promise retry-later'],
    ],
    [
      'and is back then',
      none,
      having(talked, '2024-06-05 busy', '2024-06-06 busy', '2024-06-07 busy', '2024-06-10 busy'),
      '2024-06-17',
      promised('2024-06-05'),
    ],
    [
      'is not hidden by a try of before',
      none,
      having(talked, '2024-06-04 voicemail'),
      '2024-06-05',
      promised('2024-06-05'),
    ],
    [
      'ends when it is said to be done',
      none,
      { ...having(talked), promiseEnds: [{ promise: 1, on: on('2024-06-03') }] },
      '2024-06-05',
      [],
    ],
    [
      'but not before that day',
      none,
      { ...having(talked), promiseEnds: [{ promise: 1, on: on('2024-06-07') }] },
      '2024-06-06',
      promised('2024-06-05'),
    ],
    ['needs no car in force', none, { ...having(talked), sales: [] }, '2024-06-05', promised('2024-06-05')],
    [
      'of several the earliest stands, with how many there are',
      none,
      having(talked, '2024-06-05 busy → 2024-06-09'),
      '2024-06-09',
      ['promise 2 due 2024-06-05 for null'],
    ],
    [
      'the earliest that is not hidden',
      none,
      having(talked, '2024-06-06 voicemail → 2024-06-08'),
      '2024-06-08',
      ['promise 2 due 2024-06-08 for null', 'promise retry-later'],
    ],
    [
      'comes before the touches of the plan',
      welcome,
      having('2024-03-01 busy → 2024-03-06'),
      '2024-03-06',
      [...promised('2024-03-06'), ...DUE],
    ],
    [
      'is not withheld by resting',
      welcome,
      having('2024-03-05 talked → 2024-03-06'),
      '2024-03-06',
      [...promised('2024-03-06'), 'welcome resting'],
    ],
    [
      'is on no list of who must not be called',
      none,
      { ...having(talked), doNotCall: true },
      '2024-06-05',
      ['promise do-not-contact'],
    ],
  ]);

  test('is care, stands above every touch, and never closes', () => {
    const [reason] = dueTouches(none, having(talked), on('2024-06-05')).reasons;
    expect(reason).toEqual({
      touch: 'promise',
      label: 'Promised to be in touch',
      dueOn: '2024-06-05',
      opensOn: '2024-06-05',
      closesOn: null,
      saleId: null,
      number: 1,
      estimated: false,
      endsOn: null,
      anchorOn: null,
      paced: null,
      notes: [],
      kind: 'care',
      priority: 101,
      script: null,
      planned: null,
    });
  });
});
