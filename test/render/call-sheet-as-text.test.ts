import { describe, expect, test } from 'vitest';
import { callSheetsAsText } from '../../src/render/call-sheet-as-text.ts';
import { displayWidth } from '../../src/render/terminal-text.ts';
import {
  annLee,
  dana,
  dayLists,
  hostile,
  leaseEnd,
  listOf,
  manyCalls,
  ON,
  thirtyCalls,
} from './sample-lists.ts';

const options = { country: 'US', storeName: 'Hilltop Honda' };

describe('call sheets as plain text', () => {
  test('look as they should', async () => {
    const lists = dayLists(
      { salesperson: dana, calls: [...thirtyCalls.slice(0, 6), hostile] },
      { salesperson: null, calls: [] },
    );
    await expect(callSheetsAsText(lists, options)).toMatchFileSnapshot('golden/call-sheet.txt');
  });

  test.each([1, 30, 300])('%i calls: 80 columns, whole calls, each page under its heading', (count) => {
    const pages = callSheetsAsText(
      dayLists({ salesperson: dana, calls: manyCalls(count) }, { salesperson: null, calls: [hostile] }),
      options,
    ).split('\f');
    pages.forEach((page, i) => {
      const lines = page.split('\n');
      expect(lines.length).toBeLessThanOrEqual(59);
      expect(Math.max(...lines.map(displayWidth))).toBe(80);
      expect(lines[0]).toMatch(i === pages.length - 1 ? /^House list/ : /^Dana Reyes/);
      expect(page.match(/\[ \] t Talked/g)?.length).toBe(page.match(/\[ \] d Do not contact/g)?.length);
    });
    const numbers = [...pages.join('').matchAll(/^(\d+) of (\d+) {2}/gm)].map(([, n, of]) => `${n}/${of}`);
    expect(numbers).toEqual([...Array.from({ length: count }, (_, i) => `${i + 1}/${count}`), '1/1']);
  });

  test('a call with endless text and many cars still fits on a page', () => {
    const long = '長'.repeat(3000);
    const sheet = callSheetsAsText(
      listOf([
        {
          ...annLee,
          customer: { ...annLee.customer, name: long, email: `${long}@example.com` },
          reasons: Array.from({ length: 60 }, (_, i) => ({ ...leaseEnd, sale_id: i, due_on: ON, number: i })),
          last_contact: { on: ON, outcome: 'talked', by: null, note: long },
        },
      ]),
      { ...options, storeName: long },
    );
    const lines = sheet.split('\n');
    expect(lines.length).toBeLessThanOrEqual(59);
    expect(Math.max(...lines.map(displayWidth))).toBe(80);
    expect(sheet).toContain('and 52 more reasons');
    expect(sheet).not.toContain('\f');
  });

  test('nothing from a file feeds the paper or steers the printer', () => {
    const sheet = callSheetsAsText(
      listOf([{ ...hostile, customer: { ...hostile.customer, name: 'A\fB\u001b&l1H' } }]),
      options,
    );
    expect(sheet.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('no calls are said in words', () => {
    expect(callSheetsAsText(dayLists(), options)).toBe('No calls due on Saturday, November 21, 2026.\n');
    expect(callSheetsAsText(listOf([]), options)).toContain('No calls due.\n');
  });
});
