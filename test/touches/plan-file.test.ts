import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { USUAL_WORKSHOP } from '../../src/domain/plan.ts';
import { USUAL_DAYS } from '../../src/domain/working-days.ts';
import { planAsJson } from '../../src/render/plan-as-json.ts';
import { readPlan } from '../../src/touches/plan-file.ts';
import { SCRIPT_PLACEHOLDERS } from '../../src/touches/script.ts';
import { aPlan, offset } from './small-worlds.ts';

const least = { id: 'welcome', label: 'Welcome', from: 'sale', at: ['1d'] };

test('what is left out is as shipped, and a touch opens and closes on its day', () => {
  expect(readPlan({ store: { name: 'Main Street' }, touch: [least] })).toEqual({
    plan: {
      rest: { default: 7, after: { 'not-interested': { sell: 90 } } },
      tries: 3,
      must: 80,
      callsADay: 25,
      retryDays: { 'no-answer': 1, voicemail: 3, busy: 0, text: 3, email: 3 },
      working: USUAL_DAYS,
      workshop: USUAL_WORKSHOP,
      caseClock: { answer: { count: 1, unit: 'b' }, close: { count: 5, unit: 'b' } },
      touches: [
        {
          id: 'welcome',
          label: 'Welcome',
          from: 'sale',
          at: [offset('1d')],
          every: null,
          distance: null,
          opens: { count: 0, unit: 'd' },
          closes: { count: 0, unit: 'd' },
          kind: 'care',
          priority: 50,
          restDays: null,
          retryDays: null,
          dealTypes: null,
          conditions: null,
          script: { opener: null, question: null, value: null },
          late: null,
        },
      ],
    },
  });
});

test('every key is read', () => {
  const plan = {
    rest: { default: '2w', sold: { care: '1w', sell: '30d' } },
    tries: 5,
    must: 70,
    calls_a_day: { '1042': 30, house: 10, default: 12 },
    retry: { 'no-answer': '2d', voicemail: '1w', busy: '1d', text: '4d', email: '5d' },
  };
  const touch = {
    ...least,
    at: undefined,
    every: '6m',
    distance: null,
    opens: '1w',
    closes: '10d',
    kind: 'sell',
    priority: 100,
    rest: '2d',
    retry: '1w',
    deal_types: ['lease'],
    conditions: ['new', 'demo'],
    script: { opener: 'Hi {{first_name}}', question: 'How is it?', value: 'Call me.' },
    late: { opener: 'Sorry, {{first_name}}', question: 'How was it?', value: null },
  };
  const read = readPlan({ plan, touch: [touch] });
  expect('plan' in read ? planAsJson(read.plan) : read).toEqual({
    ...plan,
    rest: { default: '14d', sold: { care: '7d', sell: '30d' } },
    retry: { ...plan.retry, voicemail: '7d' },
    touches: [{ ...touch, at: [], opens: '7d', retry: '7d' }],
  });
});

test('one length of rest is for all outcomes', () => {
  const read = readPlan({ plan: { rest: '7d' }, touch: [least] });
  expect('plan' in read ? read.plan.rest : read).toEqual({ default: 7, after: {} });
});

test('a plan as it is printed reads back as the same plan', () => {
  fc.assert(
    fc.property(aPlan, (plan) => {
      const { touches, ...rest } = planAsJson(plan);
      expect(readPlan({ plan: rest, touch: touches }, plan.working, plan.workshop, plan.caseClock)).toEqual({
        plan,
      });
    }),
  );
});

const byDistance = { ...least, at: undefined, from: 'last-service', every: '6m', distance: 5000 };

test('a service may be due by distance too', () => {
  const read = readPlan({ touch: [byDistance] });
  expect('plan' in read ? read.plan.touches[0]?.distance : read).toBe(5000);
});

test.each([
  ['from another day', { ...byDistance, from: 'sale' }, 'distance needs from = "last-service" and every'],
  ['at single days', { ...byDistance, at: ['6m'], every: undefined }, 'distance needs from'],
  ['too little', { ...byDistance, distance: 5 }, 'must be a whole number from 100 to 100000'],
  ['in parts', { ...byDistance, distance: 5000.5 }, 'must be a whole number from 100 to 100000'],
  ['in words', { ...byDistance, distance: '5000' }, 'must be a whole number from 100 to 100000'],
])('a distance %s is refused', (_, touch, message) => {
  const read = readPlan({ touch: [touch] });
  expect('problems' in read ? read.problems.map((one) => one.message).join() : read).toContain(message);
});

describe('a problem is told with its place', () => {
  const problems = (raw: unknown) => {
    const read = readPlan(raw);
    return 'problems' in read ? read.problems : [];
  };

  test.each([
    ['rest', '1m', 'must be in days or weeks, such as "7d" or "2w"'],
    ['rest', '-1d', 'must not be less than "0d"'],
    ['rest', 7, 'must be text such as "30d"'],
    ['must', -1, 'must be a whole number from 0 to 100'],
    ['calls_a_day', 0, 'must be a whole number from 1 to 1000'],
    ['calls_a_day', 2.5, 'must be a whole number from 1 to 1000'],
    ['tries', 0, 'must be a whole number from 1 to 20'],
    ['tries', 1.5, 'must be a whole number from 1 to 20'],
    ['retry', '1d', 'must be a table of keys and values'],
  ])('plan.%s = %j', (key, value, message) => {
    expect(problems({ plan: { [key]: value } })).toEqual([{ path: ['plan', key], message }]);
  });

  test.each([
    ['id', 'Lease End', 'must be small letters, digits and single hyphens, such as "lease-end"'],
    ['id', 'fill', '"fill" is the name of a call that fills up a short list; choose another'],
    ['id', 'promise', '"promise" is the name of a day promised to a customer; choose another'],
    ['label', ' ', 'must not be empty'],
    [
      'from',
      'leas',
      '"leas" is not one of sale, lease-end, loan-end, birthday, last-service, repair-order, appointment, no-show, first-service, given, wish, case-closed',
    ],
    ['at', '1d', 'must be a list, such as ["1d", "30d"]'],
    ['opens', '1y', 'must be in days, business days or weeks, such as "7d", "2b" or "2w"'],
    ['rest', '2b', 'must be in days or weeks, such as "7d" or "2w"'],
    ['every', '2b', 'cannot be in business days: write d, w, m or y, such as "1y"'],
    ['closes', '-3d', 'must not be less than "0d"'],
    ['kind', 'nice', '"nice" is not one of care, sell'],
    ['priority', 101, 'must be a whole number from 0 to 100'],
    ['priority', '50', 'must be a whole number from 0 to 100'],
    ['deal_types', [], 'must name at least one; leave the key out for all'],
    ['conditions', 'new', 'must be a list, such as ["new"]'],
    ['script', 'Hi', 'must be a table of keys and values'],
  ])('touch.%s = %j', (key, value, message) => {
    const touch = { ...least, [key]: value };
    expect(problems({ touch: [touch] })).toMatchObject([{ path: ['touch', 0, key], message }]);
  });

  test.each([
    ['soon', '"soon" is not a distance in time: write a number and d, b, w, m or y, such as "30d" or "-6m"'],
    ['101y', '"101y" is more than 100 years'],
  ])('an offset %j', (at, message) => {
    expect(problems({ touch: [{ ...least, at: ['1d', at] }] })).toEqual([
      { path: ['touch', 0, 'at', 1], message },
    ]);
  });

  test.each([
    ['both at and every', { at: ['1d'], every: '1y' }],
    ['neither', { at: [] }],
  ])('%s', (_title, keys) => {
    expect(problems({ touch: [least, { ...least, id: 'second', ...keys }] })).toEqual([
      { path: ['touch', 1], message: 'needs either at or every, and not both' },
    ]);
  });

  test('what counts from a giving cannot ask for a sale', () => {
    expect(problems({ touch: [{ ...least, from: 'given', deal_types: ['lease'] }] })).toEqual([
      {
        path: ['touch', 0],
        message:
          'counts from no sale where from is given or wish or case-closed: leave deal_types and conditions out',
      },
    ]);
  });

  test.each(['0d', '-1y'])('every = %j', (every) => {
    expect(problems({ touch: [{ ...least, at: [], every }] })).toEqual([
      { path: ['touch', 0, 'every'], message: 'must be more than nothing, such as "1y"' },
    ]);
  });

  test('a key that is missing', () => {
    expect(problems({ touch: [{ id: 'a', at: ['1d'] }] })).toEqual([
      { path: ['touch', 0, 'label'], message: '"label" is missing' },
      { path: ['touch', 0, 'from'], message: '"from" is missing' },
    ]);
  });

  test('an unknown key, with the keys there are', () => {
    expect(
      problems({
        plan: { rests: '7d', retry: { hung: '1d' } },
        touch: [{ ...least, close: '1d', script: { ask: 'x' } }],
      }),
    ).toMatchObject([
      {
        path: ['plan', 'retry', 'hung'],
        message: 'unknown key "hung"',
        unknown: { word: 'hung', known: ['no-answer', 'voicemail', 'busy', 'text', 'email'] },
        hint: 'Known here: no-answer, voicemail, busy, text, email.',
      },
      {
        path: ['plan', 'rests'],
        message: 'unknown key "rests"',
        hint: 'Known here: rest, tries, must, calls_a_day, retry.',
      },
      {
        path: ['touch', 0, 'script', 'ask'],
        message: 'unknown key "ask"',
        hint: 'Known here: opener, question, value.',
      },
      {
        path: ['touch', 0, 'close'],
        message: 'unknown key "close"',
        hint: 'Known here: id, label, from, at, every, distance, opens, closes, kind, priority, rest, retry, deal_types, conditions, script, late.',
      },
    ]);
  });

  test('inside a table of rests or of calls', () => {
    expect(problems({ plan: { rest: { busy: '1d' } } })).toMatchObject([
      { path: ['plan', 'rest', 'busy'], hint: expect.stringContaining('default, talked') },
    ]);
    expect(problems({ plan: { rest: { sold: { nice: '1d' } } } })).toMatchObject([
      { path: ['plan', 'rest', 'sold', 'nice'], hint: 'Known here: care, sell.' },
    ]);
    expect(problems({ plan: { rest: { sold: { sell: '1m' } } } })).toMatchObject([
      { path: ['plan', 'rest', 'sold', 'sell'], message: 'must be in days or weeks, such as "7d" or "2w"' },
    ]);
    expect(problems({ plan: { calls_a_day: { '1042': 0 } } })).toEqual([
      { path: ['plan', 'calls_a_day', '1042'], message: 'must be a whole number from 1 to 1000' },
    ]);
  });

  test('a placeholder nobody fills in', () => {
    expect(problems({ touch: [{ ...least, script: { opener: 'Hi {{name}}' } }] })).toEqual([
      {
        path: ['touch', 0, 'script', 'opener'],
        message: 'there is no placeholder {{name}}',
        hint: `Placeholders: ${SCRIPT_PLACEHOLDERS.join(', ')}.`,
      },
    ]);
  });

  test('two touches of one id, told beside what else is wrong', () => {
    expect(problems({ plan: { tries: 0 }, touch: [least, { ...least, at: ['3d'] }] })).toEqual([
      { path: ['plan', 'tries'], message: 'must be a whole number from 1 to 20' },
      {
        path: ['touch', 1, 'id'],
        message: 'another touch is already called "welcome"',
        hint: 'Every touch needs an id of its own.',
      },
    ]);
  });

  test.each([
    [{ touch: {} }, ['touch'], 'must be tables: write [[touch]] above each'],
    [3, [], 'must be a table of keys and values'],
  ])('%j', (raw, path, message) => {
    expect(problems(raw)).toEqual([{ path, message }]);
  });
});
