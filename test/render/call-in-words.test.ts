import { describe, expect, test } from 'vitest';
import {
  dueInWords,
  lastContactInWords,
  otherPromises,
  promisesInWords,
  reasonInWords,
  soldInWords,
  toldApart,
  vehicleInWords,
  whyInWords,
} from '../../src/render/call-in-words.ts';
import { anniversary, annLee, day, leaseEnd, ON, promise } from './sample-lists.ts';

const noCar = { vin: null, year: null, make: null, model: null, trim: null, stock_number: null };

describe('a call in words', () => {
  test.each([
    ['an anniversary says which one', anniversary, '3rd purchase anniversary'],
    ['the first one too', { ...anniversary, number: 1 }, '1st purchase anniversary'],
    ['a proper name keeps its capital', { ...anniversary, label: 'VIP anniversary' }, '3rd VIP anniversary'],
    [
      'a label with a number of its own stays',
      { ...anniversary, label: '5-year anniversary' },
      '5-year anniversary',
    ],
    ['other touches are not numbered', { ...leaseEnd, number: 4 }, 'Lease ends in 90 days'],
    ['a touch without a label is called by its id', { ...leaseEnd, label: ' ' }, 'lease-end'],
  ])('%s', (_title, reason, expected) => {
    expect(reasonInWords(reason)).toBe(expected);
  });

  test.each([
    ['an estimated end', leaseEnd, 'Lease ends in 90 days (about 19 Feb 2027)'],
    ['a known one', { ...leaseEnd, estimated: false }, 'Lease ends in 90 days (19 Feb 2027)'],
    ['a day that nothing ends on', anniversary, '3rd purchase anniversary'],
  ])('the end it is counted from: %s', (_title, reason, expected) => {
    expect(whyInWords(reason, ON, 'CA')).toBe(expected);
  });

  test('ends of several cars are told by the car, and one estimate among them makes it "about"', () => {
    const known = { ...leaseEnd, sale_id: 3, estimated: false };
    expect(toldApart([known, leaseEnd]).map((reason) => whyInWords(reason, ON, 'CA'))).toEqual([
      'Lease ends in 90 days: 2 vehicles (about 19 Feb 2027)',
    ]);
  });

  test.each([
    [anniversary, 'due 19 Nov, closes 3 Dec'],
    [leaseEnd, 'due 7 Nov, closes today'],
    [promise, 'due today'],
    [{ ...promise, due_on: day('2025-11-21') }, 'due 21 Nov 2025'],
  ])('when it is due: %#', (reason, expected) => {
    expect(dueInWords(reason, ON, 'CA')).toBe(expected);
  });

  test.each([
    [{ ...noCar, year: 2024, make: 'Honda', model: 'Civic', trim: 'EX' }, '2024 Honda Civic EX'],
    [{ ...noCar, stock_number: 'H123', vin: '1HGCM82633A004352' }, 'stock H123'],
    [{ ...noCar, vin: '1HGCM82633A004352' }, 'VIN 1HGCM82633A004352'],
    [noCar, ''],
    [null, ''],
  ])('which car: %#', (vehicle, expected) => {
    expect(vehicleInWords(vehicle)).toBe(expected);
  });

  test('a sale without a known car still has its day', () => {
    expect(soldInWords(null, day('2024-03-05'), ON, 'CA')).toBe('sold 5 Mar 2024');
  });

  test.each([
    [null, 'no contact yet'],
    [{ on: day('2026-03-12'), outcome: 'no-answer', by: null, note: ' ' }, '12 Mar no answer'],
    [{ on: day('2025-03-12'), outcome: 'talked', by: 'Dana', note: 'ok' }, '12 Mar 2025 talked (Dana): ok'],
  ])('what was said last: %#', (last, expected) => {
    expect(lastContactInWords(last, ON, 'CA')).toBe(expected);
  });
});

describe('promises beside the reasons', () => {
  const licence = {
    id: 7,
    promised_for: day('2027-05-03'),
    made_on: day('2026-11-19'),
    text: 'licence',
    by: 'Dana Reyes',
    state: 'coming' as const,
  };
  const due = { ...licence, id: 5, promised_for: ON, text: 'a price', state: 'today' as const };

  test('each is told with its day, its words and who gave it', () => {
    const call = { ...annLee, promises: [licence] };
    expect(promisesInWords(call, ON, 'US')).toBe('promised for May 3, 2027: licence (Dana Reyes, Nov 19)');
  });

  test('the one that is a reason itself is not told twice', () => {
    const reasons = [{ ...promise, due_on: ON }];
    expect(otherPromises({ promises: [due, licence], reasons })).toEqual([licence]);
    expect(otherPromises({ promises: [due, { ...due, id: 6 }], reasons })).toHaveLength(1);
    expect(otherPromises({ promises: [due], reasons: [] })).toEqual([due]);
  });

  test('one without words is told by its day alone', () => {
    const call = { ...annLee, promises: [{ ...licence, text: null, by: null }] };
    expect(promisesInWords(call, ON, 'CA')).toBe('promised for 3 May 2027 (19 Nov)');
  });
});
