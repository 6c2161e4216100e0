/** Which days a note promises, and which it only mentions. */

import { describe, expect, test } from 'vitest';
import { promisesInNote } from '../../src/contacts/promises-in-note.ts';
import type { Day } from '../../src/domain/day.ts';
import type { DateOrder } from '../../src/values/dates.ts';

/** A Saturday. */
const ON = '2026-11-21' as Day;
const promises = (note: string, order: DateOrder | null = 'mdy', on = ON): [string, string][] =>
  promisesInNote(note, on, order).map(({ text, next_on }) => [text, next_on]);

describe('a day is offered', () => {
  test.each<[note: string, text: string, day: string]>([
    ['call back 2027-04-20', '2027-04-20', '2027-04-20'],
    ['Call 4/20', '4/20', '2027-04-20'],
    ['call on 4/20/27 about the lease', 'on 4/20/27', '2027-04-20'],
    ['remind me April 20', 'April 20', '2027-04-20'],
    ['remind me April 20th, 2028', 'April 20th, 2028', '2028-04-20'],
    ['call back on 20 April', 'on 20 April', '2027-04-20'],
    ['wants to talk again the 20th of Apr', 'the 20th of Apr', '2027-04-20'],
    ['follow up Dec. 3', 'Dec. 3', '2026-12-03'],
    ['call on Friday', 'on Friday', '2026-11-27'],
    ['I’ll call Friday', 'Friday', '2026-11-27'],
    ["I'll try him again next Tuesday", 'next Tuesday', '2026-11-24'],
    ['call on sat', 'on sat', '2026-11-28'],
    ['LM, will call back tomorrow', 'tomorrow', '2026-11-22'],
    ['asked me to ring the day after tomorrow', 'the day after tomorrow', '2026-11-23'],
    ['check back in two weeks', 'in two weeks', '2026-12-05'],
    ['in 3 months', 'in 3 months', '2027-02-21'],
    ['not ready yet, in a couple of months maybe', 'in a couple of months', '2027-01-21'],
    ['in 2-3 weeks', 'in 2-3 weeks', '2026-12-05'],
    ['call him six weeks from now', 'six weeks from now', '2027-01-02'],
    ['call next week', 'next week', '2026-11-23'],
    ['follow up next month', 'next month', '2026-12-01'],
    ['interested, but next year', 'next year', '2027-01-02'],
    ['call at the end of the month', 'the end of the month', '2026-11-30'],
    ['wants a truck in the spring', 'in the spring', '2027-03-01'],
    ['maybe this winter', 'this winter', '2026-12-01'],
    ['will look again in May', 'in May', '2027-05-01'],
    ['ready mid May', 'mid May', '2027-05-15'],
    ['call late January', 'late January', '2027-01-20'],
    ['call at the end of Feb 2028', 'the end of Feb 2028', '2028-02-29'],
    ['call after May', 'after May', '2027-06-01'],
    ['after tax season', 'after tax season', '2027-04-16'],
    ['Not now. After taxes.', 'After taxes', '2027-04-16'],
    ['busy until after Labor Day', 'until after Labor Day', '2027-09-07'],
    ['try after Thanksgiving', 'after Thanksgiving', '2026-11-27'],
    ['after Christmas', 'after Christmas', '2026-12-26'],
    ['after the New Year', 'after the New Year', '2027-01-02'],
    ["after New Year's", "after New Year's", '2027-01-02'],
    ['will decide after the holidays', 'after the holidays', '2027-01-02'],
    ['call after Easter', 'after Easter', '2027-03-29'],
    ['after the summer', 'after the summer', '2027-09-01'],
    ['wants one for her son after graduation', 'after graduation', '2027-06-15'],
    ['after Memorial Day', 'after Memorial Day', '2027-06-01'],
    ['call after Friday', 'after Friday', '2026-11-28'],
    ['wants to wait until spring', 'until spring', '2027-03-01'],
    ['out of town till Christmas, call then', 'till Christmas', '2026-12-26'],
    ['call on the 15th', 'on the 15th', '2026-12-15'],
    ['busy, tomorrow after 5', 'tomorrow', '2026-11-22'],
    ['stop by on Friday', 'on Friday', '2026-11-27'],
    ["don't call until May 5", 'until May 5', '2027-05-05'],
    ['not ready before March 3', 'before March 3', '2027-03-03'],
    ['spoke with his wife, call him on Friday', 'on Friday', '2026-11-27'],
    ['he called and asked me to call in May', 'in May', '2027-05-01'],
    ['left vm will try Friday', 'Friday', '2026-11-27'],
    ['Daughter gets her licence in May, wants a small car', 'in May', '2027-05-01'],
    ['CALL FRI!!! 🎉', 'FRI', '2026-11-27'],
    ['trade in his plate 8MAR203, call 3/8', '3/8', '2027-03-08'],
    ['saw him Monday, ask again Friday 12/4', '12/4', '2026-12-04'],
  ])('%s', (note, text, day) => {
    expect(promises(note)).toEqual([[text, day]]);
  });
});

describe('nothing is offered', () => {
  test.each([
    '',
    'spoke with Ann, all well',
    'daughter gets her licence in May',
    'lease ends in two months',
    'baby due in 3 months',
    'when the lease ends',
    'call when the lease ends',
    "don't call in May",
    'Do not call on Friday',
    'never call on Fridays',
    'stop calling in the spring',
    'not interested in May or ever',
    'call before Christmas',
    'call back 2026-04-20',
    'call 4/20/2020',
    'called on Friday',
    'bought it in May',
    'was here after Thanksgiving',
    'had the car since April 20',
    'saw him last Friday',
    'works every Friday, call him',
    'wants a 3/4 ton truck',
    'wants the 2.5 liter',
    'open 24/7, call any time',
    'wants to pay $4/20',
    'call about plate MAY 20',
    'wants the 2027 Accord',
    'stock 12-5-27 will be ready',
    'may want to trade',
    'sales may fall, will march on',
    'call sat',
    'call back Mon-Fri only',
    'call Monday through Friday',
    'appointment made, service open 8 to 5',
    'will come on Black Friday',
    'call on February 30',
    'call November 20',
    'spring break, will be away',
    'wants it in 2040-01-01',
  ])('%s', (note) => {
    expect(promises(note)).toEqual([]);
  });
});

test('numbers follow the order of the country, and are none where they may be two days', () => {
  expect(promises('call 4/5', 'dmy')).toEqual([['4/5', '2027-05-04']]);
  expect(promises('call 20.4.2027', 'dmy')).toEqual([['20.4.2027', '2027-04-20']]);
  expect(promises('call 4/5', null)).toEqual([]);
  expect(promises('call 4/20', null)).toEqual([['4/20', '2027-04-20']]);
});

test('at most three days, the earliest first, each once', () => {
  expect(promises('call in May, or on 5/1, or tomorrow, next month, or in the spring')).toEqual([
    ['tomorrow', '2026-11-22'],
    ['next month', '2026-12-01'],
    ['in the spring', '2027-03-01'],
  ]);
  expect(promises('call in May, May 1')).toEqual([['in May', '2027-05-01']]);
});

test('a wish at the other end of a long sentence has nothing to do with the day', () => {
  const between = 'and there was a lot to tell about the garden, the dog and the new kitchen';
  expect(promises(`wants a truck ${between} which is ready for the family in May`)).toEqual([
    ['in May', '2027-05-01'],
  ]);
  expect(promises(`wants a truck ${between} which the family has in May`)).toEqual([]);
});

test('a month that has begun is not offered, nor the same month of next year', () => {
  expect(promises('call in November')).toEqual([]);
});

test('ten thousand characters of anything are read', () => {
  expect(promises(`${'in the on 4/4/ \u0000🎉 '.repeat(600)} call on Friday`).length).toBeGreaterThan(0);
});
