/** Notices in words: who bought from whom, and whose customer that is. */

import { expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import type { Notice } from '../../src/domain/sold-by-other.ts';
import { callListsAsText } from '../../src/render/call-list-as-text.ts';
import { callMailAsHtml } from '../../src/render/call-mail-as-html.ts';
import { noticesInBrief } from '../../src/render/notice-in-words.ts';
import { inLines, noticeTexts, ownersNoticeTexts } from '../../src/render/notice-lines.ts';
import { plainStyles } from '../../src/render/styles.ts';
import { aList, dayLists } from './sample-lists.ts';

const ON = '2026-11-21' as Day;
const notice = (changes: Partial<Notice> = {}): Notice => ({
  kind: 'sold-by-other',
  on: ON,
  customer: { id: 4, name: 'Ann Lee' },
  buyer: { id: 9, name: 'Tom Lee' },
  sale_id: 7,
  sold_on: '2026-11-20' as Day,
  by: [{ code: null, name: 'Maria Delgado' }],
  because: ['phone', 'trade-in'],
  trade_in: '2019 Honda Civic',
  ...changes,
});
const text = (changes: Partial<Notice>, atMost: number | null = null): string[] =>
  noticeTexts([notice(changes)], { on: ON, country: 'US', atMost });

test.each<[string, Partial<Notice>, string]>([
  [
    'signs',
    {},
    'Tom Lee bought from Maria Delgado on Nov 20; Ann Lee (#4) is your customer: same phone, their 2019 Honda Civic was the trade-in',
  ],
  [
    'the customer themselves',
    { buyer: { id: 4, name: 'Ann Lee' }, because: ['same-customer'], trade_in: null },
    'Ann Lee (#4), your customer, bought from Maria Delgado on Nov 20',
  ],
  [
    'two people credited, a car nothing is known of',
    {
      by: [
        { code: null, name: 'Maria Delgado' },
        { code: '7', name: 'Lou Park' },
      ],
      because: ['co-buyer', 'trade-in'],
      trade_in: null,
    },
    'Tom Lee bought from Maria Delgado and Lou Park on Nov 20; Ann Lee (#4) is your customer: co-buyer of the deal, their car was the trade-in',
  ],
  [
    'nobody credited',
    { by: [], because: ['email', 'address'] },
    'Tom Lee bought on Nov 20, credited to nobody; Ann Lee (#4) is your customer: same e-mail address, same family name and address',
  ],
])('%s', (_, changes, words) => {
  expect(text(changes)).toEqual([`Sold by another: ${words}`]);
});

test('a manager reads whose customer it is', () => {
  const [line] = ownersNoticeTexts([{ owner: { code: '1', name: 'Dana Reyes' }, notice: notice() }], {
    on: ON,
    country: 'US',
    atMost: null,
  });
  expect(line).toContain("Ann Lee (#4) is Dana Reyes's customer: same phone,");
});

test('more than there is room for are counted', () => {
  const all = Array.from({ length: 5 }, () => notice());
  expect(noticeTexts(all, { on: ON, country: 'US', atMost: 2 })).toHaveLength(3);
  expect(noticeTexts(all, { on: ON, country: 'US', atMost: 2 }).at(-1)).toBe(
    'Sold by another: 3 more, in `beback today`',
  );
  expect(noticeTexts(all, { on: ON, country: 'US', atMost: 5 })).toHaveLength(5);
});

test('in brief', () => {
  expect(noticesInBrief([])).toBe('');
  expect(noticesInBrief([notice()])).toBe('Sold by Maria Delgado: your customer Ann Lee (#4).');
  expect(noticesInBrief([notice(), notice()])).toBe(
    'Sold by others: 2 of your customers; `beback today` tells.',
  );
});

test('names from a file are attacks that come to nothing', () => {
  const evil = notice({ customer: { id: 4, name: '\u001b[2J<b>Ann\u202e' } });
  const list = { ...aList([]), notices: [evil] };
  const printed = callListsAsText(dayLists(list), {
    width: 80,
    styles: plainStyles,
    country: 'US',
    withheld: false,
    storeName: '',
  });
  for (const sign of ['\u001b', '\u202e']) expect(printed).not.toContain(sign);
  expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  const { page } = callMailAsHtml(list, dayLists(list), {
    country: 'US',
    storeName: '',
    footer: '',
    answers: null,
    beyond: String,
    lane: null,
  });
  expect(page).toContain('&lt;b&gt;Ann');
  expect(inLines(noticeTexts([evil], { on: ON, country: 'US', atMost: null }), null)).toHaveLength(1);
});
