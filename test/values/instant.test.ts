import { expect, test } from 'vitest';
import { storeClock } from '../../src/values/instant.ts';

test.each([
  ['2026-03-06T03:30:00Z', 'America/New_York', '2026-03-05 22:30'],
  ['2026-03-06T03:30:00.120Z', 'America/New_York', '2026-03-05 22:30'],
  ['2026-07-06 03:30:00+00:00', 'America/New_York', '2026-07-05 23:30'],
  ['2026-07-06T03:30:00.000+0000', 'America/New_York', '2026-07-05 23:30'],
  ['2026-03-05T22:30:00-05:00', 'America/New_York', '2026-03-05 22:30'],
  ['2026-03-05T22:30:00-05:00', 'America/Los_Angeles', '2026-03-05 19:30'],
  ['2026-03-05T23:30Z', 'Europe/Berlin', '2026-03-06 00:30'],
  ['1772767800000', 'America/New_York', '2026-03-05 22:30'],
  // days that were written down as midnight
  ['2026-03-06T00:00:00Z', 'America/New_York', '2026-03-06T00:00:00Z'],
  ['2026-03-06T00:00:00.000+0000', 'America/New_York', '2026-03-06T00:00:00.000+0000'],
  ['1772755200000', 'America/New_York', '1772755200000'],
  // no zone in the text, or none known
  ['2026-03-06T03:30:00', 'America/New_York', '2026-03-06T03:30:00'],
  ['3/6/2026 3:30 AM', 'America/New_York', '3/6/2026 3:30 AM'],
  ['2026-03-06T03:30:00Z', null, '2026-03-06T03:30:00Z'],
])('%s in %s is %s', (text, timezone, shown) => {
  expect(storeClock(timezone)(text)).toBe(shown);
});
