/** Facts with nothing special about them, for a test to change the one thing it is about. */

import type { Contact } from '../../src/domain/contact.ts';
import type { CustomerFacts, SaleFacts } from '../../src/domain/facts.ts';
import type { Plan, Touch } from '../../src/domain/plan.ts';
import { offset, on } from './small-worlds.ts';

/** Sold and delivered on 5 March 2024. */
export const sale = (changes: Partial<SaleFacts> = {}): SaleFacts => ({
  id: 1,
  status: 'sold',
  soldOn: on('2024-03-05'),
  anchorOn: changes.soldOn ?? on('2024-03-05'),
  leaseEndOn: null,
  loanEndOn: null,
  dealType: null,
  condition: null,
  goneOn: null,
  credits: [],
  servicedOn: [],
  appointmentsOn: [],
  ...changes,
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
  contacts: [],
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
    };
  });

/** `at` the offsets named, else once a year; open from the due day for 10 days. */
export const touch = (
  changes: Partial<Omit<Touch, 'at' | 'every'>> & { at?: string; every?: string } = {},
): Touch => {
  const { at, every, ...rest } = changes;
  return {
    id: 'welcome',
    label: 'Welcome',
    from: 'sale',
    opensDays: 0,
    closesDays: 10,
    kind: 'care',
    priority: 50,
    dealTypes: null,
    conditions: null,
    script: { opener: null, question: null, value: null },
    ...rest,
    at: every === undefined ? (at ?? '1d').split(' ').map(offset) : [],
    every: every === undefined ? null : offset(every),
  };
};

export const plan = (...touches: Touch[]): Plan => ({
  restDays: 7,
  tries: 3,
  retryDays: { 'no-answer': 1, voicemail: 3, busy: 0 },
  touches,
});
