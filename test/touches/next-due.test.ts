import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { CustomerFacts } from '../../src/domain/facts.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { anchorsOf } from '../../src/touches/anchors.ts';
import { nextDueOn } from '../../src/touches/next-due.ts';
import { occurrencesDue } from '../../src/touches/occurrences.ts';
import { salesFor } from '../../src/touches/open-touches.ts';
import { salesInForce } from '../../src/touches/sales-in-force.ts';
import { contacts, customer, plan, touch } from './sample-facts.ts';
import { aSmallWorld, on } from './small-worlds.ts';

/** Every occurrence for years around the day, one after the other. */
function byListing(plan: Plan, facts: CustomerFacts, day: Day): Day | null {
  const inForce = salesInForce(facts.sales, day);
  const due = plan.touches.flatMap((touch) =>
    salesFor(touch, inForce, facts, day).flatMap((sale) =>
      occurrencesDue(plan, touch, anchorsOf(plan, touch, sale, facts, day), sale, {
        from: addDays(day, -400),
        to: addDays(day, 6000),
      }).filter(({ closesOn }) => closesOn !== null && day <= closesOn),
    ),
  );
  return due.map(({ dueOn }) => dueOn).sort()[0] ?? null;
}

test('is the earliest of all that has not closed', () => {
  fc.assert(
    fc.property(aSmallWorld, ({ plan, facts, day }) => {
      const untouched = { ...facts, contacts: [] };
      expect(nextDueOn(plan, untouched, day)).toBe(byListing(plan, untouched, day));
    }),
    { numRuns: 400 },
  );
});

test('a try keeps open what would have closed', () => {
  const once = plan(touch({ at: '7d', closes: '2d' }));
  const next = (...lines: string[]) =>
    nextDueOn(once, customer({ contacts: contacts(...lines) }), on('2024-03-15'));
  expect([next(), next('2024-03-14 voicemail')]).toEqual([null, '2024-03-12']);
});
