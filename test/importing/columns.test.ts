/** What the columns of an export without a known layout are taken for, where the header alone could mislead. */

import { describe, expect, test } from 'vitest';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines } from './fixture-imports.ts';
import { salesWith, takenFor } from './made-files.ts';

const VIN = '1HGCY1F32TA030100';

/** The fields a header's columns are taken for, in its order; one row of cells below it. */
async function fieldsOf(header: string, ...rows: readonly string[]): Promise<(string | null)[]> {
  const report = await importLines(freshStore(), [header, ...rows]);
  return (report.columns ?? []).map(({ field }) => field);
}

describe('who is who', () => {
  test.each([
    ['Owner', 'Contact Name'],
    ['Owner Name', 'Account'],
    ['Owner', 'Account Name'],
    ['Deal owner', 'Associated Contact'],
    ['Opportunity Owner', 'Customer'],
    ['Contact owner', 'Contact Name'],
  ])('%s sells, %s buys', async (owner, customer) => {
    const fields = await fieldsOf(
      `Deal #|Close Date|${owner}|${customer}|VIN`,
      `1|3/15/2026|Dana Reyes|Ann Lee|${VIN}`,
    );
    expect(fields.slice(2, 4)).toEqual(['salesperson_1_name', 'full_name']);
  });

  test('the owner of a car is the customer beside a salesperson, or with a telephone of his own', async () => {
    const sold = `Ann Lee|248-555-0100|${VIN}|3/15/2026`;
    expect((await fieldsOf('Owner|Phone|VIN|Sold Date|Salesperson', `${sold}|Dana Reyes`))[0]).toBe(
      'full_name',
    );
    expect((await fieldsOf('Owner|Owner Phone|VIN|Sold Date', sold))[0]).toBe('full_name');
  });

  test("the e-mail address of an owner who sells is not the customer's", async () => {
    const header = 'Deal #|Sold Date|Customer|Owner|Owner Email|VIN';
    const cells = `1|3/15/2026|Ann Lee|Dana Reyes|dana@dealer.example|${VIN}`;
    expect((await fieldsOf(header, cells)).slice(2, 5)).toEqual(['full_name', 'salesperson_1_name', null]);
  });

  test('an owner who may be either is asked about', () =>
    expect(
      fieldsOf('Deal #|Owner|Phone|VIN|Sold Date', `1|Ann Lee|248-555-0100|${VIN}|3/15/2026`),
    ).rejects.toThrow('missing: customer name'));

  test('another name does not stand in for a customer that is not named', async () => {
    const db = freshStore();
    const header = 'Deal #|Sold Date|Customer|Buyer|Contact|Owner|VIN';
    const report = await importLines(db, [
      header,
      `1|3/15/2026|Ann Lee|Bo Hart|Al Fox|Dana Reyes|${VIN}`,
      `2|3/16/2026||Bo Hart|Al Fox|Dana Reyes|1HGCY1F34TA030101`,
    ]);
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual([[3, 'no-customer']]);
  });

  test('an agent is nobody beside a salesperson or an insurance company', async () => {
    const cells = { Agent: ['State Farm', 'Allstate', 'Geico'] };
    const names = ['Dana Reyes', '', 'Kat Voss'];
    const beside = async (columns: Record<string, readonly string[]>): Promise<string | null | undefined> =>
      takenFor(await importLines(freshStore(), salesWith(columns))).Agent;
    expect(await beside({ Salesperson: names, ...cells })).toBeNull();
    expect(await beside({ 'Insurance Company': names, ...cells })).toBeNull();
    expect(await beside(cells)).toBe('salesperson_1_name');
  });

  test.each(['Business', 'Business?', 'Company'])(
    'a yes or no under %s leaves the name alone',
    async (header) => {
      const db = freshStore();
      await importLines(db, salesWith({ [header]: ['N', 'Y', 'N'] }));
      const customers = [...exportCustomers(db)].flat().map(({ kind }) => kind);
      expect(customers.toSorted()).toEqual(['business', 'person', 'person']);
    },
  );
});

describe('the day of the sale', () => {
  /** Two days in one row, the second in March; which of them the car was sold on. */
  const soldOn = async (
    first: string,
    second: string,
    cells = '1/3/2026|3/15/2026',
  ): Promise<string | undefined> => {
    const db = freshStore();
    await importLines(db, [
      `Stock #|Customer|VIN|Salesperson|${first}|${second}`,
      `S1|Ann Lee|${VIN}|Dana Reyes|${cells}`,
    ]);
    return [...exportSales(db)][0]?.sold_on;
  };

  test.each([
    ['Inventory Date', 'Date Out'],
    ['Inventory Date', 'Sold'],
    ['Purchase Date', 'Retail Date'],
    ['Purchase Date', 'Sold Date'],
    ['Order Date', 'Invoice Date'],
    ['Date', 'Sold On'],
  ])('is not the %s beside the %s, not even where that is empty', async (other, sale) => {
    expect(await soldOn(other, sale)).toBe('2026-03-15');
    expect(await soldOn(other, sale, '1/3/2026|')).toBeUndefined();
  });

  test('is any of several days of a sale', async () =>
    expect(await soldOn('Contract Date', 'Accounting Date', '|3/15/2026')).toBe('2026-03-15'));

  test.each(['Purchase Date', 'Order Date', 'Date'])('is the %s when there is no other', async (header) =>
    expect(await soldOn(header, 'Notes', '3/15/2026|')).toBe('2026-03-15'),
  );
});

/** The second of three deals is none, by a header and its cells. */
const UNDONE: readonly (readonly [string, readonly string[], string])[] = [
  ['Unwind Date', ['', '3/20/2026', ''], 'unwound'],
  ['Cancel Date', ['', '3/20/2026', ''], 'unwound'],
  ['Reversed Date', ['', '3/20/2026', ''], 'unwound'],
  ['Returned', ['', '3/20/2026', ''], 'unwound'],
  ['Void', ['', 'X', ''], 'unwound'],
  ['Record Status', ['Sold', 'Cancelled', 'Sold'], 'dead'],
  ['Event Status', ['Sold', 'Lost', 'Sold'], 'dead'],
  ['Deal Stage', ['Closed Won', 'Appointment Scheduled', 'Closed Won'], 'pending'],
  ['Posted', ['Y', 'N', 'Y'], 'pending'],
  ['Sold?', ['Y', 'N', 'Y'], 'pending'],
  ['Delivered', ['Y', 'N', 'Y'], 'pending'],
];

test.each(UNDONE)('%s %j: the second deal is left out', async (header, cells, code) => {
  const report = await importLines(freshStore(), salesWith({ [header]: cells }));
  expect(report.problems.map((problem) => [problem.line, problem.code, problem.outcome])).toEqual([
    [3, code, 'skipped'],
  ]);
});

test('an active opportunity is no proof of a sale, and is remarked on', async () => {
  const report = await importLines(freshStore(), salesWith({ 'Event Status': ['Sold', 'Lost', 'Active'] }));
  expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
    [3, 'dead'],
    [4, 'unknown-word'],
  ]);
});

describe('a place on the lot', () => {
  test('is no store: a car that moved is the same deal', async () => {
    const db = freshStore();
    await importLines(db, salesWith({ Location: ['Front Lot', 'Lot 2', 'Service'] }));
    await importLines(db, salesWith({ Location: ['Delivered', 'Delivered', 'Delivered'] }));
    expect([...exportSales(db)]).toHaveLength(3);
  });

  test('is told from a store', async () => {
    const report = await importLines(freshStore(), salesWith({ Location: ['Troy', 'Flint', 'Troy'] }));
    expect(takenFor(report).Location).toBe('store');
  });
});

/** Headers that begin or end like others: nothing is made of them. */
const OTHER_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Cost: ['18000', '17000', '16000'],
  'Vehicle Location': ['Lot A', 'Lot B', 'Lot C'],
  'Inventory Date': ['1/3/2026', '1/4/2026', '1/5/2026'],
  'Previous VIN': [VIN, VIN, VIN],
  Vintage: ['A', 'B', 'C'],
};

test('columns that only look like others are not used', async () => {
  const taken = takenFor(await importLines(freshStore(), salesWith(OTHER_COLUMNS)));
  expect(Object.keys(OTHER_COLUMNS).filter((header) => taken[header] !== null)).toEqual([]);
});

describe('how a deal was paid', () => {
  test.each([
    ['P/L/C', ['P', 'L', 'C']],
    ['P/L', ['P', 'L', 'C']],
    ['Finance/Lease/Cash', ['F', 'L', 'C']],
    ['Type of Deal', ['Finance', 'Lease', 'Cash']],
    ['Funding', ['Finance', 'Lease', 'Cash']],
    ['Loan Type', ['Finance', 'Lease', 'Cash']],
  ])('%s says that the second deal is a lease', async (header, cells) => {
    const db = freshStore();
    await importLines(db, salesWith({ [header]: cells, Term: ['60', '36', ''] }));
    const deals = [...exportSales(db)].sort((a, b) => a.id - b.id);
    expect(deals.map(({ lease_end_on }) => lease_end_on)).toEqual([null, '2029-03-16', null]);
  });

  test('a word not known under Finance Type leaves the kind open, whatever the term', async () => {
    const db = freshStore();
    const types = ['Subvented Plan', 'Lease', 'Cash'];
    await importLines(db, salesWith({ 'Finance Type': types, Term: ['60', '36', ''] }));
    const deals = [...exportSales(db)].sort((a, b) => a.id - b.id);
    expect(deals.map(({ deal_type }) => deal_type)).toEqual([null, 'lease', 'cash']);
  });
});
