import { describe, expect, test } from 'vitest';
import { outcomeOfLetter } from '../../src/domain/contact.ts';
import { callListsAsHtml } from '../../src/render/call-list-as-html.ts';
import {
  aList,
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

const options = { paper: 'letter', country: 'US', storeName: 'Hilltop Honda' } as const;
const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;

describe('call lists as HTML', () => {
  test('look as they should', async () => {
    const lists = dayLists(
      { salesperson: dana, calls: [...thirtyCalls.slice(0, 6), hostile] },
      { salesperson: null, calls: [] },
    );
    await expect(callListsAsHtml(lists, options)).toMatchFileSnapshot('golden/call-lists.html');
  });

  test.each([1, 30, 300])(
    '%i calls: each is a block with its number, its boxes and room for notes',
    (calls) => {
      const page = callListsAsHtml(listOf(manyCalls(calls)), options);
      expect(count(page, '<tbody class="call">')).toBe(calls);
      expect(count(page, '<li><b>d</b>Do not contact</li>')).toBe(calls);
      expect(count(page, '<td class="notes">')).toBe(calls);
      expect(page).toContain(`<td class="number">${calls}<small>of ${calls}</small></td>`);
      expect(count(page, '<thead>')).toBe(1);
    },
  );

  test('a telephone number can be read and tapped', () => {
    const page = callListsAsHtml(dayLists(aList([annLee])), options);
    expect(page).toContain(
      '<a class="phone" href="tel:+16145550101"><span>(614) 555-0101</span> <small>cell</small></a>',
    );
    expect(page).toContain('href="tel:+16145550199;ext=204"><span>(614) 555-0199 x204</span>');
  });

  test('each box carries the letter that is typed in, and the foot says how', () => {
    const page = callListsAsHtml(listOf(thirtyCalls.slice(0, 2)), options);
    const boxes = [...page.matchAll(/<li><b>(\w)<\/b>/g)].map(([, letter]) => letter ?? '');
    expect(boxes.slice(0, boxes.length / 2).join('')).toBe('tanvxwd');
    expect(boxes.map((letter) => outcomeOfLetter(letter))).not.toContain(null);
    expect(page).toContain('<b>beback log &quot;1000t 1007v&quot;</b>');
  });

  test('a call with endless text and many cars still fits on a page', () => {
    const long = 'x'.repeat(5000);
    const page = callListsAsHtml(
      listOf([
        {
          ...annLee,
          customer: { ...annLee.customer, name: long },
          reasons: Array.from({ length: 40 }, (_, i) => ({ ...leaseEnd, sale_id: i, due_on: ON, number: i })),
          last_contact: { on: ON, outcome: 'talked', by: null, note: long },
        },
      ]),
      options,
    );
    expect(page).toContain('and 35 more reasons');
    expect(page).not.toContain('x'.repeat(240));
  });

  test('what several calls share is said once, under the last of them, and greets nobody by another’s name', () => {
    const opener = 'Hi ____, it is Dana at Hilltop Honda!';
    const shared = {
      touch: 'anniversary',
      label: 'Purchase anniversary',
      late: null,
      script: { opener, question: null, value: null },
    };
    const bob = { ...annLee, customer: { ...annLee.customer, id: 483, name: 'Bob Ray' } };
    const page = callListsAsHtml(dayLists({ ...aList([annLee, bob]), scripts: [shared] }), options);
    expect(page).not.toContain('Hi Ann');
    expect(page.split(opener)).toHaveLength(2);
    expect(page.indexOf(opener)).toBeGreaterThan(page.indexOf('Bob Ray'));
  });

  test('every salesperson has a section, which begins on a new page', () => {
    const page = callListsAsHtml(
      dayLists({ salesperson: dana, calls: [annLee] }, { salesperson: null, calls: [annLee] }),
      options,
    );
    expect(count(page, '<section>')).toBe(2);
    expect(page).toContain('section + section { break-before: page; }');
    expect(page).toContain('House list (no active salesperson)');
  });

  test('no calls are said in words', () => {
    expect(callListsAsHtml(listOf([]), options)).toContain('<p class="none">No calls due.</p>');
    expect(callListsAsHtml(dayLists(), options)).toContain('No calls due on Saturday, November 21, 2026.');
  });

  test('the paper is as asked', () => {
    expect(callListsAsHtml(listOf([]), options)).toContain('size: letter portrait;');
    expect(callListsAsHtml(listOf([]), { ...options, paper: 'a4' })).toContain('size: A4 portrait;');
  });

  test('nothing from a file becomes a tag, an attribute or a link, and the page loads nothing', () => {
    const evil = '<b onload="x">&';
    const page = callListsAsHtml(
      dayLists({ salesperson: { code: '1', name: evil, email: null }, calls: [hostile] }),
      { ...options, storeName: evil },
    );
    const tags = [...page.matchAll(/<\/?([a-z]+)/gi)].map((tag) => tag[1]);
    expect([...new Set(tags)].sort()).toEqual(
      'a b bdi body br col colgroup div head html i li meta p section small span style table tbody td tfoot th thead title tr ul'
        .split(' ')
        .filter((tag) => tag !== 'br'),
    );
    const bare = page.replace(/<style>[\s\S]*<\/style>/, '');
    expect(bare).not.toMatch(/<[^>]*\s(?:on\w+|src)=/i);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;gnp.exe');
    expect(page.replace(/[\n\r\t]/g, '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    expect(page).not.toMatch(/https?:|url\(|@import/);
  });
});
