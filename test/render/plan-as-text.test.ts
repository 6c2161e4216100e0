/** The plan on a terminal: what `--touch` wants can be read off it. */

import { expect, test } from 'vitest';
import { planAsText } from '../../src/render/plan-as-text.ts';
import { plainStyles } from '../../src/render/styles.ts';
import { displayWidth } from '../../src/render/terminal-text.ts';
import { defaultPlan } from '../../src/touches/default-plan.ts';

test.each([80, 100])('at %i columns ids and days stand whole, and no word is broken', (width) => {
  const plan = defaultPlan();
  const text = planAsText(plan, { styles: plainStyles, width, from: null });
  const lines = text.split('\n');
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  for (const { id } of plan.touches) expect(lines.some((line) => line.startsWith(`${id} `))).toBe(true);
  expect(text).not.toMatch(/…(?! \+)/);
  for (const days of ['-180d', '-120d', '-90d', '-60d', '-30d', '-365d']) expect(text).toContain(days);
});
