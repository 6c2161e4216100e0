/** The rows that are shown before a map of a person's own is taken. */

import { expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { mapOfAnswers } from '../../src/operations/import/map-by-answers.ts';
import { understoodRows } from '../../src/operations/import/understood-rows.ts';
import { understoodRowsAsText } from '../../src/render/understood-rows-as-text.ts';

const HEADER = ['Jacket', 'Who', 'When', 'Car', 'Ph', 'Stop', 'How', 'Mos', 'Slsp'];
const ANSWERS = mapOfAnswers(
  'mine',
  HEADER,
  new Map([
    [0, 'deal_number'],
    [1, 'full_name'],
    [2, 'sold_on'],
    [3, 'vehicle'],
    [4, 'cell_phone'],
    [5, 'do_not_call'],
    [6, 'deal_type'],
    [7, 'term'],
    [8, 'salesperson_1_name'],
  ]),
);
const about = {
  country: { code: 'US', given: true },
  today: '2026-11-27' as Day,
  timezone: null,
};
const PLAIN = ['1', 'Ann Lee', '11/25/2026', '2026 Honda Civic', '6145550101', 'N', 'Cash', '', 'Dana Reyes'];
const read = (samples: readonly (readonly string[])[], atMost = 3) =>
  understoodRows('x.csv', { header: HEADER, samples, width: HEADER.length }, ANSWERS, about, atMost);

test('of many plain rows those are shown that show something else, in the order of the file', async () => {
  const samples = [
    ...Array.from({ length: 50 }, (_, i) => PLAIN.with(0, String(i + 1))),
    ['61', 'Ace Towing LLC', '11/24/2026', '2026 Honda Pilot', '', 'Y', 'Lease', '36', ''],
    ['62', '', '11/24/2026', '2026 Honda Pilot', '', 'N', 'Cash', '', 'Dana Reyes'],
    ...Array.from({ length: 50 }, (_, i) => PLAIN.with(0, String(i + 100))),
  ];
  const rows = await read(samples);
  expect(understoodRowsAsText(rows, { width: 78, country: 'US' }).split('\n')).toEqual([
    '  Ann Lee, (614) 555-0101 · 2026 Honda Civic, no VIN · deal 1, sold November',
    '    25, 2026, cash · by Dana Reyes',
    '  Ace Towing LLC (a company), no phone · 2026 Honda Pilot, no VIN · deal 61,',
    '    sold November 24, 2026, lease of 36 months · no salesperson · must not be',
    '    called',
    '  cannot be used: Who is empty: no customer and no company is named',
    '',
  ]);
});

test('a file of one row shows that', async () => {
  expect(await read([PLAIN])).toHaveLength(1);
});

test('dates that can be read two ways are asked about, with what stands in the file', async () => {
  const asked: unknown[] = [];
  const [row] = await understoodRows(
    'x.csv',
    { header: HEADER, samples: [PLAIN.with(2, '03/04/2026')], width: HEADER.length },
    ANSWERS,
    {
      ...about,
      country: { code: 'US', given: false },
      askDateOrder: async (...of) => {
        asked.push(of);
        return 'dmy';
      },
    },
    3,
  );
  expect(row?.sale?.soldOn).toBe('2026-04-03');
  expect(asked).toEqual([['x.csv', { columns: ['When'], examples: ['03/04/2026'] }]]);
});
