import { describe, expect, test } from 'vitest';
import type { CustomerFacts } from '../../src/domain/facts.ts';
import { comingTouches } from '../../src/touches/coming-touches.ts';
import { contacts, customer, plan, sale, touch } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const yearly = touch({ id: 'anniversary', every: '1y', opens: '3d', closes: '14d' });
const welcome = touch();

/** `2025-03-05 anniversary 1` */
const coming = (facts: CustomerFacts, from: string, to: string, thePlan = plan(welcome, yearly)): string[] =>
  comingTouches(thePlan, facts, on(from), on(to)).map(
    (one) => `${one.on} ${one.occurrence.touch} ${one.occurrence.number}`,
  );

describe('the touches to come', () => {
  test('are those due from the first to the last day, both included', () => {
    const facts = customer({ sales: [sale(), sale({ id: 2, soldOn: on('2024-03-20') })] });
    expect(coming(facts, '2025-03-05', '2025-03-20')).toEqual([
      '2025-03-05 anniversary 1',
      '2025-03-20 anniversary 1',
    ]);
    expect(coming(facts, '2025-03-06', '2025-03-19')).toEqual([]);
  });

  test('do not hold what is settled already, what was tried often enough, or what another stands in for', () => {
    const facts = (...lines: string[]) => customer({ contacts: contacts(...lines) });
    expect(coming(facts('2025-03-03 talked'), '2025-03-04', '2025-04-01')).toEqual([]);
    expect(
      coming(
        facts('2025-03-02 voicemail', '2025-03-03 voicemail', '2025-03-04 busy'),
        '2025-03-04',
        '2025-04-01',
      ),
    ).toEqual([]);
    const twice = plan(touch({ id: 'lease', at: '1d 4d', opens: '5d', closes: '9d' }));
    expect(coming(customer(), '2024-03-05', '2024-04-01', twice)).toEqual(['2024-03-09 lease 2']);
  });

  test('are moved to the day nothing holds them back, while they are still open then', () => {
    const facts = (...lines: string[]) => customer({ contacts: contacts(...lines) });
    // rest of 7 days after a talk before it opened
    expect(coming(facts('2025-03-01 talked'), '2025-03-02', '2025-04-01')).toEqual([
      '2025-03-08 anniversary 1',
    ]);
    expect(coming(facts('2025-03-01 talked'), '2025-03-02', '2025-03-07')).toEqual([]);
    expect(coming(facts('2025-03-01 snoozed → 2025-03-10'), '2025-03-02', '2025-04-01')).toEqual([
      '2025-03-10 anniversary 1',
    ]);
    expect(coming(facts('2025-03-01 snoozed → 2025-03-25'), '2025-03-02', '2025-04-01')).toEqual([]);
  });

  test('hold every promise, on the day promised', () => {
    const facts = customer({
      sales: [],
      contacts: contacts('2025-03-01 talked → 2025-03-10', '2025-03-02 voicemail → 2025-03-20'),
    });
    expect(coming(facts, '2025-03-03', '2025-04-01')).toEqual([
      '2025-03-10 promise 1',
      '2025-03-20 promise 1',
    ]);
  });

  test('never hold customers who must not be called or cannot be, and spare recent buyers what sells', () => {
    const pitch = plan(touch({ id: 'pitch', every: '1y', kind: 'sell' }));
    expect(coming(customer(), '2025-03-01', '2025-03-31', pitch)).toEqual(['2025-03-05 pitch 1']);
    for (const change of [
      { doNotCall: true },
      { reachable: false },
      { sales: [sale(), sale({ id: 2, soldOn: on('2025-02-01') })] },
    ]) {
      expect(coming(customer(change), '2025-03-01', '2025-03-31', pitch)).toEqual([]);
    }
  });

  test('are told by what is known on the day, not by what came later', () => {
    const facts = customer({
      sales: [sale({ goneOn: on('2025-03-04') }), sale({ id: 2, soldOn: on('2025-03-04') })],
      contacts: contacts('2025-03-03 talked'),
    });
    expect(coming(facts, '2025-03-01', '2025-03-31')).toEqual(['2025-03-05 anniversary 1']);
    expect(coming(facts, '2025-03-04', '2025-03-31')).toEqual(['2025-03-10 welcome 1']);
  });
});
