import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanCell } from '../../src/values/cell.ts';

test.each([
  ['plain', 'plain'],
  ['  two words ', 'two words'],
  ['\u00a0\u200bNBSP\ufeff\u2009', 'NBSP'],
  ['="000123"', '000123'],
  [' ="000123" ', '000123'],
  ['="say ""hi"""', 'say "hi"'],
  ["'000123", '000123'],
  ["'=SUM(A1)", '=SUM(A1)'],
  ["'+16145550101", '+16145550101'],
  ["'t Hooft", "'t Hooft"],
  ['=A1', '=A1'],
  ['O\u200bK', 'O\u200bK'],
  ['é', 'é'],
  ['', ''],
  ['\u200b', ''],
])('%j is %j', (text, cleaned) => {
  expect(cleanCell(text)).toBe(cleaned);
});

test('no blank is left at either end', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cleaned = cleanCell(text);
      expect(cleaned.trim()).toBe(cleaned);
    }),
  );
});
