/** Days as people type them: one reader for every flag, sheet and question. */

import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import type { DateOrder } from '../../src/values/dates.ts';
import { dayMeant, daysMeant, type Looks } from '../../src/values/typed-day.ts';

/** A Saturday. */
const ON = '2026-11-21' as Day;

describe('a day that may be meant', () => {
  test.each<[string, DateOrder | null, Looks, string[]]>([
    ['2027-05-03', null, 'ahead', ['2027-05-03']],
    ['today', null, 'ahead', ['2026-11-21']],
    [' Tomorrow ', null, 'ahead', ['2026-11-22']],
    ['yesterday', null, 'ahead', ['2026-11-20']],
    ['+3d', null, 'ahead', ['2026-11-24']],
    ['-3d', null, 'ahead', ['2026-11-18']],
    ['2w', null, 'back', ['2026-12-05']],
    ['fri', null, 'ahead', ['2026-11-27']],
    ['fri', null, 'back', ['2026-11-20']],
    ['sat', null, 'ahead', ['2026-11-28']],
    ['sat', null, 'back', ['2026-11-21']],
    ['Saturday', null, 'back', ['2026-11-21']],
    ['last sat', null, 'back', ['2026-11-14']],
    ['last fri', null, 'ahead', ['2026-11-20']],
    ['next fri', null, 'back', ['2026-11-27']],
    ['weds', null, 'ahead', ['2026-11-25']],
    ['thurs', null, 'ahead', ['2026-11-26']],
    ['11/25/2026', 'mdy', 'ahead', ['2026-11-25']],
    ['25/11/2026', 'dmy', 'ahead', ['2026-11-25']],
    ['25.11.26', 'dmy', 'ahead', ['2026-11-25']],
    ['5/3/2027', 'mdy', 'ahead', ['2027-05-03']],
    ['5/3/2027', 'dmy', 'ahead', ['2027-03-05']],
    ['5/3/2027', null, 'ahead', ['2027-05-03', '2027-03-05']],
    ['5/3', null, 'ahead', ['2027-05-03', '2027-03-05']],
    ['5/5/2027', null, 'ahead', ['2027-05-05']],
    ['11/25/2026', null, 'ahead', ['2026-11-25']],
    ['27/05/03', 'ymd', 'ahead', ['2027-05-03']],
    ['2026/11/25', 'ymd', 'ahead', ['2026-11-25']],
    ['11/20', 'mdy', 'ahead', ['2027-11-20']],
    ['11/20', 'mdy', 'back', ['2026-11-20']],
    ['11/22', 'mdy', 'back', ['2025-11-22']],
    ['May 3', null, 'ahead', ['2027-05-03']],
    ['May 3', null, 'back', ['2026-05-03']],
    ['3 May 2027', null, 'ahead', ['2027-05-03']],
  ])('"%s" in the order %s, looking %s: %j', (text, order, looks, days) => {
    expect(daysMeant(text, { on: ON, order, looks })).toEqual(days);
  });

  test.each([
    '',
    'soon',
    'monkey',
    'money',
    'friends',
    '2026-02-30',
    '2/30/2027',
    '13/13/2027',
    '4pm',
    '45000',
    '7',
  ])('"%s" is none', (text) => {
    expect(daysMeant(text, { on: ON, order: 'mdy' })).toEqual([]);
  });

  test('what may be two is no one day', () => {
    expect(dayMeant('5/3', { on: ON, order: null })).toBeNull();
    expect(dayMeant('5/3', { on: ON, order: 'mdy' })).toBe('2027-05-03');
  });
});
