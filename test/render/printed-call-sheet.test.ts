/** The call sheet in a real browser's printout; left out on machines without Chromium and poppler. */

import { describe, expect, test } from 'vitest';
import { callListsAsHtml } from '../../src/render/call-list-as-html.ts';
import type { Paper } from '../../src/render/call-sheet-style.ts';
import { canPrint, PRINTING, printed } from './printed.ts';
import { annLee, dana, dayLists, listOf, manyCalls } from './sample-lists.ts';

describe.skipIf(!canPrint)('the printed call sheet', PRINTING, () => {
  test.each([
    ['letter', 'letter'],
    ['a4', 'A4'],
  ] as const)(
    'on %s: each page says whose it is and how to type it in, and no call is split',
    (paper: Paper, size) => {
      const lists = dayLists(
        { salesperson: dana, calls: manyCalls(40) },
        { salesperson: null, calls: [annLee] },
      );
      const { pages, about } = printed(
        callListsAsHtml(lists, { paper, country: 'US', storeName: 'Hilltop' }),
        paper,
      );
      expect(about).toContain(`(${size})`);
      const callsOn = pages.map((page) => page.match(/Talked/g)?.length ?? 0);
      // how many fit is the font's matter, but no page is half empty
      expect(Math.min(...callsOn.slice(0, -2))).toBeGreaterThan(2);
      expect(pages.length).toBeGreaterThan(4);
      pages.forEach((page, i) => {
        expect(page).toContain(i === pages.length - 1 ? 'House list' : 'Dana Reyes');
        expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
        expect(page).toContain('To type it in');
        expect(page.match(/Talked/g)?.length).toBe(page.match(/Do not contact/g)?.length);
        expect(page.match(/of (40|1)\b/g)?.length).toBe(page.match(/Talked/g)?.length);
      });
      expect(pages.join('').match(/Talked/g)).toHaveLength(41);
    },
  );

  test('300 calls: all boxes of a call stand on one line, and its number is not broken', () => {
    const { pages } = printed(
      callListsAsHtml(listOf(manyCalls(300)), { paper: 'a4', country: 'US', storeName: 'Hilltop' }),
      'many',
    );
    const all = pages.join('');
    const broken = [9, 99, 157, 300].filter((number) => !new RegExp(`^ *${number} +\\S`, 'm').test(all));
    expect(broken).toEqual([]);
    const boxes = all.split('\n').filter((line) => line.includes('Voicemail'));
    expect(boxes).toHaveLength(300);
    expect(boxes.filter((line) => /Talked.*Appointment.*Do not contact.*Next/.test(line))).toHaveLength(300);
  });
});
