/** Replies to the mailed list: what is taken for a call, what is not, and which lines are the writer's own. */

import { describe, expect, test } from 'vitest';
import { type AnsweredText, newText } from '../../src/contacts/new-text.ts';
import { readReply } from '../../src/contacts/read-reply.ts';
import type { Day } from '../../src/domain/day.ts';

const ON = '2026-11-21' as Day;
const ON_LIST = [118, 125, 173, 187, 482];
const ANSWERED: AnsweredText = {
  salesperson: 'Dana Reyes',
  senders: ['Lakeside'],
  addresses: ['lists@lakeside.example'],
};
const reply = (text: string) => readReply(text, ON, 'mdy', (id) => ON_LIST.includes(id), ANSWERED);
/** `482 talked "note" 2027-05-03` for each call. */
const calls = (text: string): string[] =>
  reply(text).calls.map(({ customerId, outcome, note, nextOn }) =>
    [
      customerId,
      outcome.name,
      ...(note === null ? [] : [JSON.stringify(note)]),
      ...((nextOn ?? '') ? [nextOn] : []),
    ].join(' '),
  );

describe('a line that is understood', () => {
  test.each<[string, string[]]>([
    ['482v', ['482 voicemail']],
    ['482 v', ['482 voicemail']],
    ['#482 V.', ['482 voicemail']],
    ['482v 911t, 77x; #5b', ['482 voicemail', '911 talked', '77 no-answer', '5 busy']],
    ['482 v 911 t', ['482 voicemail', '911 talked']],
    ['482 a', ['482 appointment']],
    ['482: talked', ['482 talked']],
    ['482 left voicemail', ['482 voicemail']],
    ['482 - not interested', ['482 not-interested']],
    ['482 wrong number, it is a bakery', ['482 wrong-number "it is a bakery"']],
    ['482t wants a van', ['482 talked "wants a van"']],
    ['482 t: wants a van', ['482 talked "wants a van"']],
    ['482 spoke with her husband', ['482 talked "her husband"']],
    [
      '#482 talked: daughter gets licence in May, next 2027-05-03',
      ['482 talked "daughter gets licence in May" 2027-05-03'],
    ],
    ['482 t, next fri', ['482 talked 2026-11-27']],
    ['482t next: 5/3', ['482 talked 2027-05-03']],
    ['482 moved away', ['482 moved-away']],
    ['482 moved: to Texas', ['482 moved-away "to Texas"']],
    ['482 busy all week', ['482 busy "all week"']],
    ['482 sold', ['482 sold']],
    ['482 talked: will buy next year', ['482 talked "will buy next year"']],
    ['482 talked: call 2 weeks later', ['482 talked "call 2 weeks later"']],
    ['482 talked, 2 talked kids', ['482 talked "2 talked kids"']],
    ['482t has 3 cars, 2 sold', ['482 talked "has 3 cars, 2 sold"']],
    ['482t paid 15,500 sold us his van', ['482 talked "paid 15,500 sold us his van"']],
    ['482t at 614 555 1234 voicemail only', ['482 talked "at 614 555 1234 voicemail only"']],
    ['482t call 6145551234 voicemail', ['482 talked "call 6145551234 voicemail"']],
    ['482t wants 125 a month', ['482 talked "wants 125 a month"']],
    ['482t row 5 b', ['482 talked "row 5 b"']],
    ['482a: Friday 4pm, asked for "Ben" 🎉', ['482 appointment "Friday 4pm, asked for \\"Ben\\" 🎉"']],
  ])('%s', (line, expected) => {
    expect(reply(line).notUnderstood).toEqual([]);
    expect(calls(line)).toEqual(expected);
  });
});

describe('a line that is not understood', () => {
  test.each<readonly [string, string]>([
    ['Thanks!', 'it does not begin with a customer’s number'],
    ['v 482', 'it does not begin with a customer’s number'],
    ['0482v', 'it does not begin with a customer’s number'],
    ['11/21/2026 was a good day', 'it does not begin with a customer’s number'],
    ['482v 911t left a message', 'a code stands in the middle of a note: give each call a line'],
    ...[
      '118 voicemail, 125 talked',
      '118 voicemail 125 talked',
      '118v, 125 t; #173 left message',
      '118v, 125t, 187x left message',
      '118 voicemail, 125: talked wants a van',
      '118 voicemail, 99 no answer',
      '118 voicemail; #99 d please',
      '118 voicemail at 5, #125 dnc asked',
    ].map((line) => [line, 'a code stands in the middle of a note: give each call a line'] as const),
    ['482t, next some day', 'next "some day" is not a day'],
    ['482t, next 2026-11-20', 'next 2026-11-20 is before the call on 2026-11-21'],
  ])('%s', (line, why) => {
    expect(reply(line)).toEqual({ calls: [], notUnderstood: [{ line: 1, text: line, why }] });
  });

  test.each([
    '482',
    '#482.',
    '482 a nice lady',
    '482 moved the appointment',
    '482 wrong car in our books',
    '482 sold her on it',
    '482 visit on Friday',
    '482 text me later',
    '482 will call back',
    '482q',
    '482v 77q',
  ])('%s: no outcome', (line) => {
    const { calls: none, notUnderstood } = reply(line);
    expect(none).toEqual([]);
    expect(notUnderstood).toMatchObject([
      { text: line, why: expect.stringContaining('t talked, a appointment') },
    ]);
  });
});

const OLD = ['482 Ann Lee (614) 555-0101', '911v'];

describe('of a mail only the new lines are read', () => {
  test.each<[string, string[], string[]]>([
    [
      'above a quotation',
      [
        '482v',
        '',
        'On Sat, Nov 21, 2026 at 7:00 AM Lakeside <crm@example.com> wrote:',
        ...OLD.map((one) => `> ${one}`),
      ],
      ['482v'],
    ],
    [
      'below and between quotations',
      [
        'On Sat, Nov 21, 2026 at 7:00 AM Lakeside Motors',
        '<crm@example.com> wrote:',
        '',
        '> 482 Ann Lee',
        '482v',
        '>> 911v',
        '77x',
      ],
      ['482v', '77x'],
    ],
    ['above an unmarked old mail', ['482v', 'On 21 Nov 2026, Lakeside wrote:', '', ...OLD], ['482v']],
    [
      'above the old mail of Outlook',
      ['482v', '', '-----Original Message-----', 'From: x', ...OLD],
      ['482v'],
    ],
    [
      'above the head of the old mail',
      ['482v', 'From: Lakeside <crm@example.com>', 'Sent: Saturday', ...OLD],
      ['482v'],
    ],
    ['above a ruled line', ['482v', '________________________________', ...OLD], ['482v']],
    ['above a German quotation', ['482v', 'Am 21.11.26 um 07:00 schrieb Lakeside:', '> 911v'], ['482v']],
    [
      'above a German one broken inside the address',
      [
        '482v',
        'Am Sa., 21. Nov. 2026 um 07:00 Uhr schrieb Lakeside Motors ‹',
        'lists@lakeside.example›:',
        '',
        ...OLD,
      ],
      ['482v'],
    ],
    [
      'above a French one broken before its verb',
      [
        '482v',
        'Le sam. 21 nov. 2026 à 07:00, Lakeside <lists@lakeside.example> a',
        'écrit\u00a0:',
        '',
        '> 911v',
      ],
      ['482v'],
    ],
    ['above the signature', ['482v', '-- ', 'Ben Kowalski', '555-0101'], ['482v']],
    ['without what the phone adds', ['482v', 'Sent from my iPhone', '77x'], ['482v', '77x']],
    [
      'with lines broken on the way joined',
      ['482 talked: daughter gets her licence in May and would like a small', 'car, next 2027-05-03', '77x'],
      ['482 talked: daughter gets her licence in May and would like a small car, next 2027-05-03', '77x'],
    ],
    ['with soft breaks joined', ['482 talked: wants ', 'a van', '77x'], ['482 talked: wants a van', '77x']],
    [
      'but no line is joined across a blank one',
      ['482 talked: wants ', '', 'thanks'],
      ['482 talked: wants', 'thanks'],
    ],
    ['and a promise of his own stays', ['on 4/20 he wrote: yes', '482v'], ['on 4/20 he wrote: yes', '482v']],
  ])('%s', (_, lines, kept) => {
    expect(newText(lines.join('\r\n'), ANSWERED).map(({ text }) => text)).toEqual(kept);
  });
});

/** As the plain text of a list is. */
const LIST = `Lakeside

Dana Reyes · Saturday, November 21, 2026 · 3 calls
1  Ann Quill   (614) 555-0101 cell  #118
   Service is due, due Nov 24, closes Dec 8
2  Busy Zeb    (614) 555-0104 cell  #125
3  T. Boone    (614) 555-0102 cell  #173

Answer this mail with a line a call: 118t 125v 173x, or #118 talked: wants a van,
next 2027-05-03.`.split('\n');
const quoted = LIST.map((line) => `> ${line}`.trimEnd());

describe('nothing of the list below an answer is read, whatever language frames it', () => {
  test.each<[string, string[]]>([
    ['Polish', ['W dniu 21.11.2026 o 07:00, Lakeside <lists@lakeside.example> pisze:']],
    ['Russian', ['сб, 21 нояб. 2026 г. в 07:00, Lakeside <lists@lakeside.example>:']],
    ['Japanese', ['2026年11月21日(土) 7:00 Lakeside <lists@lakeside.example>:']],
    ['Japanese, broken', ['2026年11月21日(土) 7:00', 'Lakeside <lists@lakeside.example>:']],
    ['Korean', ['2026년 11월 21일 (토) 오전 7:00, Lakeside <lists@lakeside.example>님이 작성:']],
    ['Turkish', ['Lakeside <lists@lakeside.example>, 21 Kas 2026 Cmt, 07:00 tarihinde şunu yazdı:']],
    ['Finnish', ['la 21. marrask. 2026 klo 7.00 Lakeside (lists@lakeside.example) kirjoitti:']],
    ['Czech, without the address', ['Dne 21. 11. 2026 v 7:00 Lakeside napsal(a):']],
    ['Hungarian', ['Lakeside <lists@lakeside.example> ezt írta (időpont: 2026. nov. 21., Szo, 7:00):']],
    ['Romanian, broken', ['În sâm., 21 nov. 2026 la 07:00, Lakeside', '<lists@lakeside.example> a scris:']],
    ['English, turned round', ['Lakeside <lists@lakeside.example> wrote on 11/21/2026 07:00:00 AM:']],
    [
      'a Spanish head',
      [
        'De: Lakeside <lists@lakeside.example>',
        'Enviado: sábado, 21 de noviembre de 2026 7:00',
        'Para: Dana Reyes <dana@lakeside.example>',
        'Asunto: Your calls',
      ],
    ],
    [
      'a Dutch head',
      ['Van: Lakeside', 'Verzonden: zaterdag 21 november 2026 07:00', 'Aan: Dana', 'Onderwerp: Calls'],
    ],
    [
      'a Swedish head under a line',
      [
        '-----Ursprungligt meddelande-----',
        'Från: lists@lakeside.example',
        'Skickat: den 21 november 2026',
        'Till: Dana',
      ],
    ],
    [
      'a Chinese head',
      ['发件人：Lakeside <lists@lakeside.example>', '发送时间：2026年11月21日 7:00', '收件人：Dana'],
    ],
    ['nothing at all', []],
  ])('%s', (_, frame) => {
    for (const gap of [[], ['']])
      for (const old of [LIST, quoted]) {
        const text = ['118v', '#125 talked: wants a 2027 van', ...gap, ...frame, ...gap, ...old].join('\n');
        expect(reply(text).notUnderstood, text).toEqual([]);
        expect(calls(text), text).toEqual(['118 voicemail', '125 talked "wants a 2027 van"']);
      }
  });

  test.each([
    'Enviado do meu iPhone',
    'Отправлено с iPhone',
    'Outlook für iOS herunterladen',
    'Verzonden met Samsung',
  ])('nor what the telephone adds: %s', (device) => {
    const text = ['118v', '', device, '', 'Le 21.11.2026 Lakeside <lists@lakeside.example>:', ...LIST].join(
      '\n',
    );
    expect(reply(text)).toMatchObject({ calls: [{ customerId: 118 }], notUnderstood: [] });
  });

  test('a line of the list that was copied is told, and is no call', () => {
    for (const line of [
      '125  Busy Zeb  (614) 555-0104',
      '173  Sold Ann  +49 30 1234567 cell',
      '118 T. Boone 614-555-0102',
    ])
      expect(reply(`482v\n${line}`)).toMatchObject({
        calls: [{ customerId: 482 }],
        notUnderstood: [{ text: line }],
      });
    expect(calls('482 talked, new number (614) 555-0199')).toEqual([
      '482 talked "new number (614) 555-0199"',
    ]);
    expect(calls('482 talked new number (614) 555-0199')).toEqual(['482 talked "new number (614) 555-0199"']);
  });

  test('what the writer says above it stays, although it is no call', () => {
    const text = ['118v', 'Ann Quill: moves to Denver', '', ...LIST].join('\n');
    expect(reply(text).notUnderstood).toMatchObject([{ line: 2, text: 'Ann Quill: moves to Denver' }]);
  });
});

test('each call and each line not understood is known by its line', () => {
  const { calls: found, notUnderstood } = reply('\ufeffHi,\n\n482v 77x\n> 911v\n911 talked\n');
  expect(found.map(({ line, customerId }) => [line, customerId])).toEqual([
    [3, 482],
    [3, 77],
    [5, 911],
  ]);
  expect(notUnderstood.map(({ line, text }) => [line, text])).toEqual([[1, 'Hi,']]);
});
