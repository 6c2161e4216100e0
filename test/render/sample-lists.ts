/** Call lists to draw: everyday ones of any length, and one with names and notes that try to break out. */

import type { Call, Calling, CallList, DayLists, Reason } from '../../src/domain/call-list.ts';
import type { Day } from '../../src/domain/day.ts';
import { callablePhone } from '../callable-phone.ts';

export const day = (text: string): Day => text as Day;
export const ON = day('2026-11-21');

export const anniversary: Reason = {
  touch: 'anniversary',
  label: 'Purchase anniversary',
  due_on: day('2026-11-19'),
  opens_on: day('2026-11-12'),
  closes_on: day('2026-12-03'),
  sale_id: 1,
  number: 3,
  estimated: false,
  ends_on: null,
  vehicle_name: null,
  script: {
    opener: 'Hi Ann, it is Dana at Hilltop Honda: three years since you took the Civic home!',
    question: 'How is it treating you, and is anyone around you thinking about a car?',
    value: 'Your next oil change is on us if you come by this month.',
  },
};
export const promise: Reason = {
  touch: 'promise',
  label: 'Promised call',
  due_on: ON,
  opens_on: ON,
  closes_on: null,
  sale_id: null,
  number: 1,
  estimated: false,
  ends_on: null,
  vehicle_name: null,
  script: null,
};
export const leaseEnd: Reason = {
  touch: 'lease-end',
  label: 'Lease ends in 90 days',
  due_on: day('2026-11-07'),
  opens_on: day('2026-11-07'),
  closes_on: ON,
  sale_id: 2,
  number: 1,
  estimated: true,
  ends_on: day('2027-02-19'),
  vehicle_name: null,
  script: {
    opener: 'Your lease is up about 19 February.',
    question: 'Shall we look at what fits next?',
    value: null,
  },
};

/** Inside the window, in the store's own time zone. */
export const calling: Calling = {
  until: day('2028-05-03'),
  hours: { from: '09:00', to: '20:00' },
  here: { from: '09:00', to: '20:00' },
  zones: ['America/New_York'],
  region: 'US-OH',
  registry: 'not-needed',
  calls_left_today: null,
};

export const annLee: Call = {
  customer: {
    id: 482,
    name: 'Ann Lee',
    phones: [
      callablePhone({ kind: 'cell', e164: '+16145550101', extension: null }),
      callablePhone({ kind: 'work', e164: '+16145550199', extension: '204' }),
    ],
    email: 'ann@example.com',
  },
  vehicle: { vin: null, year: 2023, make: 'Honda', model: 'Civic', trim: 'EX', stock_number: null },
  sold_on: day('2023-11-19'),
  reasons: [promise, anniversary],
  last_contact: {
    on: day('2026-03-12'),
    outcome: 'talked',
    by: 'Dana Reyes',
    note: 'likes the heated seats',
  },
  calling,
  promises: [],
  facts: ['twins, hockey', 'met at the boat show'],
  covering: null,
  also: [],
  cases: [],
  former_owner: null,
  owner_because: 'credited',
  owner_since: null,
};

const someone = (
  change: Partial<Call> & { readonly id: number; readonly name: string; readonly phone: string },
): Call => {
  const { id, name, phone, ...rest } = change;
  return {
    customer: {
      id,
      name,
      phones: [callablePhone({ kind: null, e164: phone, extension: null })],
      email: null,
    },
    vehicle: { vin: null, year: 2021, make: 'Toyota', model: 'RAV4', trim: null, stock_number: null },
    sold_on: day('2021-11-26'),
    reasons: [{ ...anniversary, number: 5, due_on: day('2026-11-26') }],
    last_contact: null,
    calling: {
      ...calling,
      until: day('2023-05-26'),
      here: { from: '10:00', to: '20:00' },
      registry: 'unscrubbed',
    },
    promises: [],
    facts: [],
    covering: null,
    also: [],
    cases: [],
    former_owner: null,
    owner_because: 'credited',
    owner_since: null,
    ...rest,
  };
};

/** Names as they come: long, Chinese, Arabic, accented, without a telephone, with an extension. */
export const thirtyCalls: readonly Call[] = Array.from({ length: 30 }, (_, i): Call => {
  const phone = `+1614555${String(1000 + i)}`;
  const id = 1000 + i * 7;
  switch (i % 6) {
    case 0:
      return { ...annLee, customer: { ...annLee.customer, id } };
    case 1:
      return someone({
        id,
        name: 'Bartholomew Featherstonehaugh-Cholmondeley III',
        phone,
        reasons: [leaseEnd],
      });
    case 2:
      return someone({ id, name: '李小龍', phone });
    case 3:
      return someone({ id, name: 'محمد عبد الله', phone });
    case 4:
      return {
        ...someone({ id, name: 'José Núñez', phone, vehicle: null, sold_on: null }),
        customer: { id, name: 'José Núñez', phones: [], email: 'jose.nunez@example.com' },
        last_contact: {
          on: day('2025-12-30'),
          outcome: 'no-answer',
          by: null,
          note: 'the number in the file rings at his sister’s, she says to write instead; he is on the rigs until spring',
        },
      };
    default:
      return someone({
        id,
        name: 'Northwind Towing LLC',
        phone: '+447700900101',
        reasons: [anniversary, leaseEnd],
      });
  }
});

export const dana = { code: '1042', name: 'Dana Reyes', email: null };

/** Lists on which nobody waits, unless it is said who. */
export const dayLists = (
  ...lists: readonly (Pick<CallList, 'salesperson' | 'calls'> & Partial<CallList>)[]
): DayLists => ({
  on: ON,
  lists: lists.map((list) => ({
    covered_by: null,
    due: list.calls.length,
    done: 0,
    later: [],
    dropped: [],
    notices: [],
    scripts: [],
    ...list,
  })),
  withheld: [],
  last_import_on: null,
});
/** Dana's, on which nobody waits. */
export const aList = (calls: readonly Call[]): CallList => ({
  salesperson: dana,
  covered_by: null,
  calls,
  due: calls.length,
  done: 0,
  later: [],
  dropped: [],
  notices: [],
  scripts: [],
});
export const listOf = (calls: readonly Call[]): DayLists => dayLists({ salesperson: dana, calls });

/** `count` calls made by going round the thirty. */
export const manyCalls = (count: number): Call[] =>
  Array.from({ length: count }, (_, i) => thirtyCalls[i % thirtyCalls.length] ?? annLee);

/** Every text that comes from a file is an attack. */
export const hostile: Call = {
  customer: {
    id: 666,
    name: "=cmd|' /C calc'!A0\u001b[31m <script>alert(1)</script>\u202egnp.exe",
    phones: [callablePhone({ kind: 'cell', e164: '+16145550101', extension: null })],
    email: '@evil"onclick="x',
  },
  vehicle: {
    vin: null,
    year: 2020,
    make: '-1+1',
    model: '"><img src=x onerror=y>',
    trim: '\u009b2J',
    stock_number: null,
  },
  sold_on: day('2020-02-29'),
  reasons: [
    {
      ...anniversary,
      label: '+Anniversary\u0007\u001b]0;owned\u0007',
      script: { opener: '</td></table><script src="//x"></script>', question: null, value: null },
    },
  ],
  last_contact: {
    on: day('2026-01-01'),
    outcome: 'talked',
    by: '@SUM(1)',
    note: 'line one\r\nline two\tand\u2028three',
  },
  calling: { ...calling, until: null, hours: null, here: null, registry: 'clear' },
  promises: [],
  facts: ['=cmd|<b>\u001b[31m'],
  also: [],
  cases: [],
  covering: { code: null, name: '=cover\u001b[31m<i>' },
  former_owner: { code: null, name: '=former\u001b[31m<b>', until: day('2026-11-02') },
  owner_because: 'credited',
  owner_since: null,
};

/** So many who wait, and so many who close uncalled before their turn comes, four days on. */
export const leftOver = (waiting: number, closing: number): Pick<CallList, 'later' | 'dropped'> => ({
  later: Array.from({ length: waiting }, (_, i) => ({
    customer: { id: i + 1, name: `Waiting ${i}` },
    planned_on: day('2026-11-24'),
    closes_on: day('2026-12-24'),
  })),
  dropped: Array.from({ length: closing }, (_, i) => ({
    customer: { id: i + 901, name: `Closing ${i}` },
    closes_on: day('2026-11-25'),
    touches: ['anniversary'],
  })),
});
