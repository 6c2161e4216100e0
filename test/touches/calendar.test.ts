import { expect, test } from 'vitest';
import { calendarOf } from '../../src/touches/calendar.ts';
import { customer, plan, sale, touch, visits } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const given = plan(
  touch({ id: 'anniversary', every: '1y' }),
  touch({ at: '1d 3d' }),
  touch({ id: 'birthday', from: 'birthday', every: '1y' }),
  touch({ id: 'service', from: 'last-service', every: '6m', dealTypes: ['cash'] }),
);
const calendar = (changes: Parameters<typeof sale>[0], from: string, to: string) =>
  calendarOf(given, sale(changes), customer({ birthday: on('1980-06-01') }), on(from), on(to)).map(
    ({ touch, number, dueOn }) => `${dueOn} ${touch} ${number}`,
  );

test.each([
  [
    'lists what is due, both ends included',
    {},
    '2024-03-06',
    '2025-03-05',
    ['2024-03-06 welcome 1', '2024-03-08 welcome 2', '2024-06-01 birthday 44', '2025-03-05 anniversary 1'],
  ],
  [
    'keeps to the deal type, and counts services from the last',
    { dealType: 'cash', orders: visits('2024-05-01') },
    '2024-07-01',
    '2025-03-01',
    ['2024-11-01 service 1'],
  ],
  ['starts with the sale', {}, '2023-01-01', '2024-03-06', ['2024-03-06 welcome 1']],
  [
    'ends when the car is gone',
    { goneOn: on('2024-03-08') },
    '2024-01-01',
    '2034-01-01',
    ['2024-03-06 welcome 1'],
  ],
  ['is empty for an unwound sale', { status: 'unwound' }, '2024-01-01', '2034-01-01', []],
] as const)('the calendar of a sale %s', (_title, changes, from, to, wanted) => {
  expect(calendar(changes, from, to)).toEqual(wanted);
});
