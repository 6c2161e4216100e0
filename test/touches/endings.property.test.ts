import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import { endingsOn } from '../../src/touches/endings.ts';
import type { Occurrence } from '../../src/touches/occurrences.ts';
import { naiveEndings } from './naive-due.ts';
import { aSmallWorld, withNothingInTheWay } from './small-worlds.ts';

test('what closes uncalled and what is given up is what the words of the rule say', () => {
  const seen = { closed: 0, held: 0, givenUp: 0 };
  const named = ({ touch, saleId, dueOn }: Occurrence): string => `${touch} ${saleId} ${dueOn}`;
  fc.assert(
    fc.property(fc.oneof(aSmallWorld, aSmallWorld.map(withNothingInTheWay)), ({ day, plan, facts }) => {
      for (let past = 10; past >= -20; past--) {
        const on = addDays(day, -past);
        const { closedUncalled, givenUp } = endingsOn(plan, facts, on);
        const found = {
          closed: closedUncalled.map(({ occurrence }) => named(occurrence)).sort(),
          givenUp: givenUp.map(named).sort(),
        };
        const wanted = naiveEndings(plan, facts, on);
        expect(found).toEqual({ closed: wanted.closed.sort(), givenUp: wanted.givenUp.sort() });
        seen.closed += found.closed.length;
        seen.givenUp += found.givenUp.length;
        seen.held += closedUncalled.filter(({ wasHeld }) => wasHeld).length;
      }
    }),
    { numRuns: 400 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});
