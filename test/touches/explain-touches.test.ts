import { expect, test } from 'vitest';
import { explainTouches } from '../../src/touches/explain-touches.ts';
import { contacts, customer, plan, sale, touch } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const welcome = plan(touch());
const anniversary = plan(touch({ id: 'anniversary', every: '1y', opens: '3d', closes: '14d' }));
const having = (...lines: string[]) => customer({ contacts: contacts(...lines) });
const bought = (changes: Parameters<typeof sale>[0]) => customer({ sales: [sale(changes)] });

test('a judgement names the occurrence, its state and why', () => {
  expect(explainTouches(welcome, having('2024-03-07 voicemail'), on('2024-03-08'))).toEqual([
    {
      touch: 'welcome',
      label: 'Welcome',
      saleId: 1,
      state: 'withheld',
      why: 'retry-later',
      byRegistry: false,
      visit: null,
      paced: null,
      notes: [],
      number: 1,
      dueOn: '2024-03-06',
      opensOn: '2024-03-06',
      closesOn: '2024-03-16',
      because: 'To be tried again from 2024-03-10 on, after voicemail on 2024-03-07.',
    },
  ]);
});

test.each([
  [
    'due',
    welcome,
    customer(),
    '2024-03-08',
    ['due: Open from 2024-03-06 to 2024-03-16, and nobody has spoken with the customer since it opened.'],
  ],
  ['not yet', welcome, customer(), '2024-03-05', ['not-yet: Opens on 2024-03-06, due 2024-03-06.']],
  [
    'between two anniversaries',
    anniversary,
    customer(),
    '2025-09-01',
    [
      'missed: Closed on 2025-03-19; from 2025-03-02 until then no talk was recorded.',
      'not-yet: Opens on 2026-03-02, due 2026-03-05.',
    ],
  ],
  [
    'settled',
    welcome,
    having('2024-03-07 talked'),
    '2024-03-08',
    ['settled: Done: talked on 2024-03-07, on or after the day it opened (2024-03-06).'],
  ],
  [
    'settled long ago',
    welcome,
    having('2024-03-07 talked'),
    '2024-06-08',
    ['settled: Done: talked on 2024-03-07, on or after the day it opened (2024-03-06).'],
  ],
  [
    'not reached',
    { ...welcome, tries: 1 },
    having('2024-03-07 busy'),
    '2024-03-08',
    ['not-reached: Given up as not reached after tries on 1 day; the last was busy on 2024-03-07.'],
  ],
  [
    'superseded',
    plan(touch({ at: '1d 3d' })),
    customer(),
    '2024-03-08',
    [
      'superseded: Number 2, due 2024-03-08, is open too and stands in for it: only the latest counts.',
      'due: Open from 2024-03-08 to 2024-03-18, and nobody has spoken with the customer since it opened.',
    ],
  ],
  [
    'do not contact',
    welcome,
    customer({ doNotCall: true }),
    '2024-03-08',
    ['withheld: The customer asked not to be called, so no touch is on any call list.'],
  ],
  [
    'on the do-not-call registry',
    welcome,
    customer({ registered: true }),
    '2024-03-08',
    [
      'withheld: Every number is on the do-not-call registry, and the last purchase or service is too long ago to call all the same.',
    ],
  ],
  [
    'snoozed',
    welcome,
    having('2024-03-07 snoozed → 2024-03-20'),
    '2024-03-08',
    ['withheld: Put off until 2024-03-20 by snoozed on 2024-03-07, and no car was bought since.'],
  ],
  [
    'a promise that is made beside a try',
    welcome,
    having('2024-03-07 voicemail → 2024-03-20'),
    '2024-03-10',
    [
      'not-yet: Promised for 2024-03-20.',
      'due: Open from 2024-03-06 to 2024-03-16, and nobody has spoken with the customer since it opened.',
    ],
  ],
  [
    'what a try keeps open',
    welcome,
    having('2024-03-15 voicemail'),
    '2024-03-18',
    [
      'due: Open from 2024-03-06 to 2024-03-18 (longer than planned: it was tried), and nobody has spoken with the customer since it opened.',
    ],
  ],
  [
    'resting',
    welcome,
    having('2024-03-05 talked'),
    '2024-03-08',
    ['withheld: Left alone until 2024-03-12, after talked on 2024-03-05.'],
  ],
  [
    'recent buyer',
    plan(touch({ kind: 'sell' })),
    customer({ sales: [sale(), sale({ id: 2, status: 'sold', soldOn: on('2024-01-02') })] }),
    '2024-03-08',
    [
      'withheld: This touch sells, and the customer bought another car on 2024-01-02 (sale 2), less than 12 months ago.',
      'missed: Closed on 2024-01-13; from 2024-01-03 until then no talk was recorded.',
    ],
  ],
  [
    'no way to reach',
    welcome,
    customer({ reachable: false }),
    '2024-03-08',
    ['withheld: There is neither a phone number nor an e-mail address that may be written to.'],
  ],
  [
    'a promise',
    plan(),
    having('2024-03-07 talked → 2024-03-20'),
    '2024-03-21',
    ['due: Promised for 2024-03-20; it stays due until somebody speaks with the customer.'],
  ],
  [
    'two promises',
    plan(),
    having('2024-03-07 busy → 2024-03-20', '2024-03-08 busy → 2024-03-10'),
    '2024-03-21',
    [
      'due: Promised for 2024-03-10; it stays due until somebody speaks with the customer.',
      'superseded: The earlier promise, for 2024-03-10, stands on the call, which says how many there are.',
    ],
  ],
  [
    'of the promises kept only the last',
    plan(),
    having('2024-03-07 talked → 2024-03-10', '2024-03-10 talked → 2024-03-15', '2024-03-15 talked'),
    '2024-03-21',
    ['settled: Kept by talked on 2024-03-15, on or after the day promised.'],
  ],
  [
    'unwound',
    welcome,
    bought({ status: 'unwound' }),
    '2024-03-08',
    ['does-not-apply: The sale was unwound.'],
  ],
  [
    'not sold yet',
    welcome,
    customer(),
    '2024-03-04',
    ['does-not-apply: The car is not sold before 2024-03-05.'],
  ],
  [
    'traded in',
    welcome,
    bought({ goneOn: on('2024-03-07') }),
    '2024-03-08',
    [
      'does-not-apply: The car left the customer on 2024-03-07: a later sale takes it as a trade-in or sells it again.',
    ],
  ],
  [
    'a lease long over',
    welcome,
    bought({ dealType: 'lease', leaseEndOn: on('2024-04-01') }),
    '2024-06-01',
    [
      'does-not-apply: The lease ended on 2024-04-01, more than 60 days ago, and nothing shows that the customer still has the car.',
    ],
  ],
  [
    'another deal type, unknown condition',
    plan(touch({ dealTypes: ['lease'], conditions: ['new', 'demo'] })),
    bought({ dealType: 'cash' }),
    '2024-03-08',
    [
      'does-not-apply: Only for deal type lease; that of this sale is cash. Only for condition new or demo; that of this sale is not known.',
    ],
  ],
  [
    'no lease end',
    plan(touch({ from: 'lease-end' })),
    customer(),
    '2024-03-08',
    ['does-not-apply: No day on which a lease ends is known for this sale.'],
  ],
  [
    'no birthday',
    plan(touch({ from: 'birthday', every: '1y' })),
    customer(),
    '2024-03-08',
    ["does-not-apply: The customer's birthday is not known."],
  ],
  [
    'no sale for a birthday',
    plan(touch({ from: 'birthday', every: '1y' })),
    customer({ sales: [] }),
    '2024-03-08',
    ['does-not-apply: The customer has no sale with us.'],
  ],
  [
    'no service yet',
    plan(touch({ from: 'repair-order' })),
    customer(),
    '2024-03-08',
    ['does-not-apply: No repair order of this customer has been closed for this car since they got it.'],
  ],
  [
    'no appointment',
    plan(touch({ from: 'appointment' })),
    customer(),
    '2024-03-08',
    ['does-not-apply: No service appointment of this customer is known for this car.'],
  ],
  [
    'a first yearly touch of a car delivered years ahead',
    anniversary,
    bought({ anchorOn: on('2026-03-05') }),
    '2024-03-08',
    ['not-yet: Opens on 2027-03-02, due 2027-03-05.'],
  ],
] as const)('it explains: %s', (_title, given, facts, day, wanted) => {
  const found = explainTouches(given, facts, on(day));
  expect(found.map(({ state, because }) => `${state}: ${because}`)).toEqual(wanted);
});

test('who made the contact is named', () => {
  const [talk] = contacts('2024-03-07 talked');
  if (talk === undefined) throw new Error('no contact');
  const facts = customer({ contacts: [{ ...talk, by: 'Dana Reyes' }] });
  expect(explainTouches(welcome, facts, on('2024-03-08'))[0]?.because).toContain(
    'talked on 2024-03-07 (Dana Reyes)',
  );
});

test('of several tries the one that hides longest is named', () => {
  const facts = having('2024-03-07 voicemail', '2024-03-08 no-answer');
  expect(explainTouches(welcome, facts, on('2024-03-08'))[0]?.because).toBe(
    'To be tried again from 2024-03-10 on, after voicemail on 2024-03-07.',
  );
});
