/** Letters as a browser prints them: a page each, the address where the window of the envelope is. */

import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Letter } from '../../src/domain/letter.ts';
import { lettersAsHtml } from '../../src/render/letters-as-html.ts';
import { canPrint, PRINTING, printed } from './printed.ts';
import { day, hostile, ON } from './sample-lists.ts';

const store = {
  name: 'Hilltop Honda',
  address: ['1 Hill Rd', 'Troy MI 48083'],
  phone: '(248) 555-0100',
  country: 'US',
};
const letterTo = (name: string, street = '12 Elm St'): Letter => ({
  customer: {
    id: 482,
    name,
    first_name: name,
    last_name: null,
    business_name: null,
    address: { street, city: 'Troy', region: 'MI', postal_code: '48083', country: null },
  },
  vehicle: { year: 2023, make: 'Honda', model: 'Civic' },
  sold_on: day('2023-11-19'),
  years_owned: 3,
  number: 3,
  owner: { name: 'Dana Reyes', email: 'dana@example.com' },
});
const text = 'Dear friend,\n\nthank you.\n\nKind regards,';

describe('letters as HTML', () => {
  test('load nothing, and nothing in them becomes a tag', () => {
    const evil = hostile.customer.name;
    const page = lettersAsHtml(
      [{ letter: letterTo(evil, evil), text: `Dear ${evil},\n\n<img src=x onerror=y>` }],
      { on: ON, paper: 'letter', store: { ...store, name: evil, address: [evil] } },
    );
    const tags = [...page.matchAll(/<\/?([a-z]+\d*)/gi)].map((tag) => tag[1]);
    expect([...new Set(tags)].sort()).toEqual(
      'address article bdi body head header html meta p span style title'.split(' '),
    );
    expect(page).not.toMatch(/https?:|url\(|@import/);
    expect(page.replace(/[\n\r\t]/g, '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  });

  test('none to write is said in words', () => {
    expect(lettersAsHtml([], { on: ON, paper: 'a4', store })).toContain('<p>No letters to write.</p>');
  });
});

/** What fonts differ in, most of all: how much goes on a line. Thrice the same font, set wide and narrow. */
const WIDTHS = { narrow: '-0.6pt', 'as it comes': '0', wide: '1.2pt' };
const inWidth = (page: string, width: keyof typeof WIDTHS): string =>
  page.replace('</style>', `p { letter-spacing: ${WIDTHS[width]}; }</style>`);

describe.skipIf(!canPrint)('printed letters', PRINTING, () => {
  test.each(['letter', 'a4'] as const)('on %s: a page each, the address in the window', (paper) => {
    const names = ['Ann Lee', '李小龍', 'محمد عبد الله', 'Bartholomew Featherstonehaugh-Cholmondeley III'];
    const { pages, about, target } = printed(
      lettersAsHtml(
        names.map((name) => ({ letter: letterTo(name), text })),
        { on: ON, paper, store },
      ),
      `letters-${paper}`,
    );
    expect(about).toContain(paper === 'letter' ? '(letter)' : '(A4)');
    expect(pages).toHaveLength(4);
    for (const page of pages)
      expect(page).toMatch(/Hilltop Honda[\s\S]*12 Elm St\s+Troy MI 48083[\s\S]*Dana Reyes/);
    // in points from the top left: what every window shows is 25 to 105 mm from the left, 63 to 90 mm from the top
    const [first = ''] = execFileSync('pdftotext', ['-bbox', target, '-'], { encoding: 'utf8' }).split(
      '</page>',
    );
    const words = [
      ...first.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)</g),
    ];
    const at = (word: string): number[] =>
      (words.findLast((one) => one[5] === word) ?? [])
        .slice(1, 5)
        .map((points) => (Number(points) * 25.4) / 72);
    const [left = 0, top = 0] = at('Ann');
    const [, , right = 0, bottom = 0] = at('48083');
    expect(bottom).toBeLessThan(90);
    expect(right).toBeLessThan(105);
    // a font may leave some room above and before its letters
    expect(left).toBeGreaterThan(24.5);
    expect(left).toBeLessThan(26);
    expect(top).toBeGreaterThan(62.5);
    expect(top).toBeLessThan(65);
  });

  test.each(['narrow', 'as it comes', 'wide'] as const)(
    'a long letter goes on to a second page, and the next one begins on a new one: %s',
    (width) => {
      // about a page and a half: two in any font
      const long = `Dear friend,\n\n${'So much to say. '.repeat(38)}\n\n`.repeat(5);
      const { pages } = printed(
        inWidth(
          lettersAsHtml(
            [
              { letter: letterTo('Ann Lee'), text: long },
              { letter: letterTo('Bo Ash'), text },
            ],
            { on: ON, paper: 'letter', store },
          ),
          width,
        ),
        `letters-long-${width}`,
      );
      expect(pages.length).toBe(3);
      expect(pages.map((page) => [page.includes('Ann Lee'), page.includes('Bo Ash')])).toEqual([
        [true, false],
        [false, false],
        [false, true],
      ]);
    },
  );
});
