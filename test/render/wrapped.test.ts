import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth, graphemes } from '../../src/render/terminal-text.ts';
import { fittedLines, wrapped } from '../../src/render/wrapped.ts';

test.each([
  ['one two three', 9, ['one two', 'three']],
  ['one  two', 20, ['one two']],
  ['', 20, []],
  ['abcdefghij xy', 4, ['abcd', 'efgh', 'ij', 'xy']],
  ['Featherstonehaugh-Cholmondeley III', 20, ['Featherstonehaugh-', 'Cholmondeley III']],
  ['bartholomew.f@example.com', 16, ['bartholomew.f@', 'example.com']],
  [',ab李', 4, [',', 'ab李']],
  [',abc李', 4, [',', 'abc', '李']],
  ['李小龍李小龍', 5, ['李小', '龍李', '小龍']],
  ['e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
])('"%s" in %i columns', (text, width, lines) => {
  expect(wrapped(text, width)).toEqual(lines);
});

test('no line is too wide and no word is lost, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, width) => {
      const lines = wrapped(text, width);
      // one character may be wider than a very narrow line
      const least = Math.max(0, ...[...graphemes(text)].map(displayWidth));
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, least));
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
});

test('of a text only the lines that are too wide are broken, and go on further in', () => {
  const text = 'short  line\n  a longer line of words\n\n{"key":   1}\n';
  expect(fittedLines(text, null)).toBe(text);
  expect(fittedLines(text, 40)).toBe(text);
  expect(fittedLines(text, 14)).toBe('short  line\n  a longer\n    line of\n    words\n\n{"key":   1}\n');
});
