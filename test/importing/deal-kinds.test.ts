/** What kind of deal a row is: read from words, letters and figures, left open where the file leaves it open. */

import { describe, expect, test } from 'vitest';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines } from './fixture-imports.ts';

const PEOPLE = ['Ann Lee', 'Marcus Bell', 'Lynn Cho', 'Nia Owen', 'Al Fox'];

/** A sales file with the columns `header` behind the usual ones, a row for each of `rows`. */
const salesFile = (header: string, rows: readonly string[]): string[] => [
  `Deal #,Sold Date,Customer Name,Stock #,${header}`,
  ...rows.map((row, i) => `${i + 1},3/1${i + 1}/2026,${PEOPLE[i]},S${i + 1},${row}`),
];

/** By deal: its kind, its term and the end of its lease, or why the row is no sale. */
async function kindsIn(lines: readonly string[]): Promise<string[]> {
  const db = freshStore();
  const { problems } = await importLines(db, lines);
  const sales = new Map([...exportSales(db)].map((sale) => [sale.deal_number, sale]));
  return lines.slice(1).map((_, i) => {
    const sale = sales.get(String(i + 1));
    const said = problems.filter(({ line }) => line === i + 2).map(({ code }) => code);
    if (sale === undefined) return said.join();
    const about = [sale.deal_type ?? 'open', sale.term_months, sale.lease_end_on].filter(Boolean);
    return [...about, ...said].join(' ');
  });
}

describe('letters for kinds of deal', () => {
  test.each([
    ['Deal Type', 'F L C W', 'finance lease cash wholesale'],
    ['Type', 'F L C W', 'finance lease cash wholesale'],
    ['Sale Type', 'F L C W', 'finance lease cash wholesale'],
    ['RecordType', 'F L C W', 'finance lease cash wholesale'],
    ['Category', 'F C W', 'finance cash wholesale'],
    ['Sale Type', 'F L W', 'finance lease wholesale'],
    ['Sale Type', 'P F W', 'open finance wholesale'],
    ['Deal Type', 'F W', 'finance wholesale'],
    ['Sale Type', 'R F W', 'open fleet wholesale'],
    ['Sale Type', 'R L W', 'open lease wholesale'],
    // fleet or finance: the rows go in, with a remark
    ['Sale Type', 'F W', 'open/unknown-word wholesale'],
    ['Category', 'R L F W', 'open lease open/unknown-word wholesale'],
  ])('%s of %s', async (header, letters, kinds) => {
    const found = await kindsIn(salesFile(header, letters.split(' ')));
    expect(found).toEqual(kinds.split(' ').map((kind) => kind.replace('/', ' ')));
  });
});

test('a row left out is left out for the cell that says so', async () => {
  const { problems } = await importLines(freshStore(), [
    'Deal #,Sold Date,Sale Type,Customer,Customer Type,Stock #',
    '1,3/11/2026,Retail,Ann Lee,Individual,S1',
    '2,3/12/2026,Wholesale,MANHEIM,Business,S2',
  ]);
  expect(problems).toMatchObject([{ outcome: 'skipped', column: 'Sale Type', value: 'Wholesale' }]);
});

describe('words for kinds of deal', () => {
  test.each([
    ['Novated Lease', 'lease'],
    ['LOA', 'lease'],
    ['LLD', 'lease'],
    ['Leasing', 'lease'],
    ['PCH', 'lease'],
    ['Arrendamiento', 'lease'],
    ['PCP', 'finance'],
    ['Chattel Mortgage', 'finance'],
    ['Crédito', 'finance'],
  ])('%s is %s', async (word, kind) => {
    const [found] = await kindsIn(salesFile('Deal Type,Term', [`${word},36`, 'Cash,']));
    expect(found).toBe(kind === 'lease' ? 'lease 36 2029-03-11' : 'finance 36');
  });
});

describe('a term makes a loan', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['where nothing speaks of leases', 'Term', ['60', '36'], ['finance 60', 'finance 36']],
    [
      'not where a column that is not known tells leases apart',
      'Z/Y,Term',
      ['P,60', 'L,36', 'C,'],
      ['open 60', 'open 36', 'open'],
    ],
    ['not where a word somewhere says lease', 'Remark 2,Term', ['Lease,36', ',60'], ['open 36', 'open 60']],
    [
      'not beside a blank where another row says lease',
      'Deal Type,Term',
      ['Lease,36', ',36', 'Retail,60'],
      ['lease 36 2029-03-11', 'open 36', 'finance 60'],
    ],
    [
      'not beside a lease end that only others have',
      'Lease End,Term',
      ['3/11/2029,36', ',36'],
      ['lease 36 2029-03-11', 'open 36'],
    ],
    [
      'beside the word retail in a column that names leases',
      'Sale Type,Term',
      ['Lease,36', 'Retail,60'],
      ['lease 36 2029-03-11', 'finance 60'],
    ],
    [
      'where a flag says it is no lease',
      'Lease,Term',
      ['Y,36', 'N,60', ',60'],
      ['lease 36 2029-03-11', 'finance 60', 'finance 60'],
    ],
    [
      'where the column for leases is empty',
      'Is Lease,Term',
      ['1,36', '0,60'],
      ['lease 36 2029-03-11', 'finance 60'],
    ],
    [
      'when it stands in the column for loans',
      'Finance Term,Lease Term',
      ['0,36', '72,0', '0,0'],
      ['lease 36 2029-03-11', 'finance 72', 'open'],
    ],
    [
      'and a lease payment makes a lease',
      'Term,Lease Payment,Loan Payment',
      ['36,299.00,0', '60,0,455.10'],
      ['lease 36 2029-03-11', 'finance 60'],
    ],
    [
      'but not two terms that disagree',
      'Term,Lease Term',
      ['72,36', '36,36'],
      ['open', 'lease 36 2029-03-12'],
    ],
    ['nor beside a default where nothing was lent', 'Lender,Term,Lease Term', ['CASH,0,36'], ['cash']],
  ])('%s', async (_, header, rows, kinds) => {
    expect(await kindsIn(salesFile(header, rows))).toEqual(kinds);
  });

  test.each([
    ['Number of Payments', '156', 'open bad-term'],
    ['Number of Payments', '48', 'finance 48'],
    ['Number of Payments,Payment Frequency', '156,Weekly', 'finance 36'],
    ['Months', '180', 'finance 180'],
  ])('%s %s: %s', async (header, cells, kind) => {
    expect(await kindsIn(salesFile(header, [cells]))).toEqual([kind]);
  });

  test('and the payment is the one of its kind', async () => {
    const db = freshStore();
    await importLines(db, salesFile('Lease Payment,Loan Payment', ['299.00,0', '0,455.10']));
    expect([...exportSales(db)].map((sale) => sale.payment_cents)).toEqual([29900, 45510]);
  });
});
