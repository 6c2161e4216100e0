import { expect, test } from 'vitest';
import { clockText, hoursUnbroken, spanInBrief, spanText } from '../../src/render/clock-text.ts';

test.each([
  ['09:00', '9 am', '9:00'],
  ['12:00', 'noon', '12:00'],
  ['12:30', '12:30 pm', '12:30'],
  ['20:30', '8:30 pm', '20:30'],
  ['00:00', 'midnight', '0:00'],
  ['24:00', 'midnight', '24:00'],
  ['00:15', '12:15 am', '0:15'],
])('%s is %s in the United States and %s in Britain', (time, american, british) => {
  expect([clockText(time, 'US'), clockText(time, 'GB')]).toEqual([american, british]);
});

test('hours are a span of two of them', () => {
  const hours = { from: '09:00', to: '20:00' };
  expect([spanText(hours, 'CA'), spanText(hours, 'GB')]).toEqual(['9 am – 8 pm', '9:00–20:00']);
});

test('in a narrow column without blanks, on a page with blanks that do not break', () => {
  const hours = { from: '09:00', to: '20:30' };
  expect([spanInBrief(hours, 'US'), hoursUnbroken(`until May 3, ${spanText(hours, 'US')}`)]).toEqual([
    '9am–8:30pm',
    'until May 3, 9\u00a0am – 8:30\u00a0pm',
  ]);
});
