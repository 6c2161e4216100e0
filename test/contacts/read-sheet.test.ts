/** Each line of a sheet is a call, blank, or a problem that says what to put right. */

import { describe, expect, test } from 'vitest';
import { readSheet, type SheetKnown, type SheetReading } from '../../src/contacts/read-sheet.ts';
import { findSheetColumns } from '../../src/contacts/sheet-columns.ts';
import type { Day } from '../../src/domain/day.ts';
import { Fault } from '../../src/domain/fault.ts';
import { read, unreadable } from '../../src/domain/problem.ts';

const TODAY = '2026-11-23' as Day;
const known: SheetKnown = {
  today: TODAY,
  order: 'mdy',
  customer: (id) =>
    ({
      7: { name: 'Ann Lee', cars: [{ saleId: 70, soldOn: '2024-03-01' as Day }] },
      8: {
        name: 'Bob Stone',
        cars: [
          { saleId: 80, soldOn: '2020-03-01' as Day },
          { saleId: 81, soldOn: '2024-04-22' as Day },
        ],
      },
    })[id] ?? null,
  salesperson: (code, name) =>
    name === 'Reyes'
      ? unreadable('several-salespeople', '"Reyes" fits two')
      : read(code === '1042' || name === 'Dana Reyes' ? { id: 3, code: '1042', name: 'Dana Reyes' } : null),
};

function readLines(header: string, ...lines: string[]): SheetReading {
  const cells = header.split('|');
  const rows = lines.map((line, i) => ({ line: i + 2, cells: line.split('|') }));
  return readSheet(findSheetColumns(cells, 'list.csv'), cells, rows, known);
}

const HEADER = 'on|salesperson_code|customer_id|customer|sold_on|outcome|note|next';
const LINE = '2026-11-21|1042|7|Ann Lee|2024-03-01';

/** What one line is read as: outcome name, note, next; or code and column of the problem. */
function readOne(line: string): unknown {
  const { blank, calls, problems } = readLines(HEADER, line);
  const [call] = calls;
  const [problem] = problems;
  expect(blank + calls.length + problems.length).toBe(1);
  if (problem) return [problem.code, problem.column];
  return call ? [call.outcome.name, call.note, call.nextOn] : 'blank';
}

test('a call carries all that its line says', () => {
  expect(readLines(HEADER, `${LINE}|talked|will think about it|5/3/2027`)).toMatchObject({
    lines: 1,
    blank: 0,
    problems: [],
    calls: [
      {
        line: 2,
        customerId: 7,
        on: '2026-11-21',
        outcome: { name: 'talked' },
        note: 'will think about it',
        nextOn: '2027-05-03',
        salespersonId: 3,
        saleId: null,
        source: 'sheet 2026-11-21 1042 7',
      },
    ],
  });
});

test('what a sheet shows of the last contact names its line, however the file was saved; a sheet without it has no part in that', () => {
  const sources = (last: string): unknown[] => {
    const { calls } = readLines(`${HEADER}|last_contact`, `${LINE}|busy|||${last}`);
    return calls.map(({ source, isAnother }) => [source, isAnother]);
  };
  const source = 'sheet 2026-11-21 1042 7';
  expect(sources('')).toEqual([[source, false]]);
  for (const by of ['José', 'JosÃ©', 'Jos?'])
    expect(sources(`2026-11-21 busy (${by}): gone`)).toEqual([
      [`${source} after 2026 11 21 busy jos gone`, true],
    ]);
  for (const other of ['2026-11-20 busy', '2026-11-21 no answer', '2026-11-21 busybody'])
    expect(sources(other)).toEqual([[expect.stringContaining(`${source} after 2026 11 2`), false]]);
  expect(sources(`2026-11-21 talked: ${'long '.repeat(200)}`)[0]).toEqual([
    expect.stringMatching(/^.{1,160}$/),
    false,
  ]);
});

describe('a line', () => {
  test.each<[string, unknown]>([
    [`${LINE}|||`, 'blank'],
    [`${LINE}| | | `, 'blank'],
    ['2026-11-21|1042|999|Nobody||||', 'blank'],
    [LINE, 'blank'],
    [`${LINE}|v`, ['voicemail', null, null]],
    [`${LINE}| V ||`, ['voicemail', null, null]],
    [`${LINE}|Left a message||`, ['voicemail', null, null]],
    [`${LINE}|t|  two spaces |`, ['talked', '  two spaces ', null]],
    [`${LINE}|t|'=1+1|`, ['talked', '=1+1', null]],
    [`${LINE}|t|''-x|`, ['talked', "'-x", null]],
    [`${LINE}|t|'til May|`, ['talked', "'til May", null]],
    [`${LINE}|snoozed||2027-01-05`, ['snoozed', null, '2027-01-05']],
    [`${LINE}|t||2026-11-21`, ['talked', null, '2026-11-21']],
    [`${LINE}|v||||`, ['voicemail', null, null]],
    ['2026-11-21|1042|#7|Ann Lee||v||', ['voicemail', null, null]],
    ['2026-11-21|1042|7.00|Ann Lee||v||', ['voicemail', null, null]],
  ])('%s is read', (line, expected) => {
    expect(readOne(line)).toEqual(expected);
  });

  test.each<[string, string, string | null]>([
    [`${LINE}|zz||`, 'unknown-outcome', 'outcome'],
    [`${LINE}||will call back|`, 'no-outcome', 'note'],
    [`${LINE}|||2027-01-05`, 'no-outcome', 'next'],
    [`${LINE}|t||2026-11-20`, 'next-before', 'next'],
    [`${LINE}|t||2207-05-03`, 'bad-day', 'next'],
    [`${LINE}|t||some day`, 'bad-day', 'next'],
    [`${LINE}|snoozed||`, 'no-next', 'outcome'],
    [`${LINE}|t|loves it|| too`, 'too-many-cells', null],
    [`${LINE}|||| too`, 'too-many-cells', null],
    ['2026-11-31|1042|7|Ann Lee||t||', 'bad-day', 'on'],
    ['2026-11-21|1042|999|Ann Lee||t||', 'unknown-customer', 'customer_id'],
    ['2026-11-21|1042|Ann|Ann Lee||t||', 'bad-customer-id', 'customer_id'],
    ['2026-11-21|1042|7,000|Ann Lee||t||', 'bad-customer-id', 'customer_id'],
    ['2026-11-21|1042||Ann Lee||t||', 'bad-customer-id', 'customer_id'],
    ['2026-11-21|1042|8|Ann Lee||t||', 'other-customer', 'customer'],
    ['2026-11-21|1042|8|Bob Stone||sold-the-car||', 'several-cars', 'outcome'],
  ])('%s is rejected: %s', (line, code, column) => {
    expect(readOne(line)).toEqual([code, column]);
  });
});

test('the car that is gone is the only one, else the one the line is about', () => {
  const { calls } = readLines(HEADER, `${LINE}|c||`, '2026-11-21|1042|8|Bob Stone|4/22/2024|c||');
  expect(calls.map(({ saleId }) => saleId)).toEqual([70, 81]);
});

test('the days we wrote tell how the days beside them are meant', () => {
  const dayFirst = readLines(
    HEADER,
    '3.5.2026|1042|7|Ann Lee|22.4.2024|t||4.6.2026',
    '3.5.2026|1042|8|Bob Stone|1.3.2020|v||',
  );
  expect(dayFirst.calls.map(({ on, nextOn }) => [on, nextOn])).toEqual([
    ['2026-05-03', '2026-06-04'],
    ['2026-05-03', null],
  ]);
});

test('a line is known again by day, list and customer; a second one for the same has its own name', () => {
  const again = `${LINE}|v||`;
  const { calls } = readLines(HEADER, again, `${LINE}|||`, again, '2026-11-21||7|Ann Lee||v||');
  expect(calls.map(({ source }) => source)).toEqual([
    'sheet 2026-11-21 1042 7',
    'sheet 2026-11-21 1042 7 3',
    'sheet 2026-11-21 house 7',
  ]);
});

test('a code that lost its zeros is made up for by the name', () => {
  const { calls } = readLines(
    'next|note|OUTCOME|Customer ID|salesperson|salesperson_code',
    '||v|7|Dana Reyes|42',
    '||v|7|Somebody Else|',
  );
  expect(calls.map(({ on, salespersonId, source }) => ({ on, salespersonId, source }))).toEqual([
    { on: TODAY, salespersonId: 3, source: 'sheet 2026-11-23 1042 7' },
    { on: TODAY, salespersonId: null, source: 'sheet 2026-11-23 Somebody Else 7' },
  ]);
});

test('a name that two salespeople have is rejected', () => {
  const { problems } = readLines('customer_id|outcome|note|next|salesperson', '7|v|||Reyes');
  expect(problems).toEqual([
    {
      line: 2,
      column: 'salesperson',
      value: 'Reyes',
      code: 'several-salespeople',
      message: '"Reyes" fits two',
    },
  ]);
});

test('empty lines and repeated header lines are no lines of the list', () => {
  expect(readLines(HEADER, '||||||||', HEADER, `${LINE}|v||`, '')).toMatchObject({
    lines: 1,
    blank: 0,
    calls: [{ line: 4 }],
  });
});

test('a file without the columns to fill in is no sheet', () => {
  const header = ['customer_id', 'Outcome', 'remark'];
  const fault = (() => {
    try {
      return findSheetColumns(header, 'jan.csv');
    } catch (error) {
      return error;
    }
  })();
  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toMatchObject({
    code: 'not-a-sheet',
    exit: 2,
    message: 'jan.csv is not a call list: its header line has no note, no next; nothing was logged',
  });
});
