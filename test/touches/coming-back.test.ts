import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSettling, SNOOZED } from '../../src/domain/contact.ts';
import { addDays } from '../../src/domain/day.ts';
import { comingBack } from '../../src/touches/coming-back.ts';
import { dueTouches } from '../../src/touches/due-touches.ts';
import { contacts, customer, plan, touch } from './sample-facts.ts';
import { aSmallWorld, on } from './small-worlds.ts';

/** After the last of the contacts: `2024-03-11`, `2024-03-11 promised`, `null`. */
const back = (...lines: string[]): string => {
  const made = contacts(...lines);
  const last = made.at(-1) ?? { on: on('2024-03-06'), outcome: 'talked' };
  const found = comingBack(plan(touch()), customer({ contacts: made }), last);
  return `${found.on}${found.promised ? ' promised' : ''}`;
};

describe('a customer comes back', () => {
  test.each([
    ['after the rest when they were spoken with', ['2024-03-07 talked'], '2024-03-14'],
    ['after the wait when the touch is open still', ['2024-03-07 voicemail'], '2024-03-10'],
    ['at once when the line was busy', ['2024-03-07 busy'], '2024-03-07'],
    [
      'at once when it is the day promised',
      ['2024-03-06 promised → 2024-04-07', '2024-04-07 busy'],
      '2024-04-07',
    ],
    [
      'when the try has waited long enough, later than the touch would close',
      ['2024-03-15 voicemail'],
      '2024-03-18',
    ],
    ['not at all when no touch is left open', ['2024-03-17 voicemail'], 'null'],
    ['not at all after the last try', ['2024-03-06 busy', '2024-03-07 busy', '2024-03-08 busy'], 'null'],
    ['when an earlier try has waited long enough', ['2024-03-07 voicemail', '2024-03-07 busy'], '2024-03-10'],
    [
      'on a day promised before, although it falls into the rest',
      ['2024-03-06 promised → 2024-03-09', '2024-03-07 talked'],
      '2024-03-09 promised',
    ],
    [
      'after the rest although something is promised for later',
      ['2024-03-06 talked → 2025-01-07', '2024-03-07 talked'],
      '2024-03-14',
    ],
    ['on the day they were put off to', ['2024-03-06 busy', '2024-03-06 snoozed → 2024-03-15'], '2024-03-15'],
    [
      'on a day promised although the touch is given up',
      ['2024-03-06 busy', '2024-03-07 busy → 2024-05-01', '2024-03-08 busy'],
      '2024-05-01 promised',
    ],
  ])('%s', (_, lines, wanted) => {
    expect(back(...lines)).toBe(wanted);
  });

  test('after the rest of a later talk, when an earlier one is logged behind it', () => {
    const facts = customer({ contacts: contacts('2024-03-06 talked', '2024-03-09 talked') });
    expect(comingBack(plan(touch()), facts, { on: on('2024-03-06'), outcome: 'talked' }).on).toBe(
      '2024-03-16',
    );
  });

  test('never when they may not be called, or cannot be', () => {
    const facts = customer({ contacts: contacts('2024-03-07 voicemail') });
    const tried = { on: on('2024-03-07'), outcome: 'voicemail' };
    const never = (changes: object) => comingBack(plan(touch()), { ...facts, ...changes }, tried);
    expect(never({ doNotCall: true })).toMatchObject({
      on: null,
      never: { why: 'do-not-contact', by_registry: false },
    });
    expect(never({ registered: true })).toMatchObject({
      on: null,
      never: { why: 'do-not-contact', by_registry: true },
    });
    expect(never({ reachable: false })).toMatchObject({ on: null, never: { why: 'no-way-to-reach' } });
  });

  test('on no list before the day it says, where nothing is promised', () => {
    fc.assert(
      fc.property(aSmallWorld, ({ plan: aPlan, facts: given }) => {
        const contacts = given.contacts.map((one) =>
          one.outcome === SNOOZED ? one : { ...one, nextOn: null },
        );
        const facts = { ...given, contacts };
        for (const contact of contacts) {
          const found = comingBack(aPlan, facts, contact);
          const listed = (day: typeof contact.on): boolean =>
            dueTouches(aPlan, facts, day).reasons.length > 0;
          const until = found.on ?? addDays(contact.on, 1);
          for (let day = contact.on; day < until; day = addDays(day, 1)) expect(listed(day)).toBe(false);
          if (found.on !== null && !isSettling(contact.outcome)) expect(listed(found.on)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('on the list on the day it says, whatever is promised', () => {
    fc.assert(
      fc.property(aSmallWorld, ({ plan: aPlan, facts }) => {
        for (const contact of facts.contacts) {
          const { on: day, promised } = comingBack(aPlan, facts, contact);
          if (day === null || isSettling(contact.outcome)) continue;
          const reasons = dueTouches(aPlan, facts, day).reasons.map(({ touch }) => touch);
          expect(reasons.length).toBeGreaterThan(0);
          if (promised) expect(reasons).toContain('promise');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
