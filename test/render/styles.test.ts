import { describe, expect, test } from 'vitest';
import { colourLevel, colourStyles, plainStyles } from '../../src/render/styles.ts';

describe('whether to colour', () => {
  test.each([
    ['a terminal is coloured', { env: {}, isTTY: true }, 1],
    ['a pipe is not', { env: {}, isTTY: false }, 0],
    ['NO_COLOR stops it on a terminal', { env: { NO_COLOR: '1' }, isTTY: true }, 0],
    ['an empty NO_COLOR does not', { env: { NO_COLOR: '' }, isTTY: true }, 1],
    ['NO_COLOR beats FORCE_COLOR', { env: { NO_COLOR: '1', FORCE_COLOR: '1' }, isTTY: true }, 0],
    ['FORCE_COLOR colours a pipe', { env: { FORCE_COLOR: '1' }, isTTY: false }, 1],
    ['FORCE_COLOR=0 stops it', { env: { FORCE_COLOR: '0' }, isTTY: true }, 0],
    ['FORCE_COLOR beats a dumb terminal', { env: { FORCE_COLOR: '3', TERM: 'dumb' }, isTTY: true }, 1],
    ['a dumb terminal is not coloured', { env: { TERM: 'dumb' }, isTTY: true }, 0],
    ['--color beats NO_COLOR', { color: true, env: { NO_COLOR: '1' }, isTTY: false }, 1],
    ['--no-color beats FORCE_COLOR', { color: false, env: { FORCE_COLOR: '1' }, isTTY: true }, 0],
  ])('%s', (_title, given, expected) => {
    expect(colourLevel(given)).toBe(expected);
  });
});

test('level 0 changes nothing, level 1 uses the basic sequences only', () => {
  expect(colourStyles(0)).toBe(plainStyles);
  expect(plainStyles.bad('x')).toBe('x');
  expect(colourStyles(1).bad('x')).toBe('\u001b[31mx\u001b[39m');
  expect(colourStyles(1).bold('x')).toBe('\u001b[1mx\u001b[22m');
});
