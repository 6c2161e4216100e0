import { describe, expect, test } from 'vitest';
import { callListsAsText } from '../../src/render/call-list-as-text.ts';
import { colourStyles, plainStyles } from '../../src/render/styles.ts';
import { displayWidth } from '../../src/render/terminal-text.ts';
import { dana, dayLists, hostile, listOf, manyCalls, ON, thirtyCalls } from './sample-lists.ts';

const options = { width: 80, styles: plainStyles, country: 'US', withheld: false, storeName: '' };
const samples = {
  ...dayLists(
    { salesperson: dana, calls: [...thirtyCalls.slice(0, 6), hostile] },
    { salesperson: null, calls: [] },
  ),
  withheld: [
    {
      customer: { id: 4, name: 'Bo Ash' },
      touch: 'anniversary',
      why: 'do-not-contact' as const,
      by_registry: false,
    },
    {
      customer: { id: 21, name: 'Noah Price' },
      touch: 'service',
      why: 'do-not-contact' as const,
      by_registry: true,
    },
    {
      customer: { id: 1400, name: 'محمد عبد الله' },
      touch: 'lease-end',
      why: 'retry-later' as const,
      by_registry: false,
    },
  ],
};

describe('call lists as text', () => {
  test.each([
    ['60', 60],
    ['80', 80],
    ['120', 120],
    ['200', 200],
    ['pipe', null],
  ])('at %s columns look as they should', async (title, width) => {
    const text = callListsAsText(samples, { ...options, width, withheld: true, storeName: 'Hilltop Honda' });
    await expect(text).toMatchFileSnapshot(`golden/call-lists-${title}.txt`);
  });

  test('without calls say so', () => {
    expect(callListsAsText(listOf([]), options)).toBe(
      'Dana Reyes · Saturday, November 21, 2026 · 0 calls\nNo calls due.\n',
    );
    expect(callListsAsText(dayLists(), options)).toBe('No calls due on Saturday, November 21, 2026.\n');
  });

  test('say that nothing is withheld when asked', () => {
    expect(callListsAsText(dayLists(), { ...options, withheld: true })).toContain(
      'Due but on no list: 0 touches\n',
    );
  });

  test.each([1, 30, 300])('%i calls: each has its number, its telephone and its id, whole', (count) => {
    const calls = manyCalls(count);
    const lines = callListsAsText(listOf(calls), options).split('\n');
    const starts = lines.filter((line) => /^ *\d+ {2}\S/.test(line));
    expect(starts).toHaveLength(count);
    calls.forEach((call, i) => {
      expect(starts[i]).toMatch(
        new RegExp(
          `^ *${i + 1}  .*(\\(614\\) 555-\\d{4}|\\+44 7700 900101|no phone).*  #${call.customer.id}$`,
        ),
      );
    });
  });

  test.each([40, 60, 80, 120, 160, 200])('no line is wider than %i columns', (width) => {
    const text = callListsAsText(
      { ...samples, ...listOf([...manyCalls(300), hostile]) },
      { ...options, width, withheld: true },
    );
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  test('a pipe has one line a call, and every word of it', () => {
    const lines = callListsAsText(listOf(manyCalls(30)), { ...options, width: null }).split('\n');
    expect(lines).toHaveLength(1 + 1 + 30 + 1);
    expect(lines.filter((line) => line.includes('he is on the rigs until spring'))).toHaveLength(5);
    expect(lines.join('')).not.toMatch(/…|\t/);
  });

  test.each([60, 200, null])('names from a file cannot steer the terminal (width %s)', (width) => {
    const text = callListsAsText(listOf([hostile]), { ...options, width });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
  });

  test('colour changes no word and no place', () => {
    for (const width of [80, 200]) {
      const coloured = callListsAsText(samples, { ...options, width, styles: colourStyles(1) });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: takes our own colours out again
      expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(callListsAsText(samples, { ...options, width }));
    }
  });

  test('the day asked for is the day in the heading', () => {
    expect(callListsAsText({ ...listOf(thirtyCalls), on: ON }, options)).toMatch(
      /^Dana Reyes · Saturday, November 21, 2026 · 30 calls\n/,
    );
  });
});
