import { expect, test } from 'vitest';
import { workDoneAsText } from '../../src/render/work-done-as-text.ts';

const done = (...outcomes: string[]) => outcomes.map((outcome) => ({ outcome }));

test.each([
  [[], 0, 'Done: 0 calls.\n'],
  [['talked'], 0, 'Done: 1 call: 1 talked.\n'],
  [
    ['voicemail', 'no-answer', 'talked', 'voicemail', 'greeted'],
    2,
    'Done: 5 calls: 2 voicemail, 1 no answer, 1 talked, 1 greeted. 2 skipped.\n',
  ],
  [['e-mail', 'snoozed', 'busy', 'e-mail'], 0, 'Done: 1 call: 1 busy. Also 2 e-mail, 1 snoozed.\n'],
])('%j with %i skipped', (outcomes, skipped, text) => {
  expect(workDoneAsText(done(...outcomes), skipped)).toBe(text);
});
