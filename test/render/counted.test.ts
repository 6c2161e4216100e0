import { expect, test } from 'vitest';
import { counted, ordinal } from '../../src/render/counted.ts';

test.each([
  [counted(0, 'call'), '0 calls'],
  [counted(1, 'call'), '1 call'],
  [counted(3, 'call'), '3 calls'],
  [counted(2, 'touch', 'touches'), '2 touches'],
  [counted(999, 'row'), '999 rows'],
  [counted(1234567, 'row'), '1,234,567 rows'],
])('%s', (said, expected) => {
  expect(said).toBe(expected);
});

test('ordinals take the ending of the last digit, teens take th', () => {
  expect([1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 101, 111, 112].map(ordinal)).toEqual(
    '1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 23rd 101st 111th 112th'.split(' '),
  );
});
