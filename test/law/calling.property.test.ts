/** What holds of the calling rules wherever the customer lives and whatever the store writes into its settings. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { Hours } from '../../src/domain/hours.ts';
import { callUntil, type OwnRules, type Place, rulesOn } from '../../src/law/calling.ts';
import { LAW } from '../../src/law/law-table.ts';

const ALL_DAY: Hours = { from: '00:00', to: '24:00' };
const FREE: OwnRules = {
  hours: { weekday: ALL_DAY, saturday: ALL_DAY, sunday: ALL_DAY, holiday: ALL_DAY },
  relationshipMonths: null,
};

const aDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2025-01-01' as Day, days));
const clock = fc.integer({ min: 0, max: 24 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
const span = fc.option(
  fc
    .uniqueArray(clock, { minLength: 2, maxLength: 2 })
    .map((pair) => pair.sort())
    .map(([from = '', to = '']) => ({ from, to })),
);
const own: fc.Arbitrary<OwnRules> = fc.record({
  hours: fc.record({ weekday: span, saturday: span, sunday: span, holiday: span }),
  relationshipMonths: fc.option(fc.integer({ min: 0, max: 30 })),
});
const regions = [...new Set(LAW.map(({ region }) => region.slice(3)))];
const aPlace: fc.Arbitrary<Place> = fc.record({
  country: fc.constantFrom(null, 'US', 'CA'),
  region: fc.option(fc.constantFrom(...regions, 'OH', 'ON', 'QC', 'AZ', 'Atlantis')),
  postalCode: fc.option(fc.constantFrom('32501', '32401', '43215', '85001', 'M5V 2T6', '06001', 'x')),
  areaCodes: fc.subarray(['614', '850', '902', '800']),
});
const aZone = fc.constantFrom('America/Chicago', 'America/New_York', 'America/Phoenix', 'Pacific/Honolulu');

const isWithin = (inner: Hours | null, outer: Hours | null): boolean =>
  inner === null || (outer !== null && outer.from <= inner.from && inner.to <= outer.to);

test('what a store writes into its settings never widens the law', () => {
  fc.assert(
    fc.property(aDay, aPlace, aZone, own, (day, place, timezone, rules) => {
      const law = rulesOn(day, { country: 'US', timezone, own: FREE })(place);
      const store = rulesOn(day, { country: 'US', timezone, own: rules })(place);
      expect(isWithin(store.hours, law.hours)).toBe(true);
      expect(isWithin(store.here, law.here)).toBe(true);
      expect(store.relationshipMonths).toBeLessThanOrEqual(law.relationshipMonths ?? 0);
      expect([store.zones, store.region]).toEqual([law.zones, law.region]);
    }),
    { numRuns: 200 },
  );
});

test('a call inside the hours of the store’s clock is inside the hours of every zone', () => {
  const minutes = (day: Day, at: string, zone: string): string => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    const [hour = 0, minute = 0] = at.split(':').map(Number);
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    const instant = new Date(year, month - 1, date, hour, minute);
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    return new Intl.DateTimeFormat('en-CA', {
      timeZone: 'UTC',
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    }).format(instant);
  };
  fc.assert(
    fc.property(aDay, aPlace, aZone, own, (day, place, timezone, rules) => {
      const { hours, here, zones } = rulesOn(day, { country: 'US', timezone, own: rules })(place);
      if (here === null || hours === null) return;
      for (const zone of zones) {
        expect(minutes(day, here.from, timezone) >= minutes(day, hours.from, zone)).toBe(true);
        expect(minutes(day, here.to, timezone) <= minutes(day, hours.to, zone)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('a later dealing never shortens the time a customer may be called', () => {
  fc.assert(
    fc.property(aDay, aPlace, own, aDay, aDay, (day, place, rules, a, b) => {
      const found = rulesOn(day, { country: 'US', timezone: 'America/Chicago', own: rules })(place);
      const [earlier, later] = [a, b].sort();
      const [first, second] = [callUntil(found, earlier ?? a), callUntil(found, later ?? b)];
      expect((first ?? '') <= (second ?? '')).toBe(true);
    }),
    { numRuns: 200 },
  );
});
