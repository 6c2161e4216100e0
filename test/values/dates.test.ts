import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { addDays } from '../../src/domain/day.ts';
import type { DateOrder } from '../../src/values/dates.ts';
import { DateEvidence, readDate } from '../../src/values/dates.ts';

const LATEST = '2026-11-21' as Day;

test.each<[string, DateOrder | null, string]>([
  ['2025-12-03T16:11:21.298', null, '2025-12-03'],
  ['2026-03-21 00:00', null, '2026-03-21'],
  ['2025/3/9', 'dmy', '2025-03-09'],
  ['1/8/2026 12:00:00 AM', 'mdy', '2026-01-08'],
  [' 1/ 8/2026', 'mdy', '2026-01-08'],
  ['01/12/2026', 'dmy', '2026-12-01'],
  ['1.12.2026', 'dmy', '2026-12-01'],
  ['1 12 2026', 'dmy', '2026-12-01'],
  ['25/03/2025', null, '2025-03-25'],
  ['03/25/2025', null, '2025-03-25'],
  ['04/04/2025', null, '2025-04-04'],
  ['20261202', 'dmy', '2026-12-02'],
  ['20261202 08:30', null, '2026-12-02'],
  ['20251203161121', null, '2025-12-03'],
  ['12312025', 'mdy', '2025-12-31'],
  ['24-03-12', 'ymd', '2024-03-12'],
  ['99-12-31', null, '1999-12-31'],
  ['11/29/25', 'mdy', '2025-11-29'],
  ['11/21/26', 'mdy', '2026-11-21'],
  ['11/22/26', 'mdy', '1926-11-22'],
  ['12/31/59', 'mdy', '1959-12-31'],
  ['29/02/24', 'dmy', '2024-02-29'],
  ['12-Mar-2025', null, '2025-03-12'],
  ['Mar 12, 2025', null, '2025-03-12'],
  ['Mar 12, 2025 4:05 PM', null, '2025-03-12'],
  ['March 3rd, 2025', null, '2025-03-03'],
  ['Monday, March 3, 2025', null, '2025-03-03'],
  ['2025-Mar-12', null, '2025-03-12'],
  ['12MAR25', null, '2025-03-12'],
  ['12DEC59', null, '1959-12-12'],
  ['3 août 2024', null, '2024-08-03'],
  ['4 juil. 2024', null, '2024-07-04'],
  ['4 juin 2024', null, '2024-06-04'],
  ['12 de marzo de 2025', null, '2025-03-12'],
  ['12. März 2025', null, '2025-03-12'],
  ['45000', null, '2023-03-15'],
  ['45000.75', null, '2023-03-15'],
  ['="2025-01-02"', null, '2025-01-02'],
  ["'2025-01-02", null, '2025-01-02'],
  ['1764777600000', null, '2025-12-03'],
])('%s read %s is %s', (text, order, day) => {
  expect(readDate(text, order, LATEST)).toEqual({ value: day, problem: null });
});

test.each([
  '',
  ' ',
  '0',
  '00000000',
  '00/00/0000',
  '  /  /    ',
  '0000-00-00',
  '0000-00-00 00:00:00',
  '0001-01-01',
  '00010101',
  '1/1/0001',
  '1900-01-01',
  '01/01/1900',
  '1/0/1900',
  '1899-12-30',
  '1901-01-01',
  '1910-01-01T00:00:00',
  '9999-12-31',
  'N/A',
  'NULL',
])('%j is no date and no problem', (text) => {
  expect(readDate(text, 'mdy', LATEST)).toEqual({ value: null, problem: null });
});

test.each<[string, DateOrder | null, string, RegExp]>([
  ['13/7/2026', 'mdy', 'bad-date', /month-first/],
  ['7/13/2026', 'dmy', 'bad-date', /day-first/],
  ['2/30/2027', 'mdy', 'bad-date', /month-first/],
  ['29/02/26', 'dmy', 'bad-date', /day-first/],
  ['13/13/2025', null, 'bad-date', /no such day/],
  ['2024-02-30', null, 'bad-date', /no such day/],
  ['20251301', null, 'bad-date', /no such day/],
  ['31 Nov 2025', null, 'bad-date', /no such day/],
  ['12 Foo 2025', null, 'bad-date', /no form of date/],
  ['soon', null, 'bad-date', /no form of date/],
  ['61000', null, 'bad-date', /no form of date/],
  ['1'.repeat(5000), null, 'bad-date', /no form of date/],
  ['03/04/2025', null, 'ambiguous-date', /2025-03-04 or 2025-04-03/],
  ['6/7/05', null, 'ambiguous-date', /2005-06-07 or 2005-07-06/],
])('%s read %s is dropped: %s', (text, order, code, message) => {
  const { value, problem } = readDate(text, order, LATEST);
  expect([value, problem?.code]).toEqual([null, code]);
  expect(problem?.message).toMatch(message);
});

const someDay = fc.integer({ min: -9000, max: 0 }).map((days) => addDays(LATEST, days));

test('a day written in any order is read back in that order, two-digit years included', () => {
  fc.assert(
    fc.property(someDay, fc.constantFrom('/', '-', '.', ' '), fc.boolean(), (day, mark, short) => {
      const [year = '', month = '', dayOfMonth = ''] = day.split('-');
      const written = short ? year.slice(2) : year;
      const forms: [DateOrder, string][] = [
        ['mdy', [Number(month), Number(dayOfMonth), written].join(mark)],
        ['dmy', [dayOfMonth, month, written].join(mark)],
        ['ymd', [written, month, dayOfMonth].join(mark)],
      ];
      for (const [order, text] of forms) {
        expect(readDate(text, order, LATEST)).toEqual({ value: day, problem: null });
      }
    }),
  );
});

test('a two-digit year never gives a day after the latest', () => {
  fc.assert(
    fc.property(
      someDay,
      fc.nat(99),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (latest, y, m, d) => {
        const { value } = readDate(`${m}/${d}/${String(y).padStart(2, '0')}`, 'mdy', latest);
        expect(value === null || value <= latest).toBe(true);
      },
    ),
  );
});

describe('the order of a column', () => {
  const verdict = (cells: readonly string[]) => {
    const evidence = new DateEvidence();
    for (const cell of cells) evidence.add(cell);
    return evidence.verdict();
  };
  const none = { mdy: 0, dmy: 0, ymd: 0 };

  test.each<[string, string[], ReturnType<DateEvidence['verdict']>]>([
    [
      'is proved by one day above 12',
      ['1/2/2026', '1/25/2026'],
      { order: 'mdy', proofs: { ...none, mdy: 1 }, ambiguous: 1 },
    ],
    [
      'may be day first',
      ['25/1/2026', '1/1/2026', ''],
      { order: 'dmy', proofs: { ...none, dmy: 1 }, ambiguous: 0 },
    ],
    ['may be year first', ['99-12-31'], { order: 'ymd', proofs: { ...none, ymd: 1 }, ambiguous: 0 }],
    ['stays open without a proof', ['1/2/2026', '3/4/2026'], { order: null, proofs: none, ambiguous: 2 }],
    [
      'needs no proof in plain forms',
      ['2026-01-02', '12-Mar-2025', '20260102', '45000'],
      { order: null, proofs: none, ambiguous: 0 },
    ],
    [
      'stays open when proofs contradict each other',
      ['1/25/2026', '1/26/2026', '25/1/2026'],
      { order: null, proofs: { mdy: 2, dmy: 1, ymd: 0 }, ambiguous: 0 },
    ],
    [
      'goes by five proofs against one',
      [...Array<string>(5).fill('1/25/2026'), '25/1/2026'],
      { order: 'mdy', proofs: { mdy: 5, dmy: 1, ymd: 0 }, ambiguous: 0 },
    ],
    [
      'is not proved by impossible days',
      ['13/13/2026', '1/45/2026'],
      { order: null, proofs: none, ambiguous: 0 },
    ],
  ])('%s', (_, cells, expected) => {
    expect(verdict(cells)).toEqual(expected);
  });
});
