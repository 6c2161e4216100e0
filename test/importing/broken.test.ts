/** Files with something wrong: what is refused as a whole, and what is said about single rows and values. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXIT, Fault } from '../../src/domain/fault.ts';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { day, fixture, freshStore, importFixture, importLines } from './fixture-imports.ts';
import { exportOf } from './recorded-rows.ts';

interface Refused {
  /** the code of the fault the file is refused with */
  readonly fault: string;
  /** words the message must hold */
  readonly says: string;
}

interface Remarked {
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly {
    readonly line: number;
    readonly code: string;
    readonly outcome: string;
    readonly column: string | null;
  }[];
  readonly deal_numbers?: readonly (string | null)[];
  readonly days?: readonly object[];
  readonly do_not?: readonly (readonly string[])[];
}

const files = readdirSync(fixture('broken'))
  .filter((file) => !file.endsWith('.expected.json'))
  .map((file) => {
    const beside = fixture(`broken/${file.replace(/\.\w+$/, '.expected.json')}`);
    return { file, expected: JSON.parse(readFileSync(beside, 'utf8')) as Refused | Remarked };
  });
const refused = files.flatMap(({ file, expected }) => ('fault' in expected ? { file, ...expected } : []));
const remarked = files.flatMap(({ file, expected }) => ('problems' in expected ? { file, expected } : []));

/** Nothing in the settings tells in which order the store writes its dates. */
const NO_COUNTRY = { country: { code: 'US', given: false } };

describe('a file that cannot be used', () => {
  test.each(refused)('$file is refused as $fault, and nothing is stored', async ({ file, fault, says }) => {
    const db = freshStore();
    const error: unknown = await importFixture(db, `broken/${file}`, NO_COUNTRY).catch((thrown) => thrown);
    if (!(error instanceof Fault)) throw new Error(`${file} was not refused with a fault`);
    expect({ code: error.code, exit: error.exit }).toEqual({
      code: fault,
      exit: fault === 'open-quote' ? EXIT.failed : EXIT.usage,
    });
    expect(error.message).toContain(says);
    expect(error.hint).toMatch(/\w/);
    expect(Object.values(exportOf(db)).flat()).toEqual([]);
  });
});

describe('dates that can be read two ways', () => {
  test('a birthday nothing decides is left out, and the file goes in', async () => {
    const db = freshStore();
    const { problems } = await importLines(
      db,
      [
        'Deal #,Sold Date,Customer Name,VIN,DOB',
        '1,2026-03-05,Ann Lee,1HGCM82633A004352,3/4/1980',
        '2,2026-03-06,Bo Bell,1HGCY1F34TA030101,5/5/1981',
      ],
      { country: { code: 'CA', given: true } },
    );
    expect(problems.map(({ line, code, outcome }) => [line, code, outcome])).toEqual([
      [2, 'ambiguous-date', 'warning'],
    ]);
    expect([...exportSales(db)].map(({ sold_on, customer }) => [sold_on, customer.birthday])).toEqual([
      ['2026-03-05', null],
      ['2026-03-06', '1981-05-05'],
    ]);
  });

  const soldOn = async (options: Parameters<typeof importFixture>[2]): Promise<string[]> => {
    const db = freshStore();
    await importFixture(db, 'broken/ambiguous-dates.csv', options);
    return [...exportSales(db)].map(({ sold_on }) => sold_on);
  };
  const monthFirst = ['2026-01-02', '2026-03-04', '2025-05-06', '2025-07-08', '2025-11-12'];
  const dayFirst = ['2026-02-01', '2026-04-03', '2025-06-05', '2025-08-07', '2025-12-11'];

  test.each([
    { by: 'the command line, month first', options: { dateOrder: 'mdy' } as const, days: monthFirst },
    { by: 'the command line, day first', options: { dateOrder: 'dmy' } as const, days: dayFirst },
    {
      by: 'a store in the United States',
      options: { country: { code: 'US', given: true } },
      days: monthFirst,
    },
    { by: 'a store in Britain', options: { country: { code: 'GB', given: true } }, days: dayFirst },
  ])('are settled by $by', async ({ options, days }) => {
    expect(await soldOn({ ...NO_COUNTRY, today: day('2026-12-31'), ...options })).toEqual(days);
  });
});

describe.each(remarked)('$file', ({ file, expected }) => {
  test('is imported row by row, with a remark on everything left out, dropped or mended', async () => {
    const report = await importFixture(freshStore(), `broken/${file}`);
    expect(report).toMatchObject(expected.counts);
    expect(
      report.problems.map(({ line, code, outcome, column }) => ({ line, code, outcome, column })),
    ).toEqual(expected.problems);
  });

  test('keeps its remarks, and the whole text of rejected rows', async () => {
    const db = freshStore();
    await importFixture(db, `broken/${file}`);
    const kept = db
      .prepare('SELECT line, code, outcome, column_name AS "column", raw FROM import_problem ORDER BY id')
      .all();
    const lines = readFileSync(fixture(`broken/${file}`), 'utf8').split('\r\n');
    expect(kept).toEqual(
      expected.problems.map((problem) => ({
        ...problem,
        raw: problem.outcome === 'rejected' ? lines[problem.line - 1] : null,
      })),
    );
  });
});

const expectedOf = (name: string): Remarked => {
  const found = remarked.find(({ file }) => file === name);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return found.expected;
};

test('a deal number that a spreadsheet rounded is dropped, one it made a decimal is mended', async () => {
  const db = freshStore();
  await importFixture(db, 'broken/through-a-spreadsheet.csv');
  expect([...exportSales(db)].map(({ deal_number }) => deal_number)).toEqual(
    expectedOf('through-a-spreadsheet.csv').deal_numbers,
  );
});

test('two-digit years give no sale and no birthday ahead, and a lease end that is', async () => {
  const db = freshStore();
  await importFixture(db, 'broken/two-digit-years.csv');
  expect(
    [...exportSales(db)].map(({ sold_on, lease_end_on, customer }) => ({
      sold_on,
      lease_end_on,
      birthday: customer.birthday,
    })),
  ).toEqual(expectedOf('two-digit-years.csv').days);
});

test('refusals are heard from columns of refusal and from columns of permission', async () => {
  const db = freshStore();
  await importFixture(db, 'broken/opt-outs.csv');
  const blocked = [...exportCustomers(db)]
    .flat()
    .map(({ do_not }) => (['call', 'text', 'email', 'mail'] as const).filter((way) => do_not[way]));
  expect(blocked).toEqual(expectedOf('opt-outs.csv').do_not);
});
