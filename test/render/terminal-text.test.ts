import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, displayWidth, fitted, oneLine, safeForTerminal } from '../../src/render/terminal-text.ts';

const LRM = '\u200e';

describe('text from an export on a terminal', () => {
  test.each([
    ['an everyday name is left as it is', 'Zoë O’Rourke-Łukasz Jr.', 'Zoë O’Rourke-Łukasz Jr.'],
    ['a colour sequence is taken out', '\u001b[31mRed\u001b[0m', 'Red'],
    ['a window title sequence is taken out', 'a\u001b]0;owned\u0007b', 'ab'],
    ['an eight-bit sequence is taken out', 'a\u009b2Jb', 'ab'],
    ['a sequence put together by the removal shows its escape', '\u001b\u001b[0m[31mx', '^[[31mx'],
    ['line breaks and tabs become one space', 'a\r\n\tb\u2028c\u0085d', 'a b c d'],
    ['control characters are shown', 'ring\u0007 del\u007f nul\u0000', 'ring^G del^? nul^@'],
    ['a lone eight-bit control is replaced', 'O\u0092Rourke', 'O\ufffdRourke'],
    ['direction overrides and isolates are dropped', 'a\u202egnp\u202c\u2066b\u2069', 'agnpb'],
    ['invisible characters are dropped', '\ufeffJo\u200bhn\u00ad', 'John'],
    ['half a surrogate pair is replaced', 'a\ud83d', 'a\ufffd'],
  ])('%s', (_title, text, expected) => {
    expect(safeForTerminal(text)).toBe(expected);
  });

  test('a right-to-left name stands between marks, so that the number after it keeps its order', () => {
    expect(safeForTerminal('محمد')).toBe(`${LRM}محمد${LRM}`);
  });

  test('nothing that steers a terminal is left of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('width on screen', () => {
  test.each([
    ['Latin letters with accents, put together or not', 'José Jose\u0301', 9],
    ['Chinese characters', '李小龍', 6],
    ['an Arabic name between its marks', `${LRM}محمد${LRM}`, 4],
    ['a Persian name with a joiner', 'علی\u200cرضا', 6],
    ['an emoji of several parts', '👩‍👧', 2],
  ])('%s', (_title, text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test.each([
    ['pads on the right', fitted('Ann', 5), 'Ann  '],
    ['pads on the left', fitted('12', 5, 'right'), '   12'],
    ['cuts with an ellipsis', fitted('Featherstone', 6), 'Feath…'],
    ['leaves no space before the ellipsis', fitted('Ann Lee', 5), 'Ann… '],
    ['never takes half of a wide character', fitted('李小龍', 4), '李… '],
    ['closes the marks of a cut right-to-left name', fitted(`${LRM}محمد عبد${LRM}`, 4), `${LRM}محم…${LRM}`],
    ['keeps what fits exactly', fitted('Ann', 3), 'Ann'],
    ['shows nothing in no room', fitted('Ann', 0), ''],
  ])('fitted %s', (_title, shown, expected) => {
    expect(shown).toBe(expected);
  });

  test('fitted text takes exactly the room that it was given, cut text at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (raw, width) => {
        const text = safeForTerminal(raw);
        expect(displayWidth(fitted(text, width))).toBe(width);
        expect(displayWidth(cut(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
