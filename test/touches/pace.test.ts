import { expect, test } from 'vitest';
import type { ClosedOrder, SaleFacts } from '../../src/domain/facts.ts';
import { anchorsOf } from '../../src/touches/anchors.ts';
import { occurrencesDue } from '../../src/touches/occurrences.ts';
import { paceOf } from '../../src/touches/pace.ts';
import { customer, plan, sale, touch } from './sample-facts.ts';
import { on } from './small-worlds.ts';

/** `'2024-09-01 6000'`, opened and closed on that day. */
const orders = (...lines: string[]): ClosedOrder[] =>
  lines.map((line) => {
    const [day = '', odometer = ''] = line.split(' ');
    return { on: on(day), openedOn: on(day), names: 'nobody', odometer: Number(odometer) };
  });
const paceOn = (day: string, changes: Partial<SaleFacts>): string => {
  const { distance, days, from } = paceOf(plan(), sale(changes), on(day));
  return `${distance}/${days} ${from}`;
};
const SETTINGS = '330/10 settings';

// sold on 5 March 2024
test.each([
  ['nothing was read', {}, SETTINGS],
  ['only the sale', { odometer: 10 }, SETTINGS],
  ['the sale and a visit', { odometer: 10, orders: orders('2024-07-03 3610') }, '3600/120 visits'],
  ['89 days apart', { odometer: 10, orders: orders('2024-06-02 3610') }, SETTINGS],
  ['90 days apart', { odometer: 10, orders: orders('2024-06-03 3610') }, '3600/90 visits'],
  ['two visits alone', { orders: orders('2024-06-03 1000', '2024-09-11 5000') }, '4000/100 visits'],
  [
    'the last of three',
    { odometer: 0, orders: orders('2024-06-03 9000', '2024-09-11 1900') },
    '1900/190 visits',
  ],
  ['no further', { odometer: 10, orders: orders('2024-09-01 10') }, SETTINGS],
  ['back', { odometer: 10_000, orders: orders('2024-09-01 9000') }, SETTINGS],
  ['300 a day', { odometer: 0, orders: orders('2024-06-13 30000') }, '30000/100 visits'],
  ['over 300 a day', { odometer: 0, orders: orders('2024-06-13 30001') }, SETTINGS],
  [
    'the highest of a day',
    { odometer: 0, orders: orders('2024-06-13 3000', '2024-06-13 2000') },
    '3000/100 visits',
  ],
  ['what is to come', { odometer: 10, orders: orders('2025-09-01 9000') }, SETTINGS],
  [
    'an order that is open',
    {
      odometer: 0,
      otherOrders: [{ openedOn: on('2024-06-13'), closedOn: null, odometer: 3000, isInternal: false }],
    },
    '3000/100 visits',
  ],
  [
    'the day it was opened, not closed',
    {
      odometer: 0,
      orders: [
        { on: on('2024-06-23'), openedOn: on('2024-06-13'), names: 'nobody' as const, odometer: 3000 },
      ],
    },
    '3000/100 visits',
  ],
])('%s', (_, changes, wanted) => {
  expect(paceOn('2025-03-05', changes)).toBe(wanted);
});

test.each([
  [
    'by distance',
    { odometer: 0, orders: orders('2024-06-13 5000') },
    '2024-09-21 distance 1, 2024-12-30 distance 2',
  ],
  ['by date', { odometer: 0, orders: orders('2024-06-13 1000') }, '2024-12-13 date 1'],
  ['both on one day', { odometer: 0, orders: orders('2024-06-13 2733') }, '2024-12-13 date 1'],
  [
    'by date, where it would get there after the end of the calendar',
    { anchorOn: on('1990-06-13'), odometer: 0, orders: orders('2024-06-13 1') },
    '2024-12-13 date 1',
  ],
  ['as the settings have it', {}, '2024-08-04 distance 1, 2025-01-03 distance 2'],
])('due %s', (_, changes, wanted) => {
  const every = touch({ from: 'last-service', every: '6m', distance: 5000 });
  const facts = customer({ sales: [sale(changes)] });
  const [car = null] = facts.sales;
  const day = on('2025-01-31');
  const found = occurrencesDue(plan(every), every, anchorsOf(plan(every), every, car, facts, day), car, {
    from: on('2024-03-05'),
    to: day,
  });
  expect(found.map(({ dueOn, paced, number }) => `${dueOn} ${paced?.by} ${number}`).join(', ')).toBe(wanted);
});
