import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import type { Touch } from '../../src/domain/plan.ts';
import { planAsJson } from '../../src/render/plan-as-json.ts';
import { DEFAULT_PLAN_TOML, defaultPlan, planOfSettings } from '../../src/touches/default-plan.ts';
import { occurrencesDue } from '../../src/touches/occurrences.ts';
import { readPlan } from '../../src/touches/plan-file.ts';
import { sale } from './sample-facts.ts';
import { on } from './small-worlds.ts';

const plan = defaultPlan();

test('the shipped plan follows a sold customer from the first day on', () => {
  expect(
    planAsJson(plan).touches.map(({ id, from, at, every, opens, closes, kind, priority }) =>
      [id, from, every ?? at.join(' '), `-${opens}`, `+${closes}`, kind, priority].join(' '),
    ),
  ).toEqual([
    'welcome sale 1d -0d +2d care 86',
    'settling-in sale 3d -0d +3d care 84',
    'first-week sale 7d -0d +7d care 82',
    'first-month sale 30d -0d +14d care 60',
    'three-months sale 90d -0d +21d care 45',
    'half-year sale 180d -0d +21d care 40',
    'anniversary sale 1y -3d +14d care 75',
    'birthday birthday 1y -0d +3d care 70',
    'service last-service 6m -7d +14d care 50',
    'no-show no-show 0d -0d +10d care 88',
    'after-service repair-order 1b -0d +14d care 58',
    'lease-end lease-end -180d -120d -90d -60d -30d -0d +21d sell 90',
    'loan-end loan-end -365d -90d -0d +30d sell 65',
    'trade-cycle sale 36m -14d +45d sell 55',
    'introduce given 1b -0d +28d care 78',
    'first-service-confirm first-service -21d -2d -0d +2d care 83',
    'wish-match wish 0d -0d +14d sell 85',
    'case-follow-up case-closed 1b -0d +5d care 89',
  ]);
});

test('what it says of rest and tries is what applies when nothing is said', () => {
  const { touches: _, ...rest } = plan;
  expect(readPlan({})).toEqual({ plan: { ...rest, touches: [] } });
});

describe.each(plan.touches.map((touch): [string, Touch] => [touch.id, touch]))('%s', (_id, touch) => {
  test('has a whole script', () => {
    const { opener, question, value } = touch.script;
    expect([opener, question, value]).not.toContain(null);
    expect(opener).toMatch(/\{\{first_name\}\}.*\{\{salesperson\}\}.*\{\{store\}\}/);
    expect(question).toMatch(/\?$/);
  });

  test('has no window that swallows another of its own', () => {
    const found = occurrencesDue(plan, touch, { days: [on('2024-02-29')], pace: null }, sale(), {
      from: on('2010-01-01'),
      to: on('2040-01-01'),
    });
    found.forEach(({ closesOn }, index) => {
      const next = found[index + 1];
      if (next !== undefined) expect((closesOn ?? '') < next.opensOn).toBe(true);
    });
  });
});

test('care calls carry no pitch', () => {
  const words = plan.touches
    .filter(({ kind }) => kind === 'care')
    .flatMap(({ script }) => Object.values(script))
    .join(' ');
  expect(words).not.toMatch(/\b(offer|deal|trade|upgrade|discount|price|special|worth)\b/i);
});

test('settings without touches keep those shipped, with their own rest', () => {
  expect(planOfSettings({ plan: { rest: '1w', tries: 2 } })).toEqual({
    plan: { ...plan, rest: { default: 7, after: {} }, tries: 2 },
  });
});

test('settings with touches have only their own', () => {
  const read = planOfSettings({ touch: [{ id: 'a', label: 'A', from: 'sale', at: ['1d'] }] });
  expect('plan' in read && read.plan.touches.map(({ id }) => id)).toEqual(['a']);
});

test('the touch that waits behind a # reads too', () => {
  const [, waiting = ''] = DEFAULT_PLAN_TOML.split('take the # away to use it.\n');
  const read = readPlan(parse(waiting.replaceAll(/^# ?/gm, '')));
  expect('plan' in read ? read.plan.touches.map(({ id }) => id) : read).toEqual(['appointment']);
});
