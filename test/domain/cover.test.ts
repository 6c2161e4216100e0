/** Which covers can stand beside each other. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CoverDays, coverInTheWay } from '../../src/domain/cover.ts';
import { addDays, type Day } from '../../src/domain/day.ts';

const FIRST = '2026-11-20' as Day;
const cover = (ofId: number, byId: number, from: number, to: number): CoverDays => ({
  ofId,
  byId,
  from: addDays(FIRST, from),
  to: addDays(FIRST, to),
});

test('two covers of one person need days of their own', () => {
  const there = cover(1, 2, 3, 5);
  expect(coverInTheWay([there], cover(1, 3, 5, 9))).toEqual({ why: 'overlap', cover: there });
  expect(coverInTheWay([there], cover(1, 3, 0, 3))).toEqual({ why: 'overlap', cover: there });
  expect(coverInTheWay([there], cover(1, 3, 6, 9))).toBeNull();
  expect(coverInTheWay([there], cover(3, 2, 3, 5))).toBeNull();
});

test('calls that would come back to whose they are go nowhere', () => {
  const chain = [cover(2, 3, 3, 5), cover(3, 1, 5, 9)];
  expect(coverInTheWay(chain, cover(1, 2, 5, 5))).toEqual({ why: 'circle', cover: chain[1] });
  expect(coverInTheWay(chain, cover(1, 2, 3, 4))).toBeNull();
  expect(coverInTheWay(chain, cover(1, 2, 6, 9))).toBeNull();
});

test('day by day: there is room where on no day anybody has two stand-ins or is their own', () => {
  const days = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(6), fc.nat(6)).map(([of, by, a, b]) => {
    return cover(of, by === of ? (by + 1) % 5 : by, Math.min(a, b), Math.max(a, b));
  });
  let refused = 0;
  let taken = 0;
  fc.assert(
    fc.property(fc.array(days, { maxLength: 12 }), (wanted) => {
      const stand: CoverDays[] = [];
      for (const one of wanted) {
        const isRefused = coverInTheWay(stand, one) !== null;
        expect(isRefused).toBe(!isSound([...stand, one]));
        if (isRefused) refused += 1;
        else {
          stand.push(one);
          taken += 1;
        }
      }
    }),
    { numRuns: 200 },
  );
  expect(Math.min(refused, taken)).toBeGreaterThan(50);
});

function isSound(covers: readonly CoverDays[]): boolean {
  for (let n = 0; n <= 6; n += 1) {
    const day = addDays(FIRST, n);
    const next = new Map<number, number>();
    for (const { ofId, byId, from, to } of covers) {
      if (day < from || day > to) continue;
      if (next.has(ofId)) return false;
      next.set(ofId, byId);
    }
    for (const start of next.keys()) {
      let at = next.get(start);
      for (let step = 0; at !== undefined && step < 6; step += 1) {
        if (at === start) return false;
        at = next.get(at);
      }
    }
  }
  return true;
}
