/** The first day after each occasion, in years whose calendars are known. */

import { expect, test } from 'vitest';
import { dayAfterOccasion, easterOf, OCCASIONS } from '../../src/contacts/occasions.ts';
import type { Day } from '../../src/domain/day.ts';

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2285, '2285-03-22'],
])('Easter Sunday of %i is %s', (year, day) => {
  expect(easterOf(year)).toBe(day);
});

const over = (words: string, on: string): Day | null => {
  const occasion = OCCASIONS.find((one) => new RegExp(`^(?:${one.words})$`).test(words));
  return occasion ? dayAfterOccasion(occasion.over, on as Day) : null;
};

test.each([
  ['memorial day', '2026-01-01', '2026-05-26'],
  ['memorial day', '2026-05-26', '2027-06-01'],
  ['labor day', '2026-01-01', '2026-09-08'],
  ['labour day', '2025-01-01', '2025-09-02'],
  ['thanksgiving', '2024-01-01', '2024-11-29'],
  ['thanksgiving', '2026-01-01', '2026-11-27'],
  ['tax season', '2026-04-16', '2027-04-16'],
  ['the holidays', '2026-12-31', '2027-01-02'],
])('%s, said on %s, is over on %s', (words, on, day) => {
  expect(over(words, on)).toBe(day);
});
