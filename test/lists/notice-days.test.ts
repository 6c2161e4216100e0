/** From which day on notices are told. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import { isBusinessDay, USUAL_DAYS } from '../../src/domain/working-days.ts';
import { noticesSince } from '../../src/lists/notice-days.ts';

const FIRST = '2026-11-02' as Day;

test('a week, on a day like others and after a Sunday', () => {
  expect(noticesSince(USUAL_DAYS, [], '2026-11-20' as Day)).toBe('2026-11-14');
  expect(noticesSince(USUAL_DAYS, [], '2026-11-23' as Day)).toBe('2026-11-17');
});

test('as the rule is written: told for seven days, and else on the first day back', () => {
  fc.assert(
    fc.property(
      fc.record({ from: fc.integer({ min: 0, max: 20 }), days: fc.integer({ min: 0, max: 14 }) }),
      fc.integer({ min: 0, max: 29 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 4 }),
      fc.integer({ min: 0, max: 29 }),
      fc.integer({ min: 0, max: 29 }),
      ({ from, days }, alone, holidays, found, asked) => {
        const day = (n: number): Day => addDays(FIRST, n);
        const working = { ...USUAL_DAYS, holidays: holidays.map(day) };
        const daysOff = [day(alone), ...Array.from({ length: days }, (_, i) => day(from + i))];
        const isThere = (on: Day): boolean => isBusinessDay(working, on) && !daysOff.includes(on);
        const week = Array.from({ length: 7 }, (_, i) => day(found + i));
        let back = day(found + 7);
        while (!isThere(back)) back = addDays(back, 1);
        const told = week.includes(day(asked)) || (!week.some(isThere) && day(asked) === back);
        const since = noticesSince(working, daysOff, day(asked));
        expect(since <= day(found) && found <= asked).toBe(told);
      },
    ),
    { numRuns: 1000 },
  );
});
