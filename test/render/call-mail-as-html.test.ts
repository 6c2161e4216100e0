/** The mail of a call list: one column, taps that answer it, and never more than a mail program shows. */

import { describe, expect, test } from 'vitest';
import { callMail, type LetterOptions } from '../../src/mail/call-mail.ts';
import { composeMessage } from '../../src/mail/message.ts';
import { aList, annLee, dana, dayLists, hostile, listOf, manyCalls, thirtyCalls } from './sample-lists.ts';

const answers = {
  address: 'lists@lakeside.example',
  messageId: '2026-11-21.calls.4f2a9c1e0712345678ab@lakeside.example',
};
const options: LetterOptions = {
  country: 'US',
  timezone: null,
  storeName: 'Hilltop Honda',
  paper: 'letter',
  sheet: false,
  answers,
};
const mailOf = (calls: number | readonly (typeof annLee)[], more: Partial<LetterOptions> = {}) => {
  const lists = listOf(typeof calls === 'number' ? manyCalls(calls) : calls);
  const [list] = lists.lists;
  if (list === undefined) throw new Error('no list');
  return callMail(list, [], lists, { ...options, ...more });
};
const linksIn = (html: string): URL[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(
    ([, href = '']) => new URL(href.replaceAll('&#39;', "'").replaceAll('&amp;', '&')),
  );

test('looks as it should', async () => {
  const lists = dayLists({ salesperson: dana, calls: [...thirtyCalls.slice(0, 2), hostile] });
  const { html } = callMail(aList(lists.lists[0]?.calls ?? []), [], lists, options);
  await expect(html).toMatchFileSnapshot('golden/call-mail.html');
});

describe('its size', () => {
  /** Gmail cuts off what is beyond 102 KB. */
  const MOST = 100_000;

  test.each([25, 60, 200, 1000])(
    'of %i calls stays below what is cut off, and says what is left',
    async (calls) => {
      const letter = mailOf(calls);
      const message = await composeMessage({
        ...letter,
        attachments: [],
        from: { name: '', address: 'a@b.example' },
        to: { name: '', address: 'a@b.example' },
        replyTo: null,
        messageId: answers.messageId,
        date: new Date(0),
        listId: 'calls.beback.b.example',
      });
      expect(Buffer.byteLength(letter.html)).toBeLessThan(MOST);
      expect(message.length - Buffer.byteLength(letter.text)).toBeLessThan(MOST + 5000);
      const shown = letter.html.split('<h2').length - 1;
      expect(shown).toBeGreaterThanOrEqual(25);
      expect(letter.text.match(/^ *\d+ {2}\S.*#\d+$/gm)).toHaveLength(shown);
      const left = `${calls - shown} more calls stand in the attached file ${letter.attachments[0]?.filename}.`;
      for (const part of [letter.html, letter.text.replaceAll('\n', ' ')])
        expect(part.includes(left)).toBe(shown < calls);
      expect(letter.attachments[0]?.content.trimEnd().split('\r\n')).toHaveLength(calls + 1);
    },
  );

  test('counts whatever else stands in it', () => {
    const long = { ...annLee, facts: ['x'.repeat(60_000)] };
    const letter = mailOf([annLee, long, long]);
    expect(Buffer.byteLength(letter.html)).toBeLessThan(MOST);
    expect(letter.html).toContain('1 more call stands in the attached file');
  });
});

describe('what can be tapped', () => {
  test('is every number, and the usual outcomes of each call', () => {
    const links = linksIn(mailOf([annLee]).html);
    expect(links.map(({ protocol }) => protocol)).toEqual([
      ...annLee.customer.phones.map(() => 'tel:'),
      ...Array.from({ length: 6 }, () => 'mailto:'),
    ]);
  });

  test('is numbers alone where no answers are read', () => {
    const { html, text } = mailOf(3, { answers: null });
    expect(html).not.toContain('mailto:');
    expect(html).toContain('href="tel:');
    expect(`${html}${text}`).not.toMatch(/Tap what|Answer this mail/);
  });

  test('has nothing of the customer in it but the number', () => {
    const name = 'Ann"&body=9d?to=eve@evil.example\r\nBcc: eve@evil.example';
    const evil = { ...annLee, customer: { ...annLee.customer, name } };
    const { html } = mailOf([evil], { storeName: '"><a href="mailto:eve@evil.example">' });
    const mails = linksIn(html).filter(({ protocol }) => protocol === 'mailto:');
    expect(mails).toHaveLength(6);
    for (const { pathname, searchParams } of mails) {
      expect(pathname).toBe('lists@lakeside.example');
      expect([...searchParams.keys()]).toEqual(['subject', 'body']);
      expect(searchParams.get('subject')).toBe('[list 2026-11-21.4f2a9c1e07]');
      expect(searchParams.get('body')).toMatch(new RegExp(`^1[a-z] #${annLee.customer.id}-[a-z]{3}$`));
    }
    expect(html.match(/<(?:a|script|img)\b/g)).toHaveLength(annLee.customer.phones.length + 6);
  });

  test.each(["o'hara+lists&more=1@lakeside.example", 'a?b%c#d@lakeside.example'])(
    'goes to %s and nobody else',
    (address) => {
      const { html } = mailOf([annLee], { answers: { ...answers, address } });
      const mails = linksIn(html).filter(({ protocol }) => protocol === 'mailto:');
      expect(mails.map(({ pathname }) => decodeURIComponent(pathname))).toEqual(mails.map(() => address));
      expect(mails.map(({ hash, searchParams }) => [hash, searchParams.size])).toEqual(
        mails.map(() => ['', 2]),
      );
    },
  );
});

describe('its colours', () => {
  const luminance = (hex: string): number => {
    const whole = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(whole.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };

  test('can be read by day and by night', () => {
    const { html } = mailOf(3);
    const [, rules = ''] = /@media \(prefers-color-scheme:dark\)\{(.*?\n)\}/s.exec(html) ?? [];
    const colours = (css: string): string[] =>
      [...css.matchAll(/(?<![-\w])color:(#\w+)/g)].map(([, colour = '']) => colour);
    const [, night = ''] = /background-color:(#\w+)/.exec(rules) ?? [];
    expect(colours(rules)).toHaveLength(3);
    for (const colour of colours(rules)) expect(contrast(colour, night), colour).toBeGreaterThan(4.5);
    for (const colour of colours(html.replace(rules, '')))
      expect(contrast(colour, '#fff'), colour).toBeGreaterThan(4.5);
  });

  test('and its language are named, and tables that lay out say so', () => {
    const { html } = mailOf(3);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html.match(/<table /g)).toHaveLength(html.match(/<table role="presentation"/g)?.length ?? 0);
  });
});
