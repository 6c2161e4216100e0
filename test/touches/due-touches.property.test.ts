import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorRanges, drivenRange } from '../../src/touches/anchor-ranges.ts';
import { calendarOf } from '../../src/touches/calendar.ts';
import { dueTouches } from '../../src/touches/due-touches.ts';
import { explainTouches } from '../../src/touches/explain-touches.ts';
import { explainOwner } from '../../src/touches/owner.ts';
import { paceOf } from '../../src/touches/pace.ts';
import { closesOn } from '../../src/touches/windows.ts';
import { naiveDue, naiveOpen, naiveOwner } from './naive-due.ts';
import {
  aCustomer,
  aDay,
  aSmallWorld,
  on,
  someSalespeople,
  withAMissedVisit,
  withNothingInTheWay,
} from './small-worlds.ts';

/** A world that fails is told as it is, with its seed: there is no end to making one smaller. */
const RUNS = { numRuns: 1000, endOnFailure: true };
const MANY_RUNS = { ...RUNS, numRuns: 3000 };

/** What seldom comes up by itself is brought about in one of ten. */
const anyWorld = fc.oneof(
  { weight: 9, arbitrary: aSmallWorld },
  { weight: 1, arbitrary: aSmallWorld.map(withNothingInTheWay).map(withAMissedVisit) },
);

test('what is due is what a day-by-day reading of the rules says', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyWorld, ({ plan, facts, day }) => {
      const found = dueTouches(plan, facts, day);
      const wanted = naiveDue(plan, facts, day);
      expect(
        found.reasons.map(({ touch, saleId, number, dueOn, opensOn, closesOn, estimated, paced, kind }) => ({
          touch,
          saleId,
          number,
          dueOn,
          opensOn,
          closesOn,
          estimated,
          by: paced?.by ?? null,
          kind,
        })),
      ).toEqual(wanted.reasons.map(({ anchorOn: _, ...reason }) => reason));
      // two cases may be for two people
      expect([...new Set(found.withheld.map(({ touch, why }) => `${touch} ${why}`))]).toEqual([
        ...new Set(wanted.withheld),
      ]);
      for (const { touch, paced, planned } of found.reasons) {
        seen.add(touch === 'promise' || touch === 'case' ? touch : 'touch');
        if (paced?.by === 'distance') seen.add('by distance');
        if (planned?.from === 'no-show') seen.add('missed');
      }
      for (const { why } of found.withheld) seen.add(why);
    }),
    MANY_RUNS,
  );
  expect([...seen].sort()).toEqual([
    'booked',
    'by distance',
    'case',
    'do-not-contact',
    'missed',
    'no-way-to-reach',
    'open-case',
    'promise',
    'recent-buyer',
    'resting',
    'retry-later',
    'snoozed',
    'touch',
  ]);
});

test('the explanation says the same as the list', () => {
  fc.assert(
    fc.property(aSmallWorld, ({ plan, facts, day }) => {
      const judgements = explainTouches(plan, facts, day);
      const due = dueTouches(plan, facts, day);
      expect(
        judgements
          .filter(({ state }) => state === 'due')
          .map(({ touch, saleId, dueOn }) => [touch, saleId, dueOn]),
      ).toEqual(due.reasons.map(({ touch, saleId, dueOn }) => [touch, saleId, dueOn]));
      const held = judgements.flatMap(({ state, touch, why }) =>
        state === 'withheld' ? [`${touch} ${why}`] : [],
      );
      expect([...new Set(held)]).toEqual([
        ...new Set(due.withheld.map(({ touch, why }) => `${touch} ${why}`)),
      ]);
      for (const { because } of judgements) expect(because).toMatch(/^[A-Z].*\.$/);
      for (const touch of plan.touches) {
        if (facts.sales.length > 0) expect(judgements.map((one) => one.touch)).toContain(touch.id);
      }
    }),
    RUNS,
  );
});

test('every open occurrence is counted from a day inside the ranges of its anchor', () => {
  fc.assert(
    fc.property(aSmallWorld, ({ plan, facts: given, day }) => {
      // what a try keeps open is found by the try
      const facts = { ...given, contacts: [] };
      const oldest = on('2015-01-01');
      const ranges = anchorRanges(plan, day, oldest);
      for (const { touch: id, saleId, anchorOn, by } of naiveOpen(plan, facts, day)) {
        const touch = plan.touches.find((one) => one.id === id);
        if (touch === undefined || anchorOn === null || anchorOn < oldest) continue;
        const sale = facts.sales.find(({ id }) => id === saleId);
        if (by === 'distance' && sale !== undefined && paceOf(plan, sale, day).from === 'visits') {
          expect(anchorOn <= (drivenRange(plan, day, oldest)?.to ?? '')).toBe(true);
          continue;
        }
        expect(
          ranges[touch.from].some(({ from, to }) => from <= anchorOn && anchorOn <= to),
          `${touch.from} ${anchorOn}`,
        ).toBe(true);
      }
      for (const list of Object.values(ranges)) {
        list.forEach(({ from, to }, index) => {
          expect(from <= to && from >= oldest).toBe(true);
          expect((list[index - 1]?.to ?? '') < from).toBe(true);
        });
      }
    }),
    RUNS,
  );
});

test('the calendar of a sale holds each occurrence that is open on a day the sale is in force', () => {
  fc.assert(
    fc.property(aSmallWorld, ({ plan, facts: given, day }) => {
      // an appointment without a car belongs to the car of its day
      const facts = { ...given, appointmentsOn: [] };
      const open = naiveOpen(plan, facts, day).filter(({ touch }) =>
        ['sale', 'lease-end', 'loan-end', 'appointment'].includes(
          plan.touches.find(({ id }) => id === touch)?.from ?? '',
        ),
      );
      for (const one of open) {
        const dueOn = on(one.dueOn);
        const sale = facts.sales.find(({ id }) => id === one.saleId);
        // what a try keeps open may have been due before the sale
        const planned = plan.touches.find(({ id }) => id === one.touch);
        if (sale === undefined || !planned || closesOn(plan.working, planned, dueOn) < sale.soldOn) continue;
        expect(calendarOf(plan, sale, facts, dueOn, dueOn)).toContainEqual(
          expect.objectContaining({ touch: one.touch, number: one.number, dueOn: one.dueOn }),
        );
      }
    }),
    RUNS,
  );
});

test('the owner is the one a plain reading of the rule names', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      aDay.chain((day) => fc.tuple(fc.constant(day), aCustomer(day), someSalespeople)),
      ([day, facts, salespeople]) => {
        const { ownerId, because } = explainOwner(facts, salespeople, day);
        expect({ owner: ownerId, because }).toEqual(naiveOwner(facts, salespeople, day));
        seen.add(because);
      },
    ),
    MANY_RUNS,
  );
  expect([...seen].sort()).toEqual([
    'co-buyer',
    'credited',
    'former',
    'given',
    'house',
    'next-credited',
    'promised',
  ]);
});
