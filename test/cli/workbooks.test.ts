/** Excel workbooks through the program: imported, tried, mapped, filed away, and lists that come back filled in. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textRows, workbook } from '../made-workbook.ts';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-workbooks-'));
  db = join(folder, 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input?: Buffer) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', '--db', db, ...args], {
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
    env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago', TMPDIR: folder },
  });
  return { status, stdout, stderr };
}
const beback = (...args: string[]) => run(args);

/** The report of the one file that was imported. */
const imported = (...args: string[]) => JSON.parse(beback('import', '--json', ...args).stdout).files[0];

const path = (name: string): string => join(folder, name);
const made = (name: string, content: Buffer | string): string => {
  writeFileSync(path(name), content);
  return path(name);
};

const SALES = [
  ['Deal Number', 'Customer Name', 'Sale Date', 'VIN', 'Zip', 'Home Phone', 'Notes'],
  ['000417', 'Lee, Ann', '2026-11-05', '1HGCM82633A004352', '01000', '2505550134', 'two\nlines'],
  ['000418', 'Moss, Cy', 'soon', '5YJ3E1EA7KF317000', '', '2505550135', 'says "hi"'],
];
const asCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');

test('the same data as a workbook and as CSV are the same, in whatever order', () => {
  const xlsx = made('sales.xlsx', workbook([{ name: 'Sold', rows: textRows(SALES) }]));
  const csv = made('sales.csv', asCsv(SALES));
  expect(imported(xlsx)).toMatchObject({ encoding: 'xlsx', sheet: 'Sold', rows: 2, new: 1, rejected: 1 });
  expect(imported(csv)).toMatchObject({ encoding: 'utf-8', sheet: null, new: 0, changed: 0, same: 1 });
  expect(imported(xlsx)).toMatchObject({ new: 0, changed: 0, same: 1 });
  db = path('other.db');
  expect(imported(csv)).toMatchObject({ new: 1 });
  expect(imported(xlsx)).toMatchObject({ new: 0, changed: 0, same: 1 });
});

test('what LibreOffice wrote goes in as it was meant', () => {
  const { status, stderr } = beback('import', 'fixtures/workbooks/sales.xlsx');
  expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
  const sales = JSON.parse(beback('export', 'sales', '--format', 'json', '--on', '2026-11-27').stdout);
  expect(sales).toMatchObject([
    {
      deal_number: '000417',
      sold_on: '2026-11-05',
      odometer: 12345,
      apr: 3.99,
      lease_end_on: '2029-02-03',
      customer: {
        dms_number: '120000000417',
        phones: [{ e164: '+12505550134' }],
        address: { postal_code: '01000' },
        do_not: { call: true },
      },
    },
    { deal_number: '000418', sold_on: '2026-06-07', customer: { dms_number: null, do_not: { call: false } } },
  ]);
});

test('a rejected row is kept with its text, under the number it has in the sheet', () => {
  beback('import', made('sales.xlsx', workbook([{ name: 'Sold', rows: textRows(SALES) }])));
  expect(beback('imports', 'show', '1').stdout).toContain(
    'line 3 rejected (bad-date): Sale Date "soon" is written in no form of date',
  );
  expect(beback('imports', 'show', '1').stdout).toContain(
    '000418,"Moss, Cy",soon,5YJ3E1EA7KF317000,,2505550135,"says ""hi"""',
  );
});

test('a sheet is named by --sheet; one that is not there, and one of a CSV, are refused', () => {
  const sheets = [
    { name: 'Cover', rows: textRows([['Sold in November']]) },
    { name: 'Sold', rows: textRows(SALES) },
  ];
  const xlsx = made('sales.xlsx', workbook(sheets));
  expect(beback('import', xlsx)).toMatchObject({ status: 2, stdout: '' });
  const report = imported(xlsx, '--sheet', 'sold');
  expect(report).toMatchObject({ sheet: 'Sold', new: 1 });
  expect(report.problems[0]).toMatchObject({ line: 1, code: 'other-sheets', outcome: 'warning' });
  expect(beback('import', xlsx, '--sheet', 'Leased').stderr).toContain(
    'has no sheet "Leased"; its sheets: "Cover", "Sold"\ntry: ',
  );
  expect(beback('import', made('sales.csv', asCsv(SALES)), '--sheet', 'Sold')).toMatchObject({ status: 2 });
});

test('comes through standard input, a trial run, and the draft of a map', () => {
  const content = workbook([{ name: 'Sold', rows: textRows(SALES) }]);
  const xlsx = made('sales.xlsx', content);
  expect(beback('import', '--draft-map', xlsx).stdout).toContain('full_name = "Customer Name"');
  expect(beback('import', '--dry-run', xlsx).stdout).toContain(
    `${xlsx}  sales as by-columns, xlsx, sheet "Sold"  (dry run, nothing was kept)`,
  );
  const { stdout } = run(['import', '--json', '-'], content);
  expect(JSON.parse(stdout).files[0]).toMatchObject({ file: '-', sheet: 'Sold', new: 1, rejected: 1 });
  expect(readdirSync(folder).filter((name) => name.startsWith('beback-'))).toEqual([]);
});

test('a drop folder takes workbooks, and leaves what is no whole one and what a program keeps beside an open one', () => {
  const content = workbook([{ name: 'Sold', rows: textRows(SALES) }]);
  mkdirSync(path('drop'));
  made('drop/a.xlsx', content);
  made('drop/b.xlsx', content.subarray(0, 900));
  made('drop/~$a.xlsx', 'Dana Reyes');
  const { status, stdout } = beback('import', '--json', '--move-to', path('done'), path('drop'));
  const { reports, refused } = { reports: JSON.parse(stdout).files, refused: JSON.parse(stdout).refused };
  expect(status).toBe(3);
  expect(reports).toMatchObject([{ file: path('drop/a.xlsx'), moved_to: path('done/a.xlsx'), new: 1 }]);
  expect(refused).toMatchObject([{ file: path('drop/b.xlsx'), code: 'bad-workbook' }]);
  expect(readdirSync(path('drop')).sort()).toEqual(['b.xlsx', '~$a.xlsx']);
});

test('a dozen workbooks at once leave no word of warning', () => {
  const content = workbook([{ name: 'Sold', rows: textRows(SALES.slice(0, 2)) }]);
  const files = Array.from({ length: 12 }, (_, i) => made(`sales-${i}.xlsx`, content));
  expect(beback('import', '--quiet', ...files)).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('a copy of the do-not-call registry may be a workbook', () => {
  const rows = `${textRows([['Area Code', 'Do Not Call Number']])}<row><c><v>250</v></c><c><v>5550134</v></c></row>`;
  expect(imported(made('dnc.xlsx', workbook([{ name: 'All', rows }])))).toMatchObject({
    kind: 'do-not-call',
    sheet: 'All',
    rows: 1,
    new: 1,
  });
});

test('a list that was filled in comes back as a workbook, from the sheet that is named', () => {
  beback('import', '--quiet', 'fixtures/encodings/utf-8-comma-lf.csv');
  const list = beback('today', '--all', '--on', '2026-05-06', '--format', 'csv').stdout;
  const [header = [], ...lines] = parse(list, { bom: true }) as string[][];
  const id = lines[0]?.[header.indexOf('customer_id')];
  const filled = lines.map((cells, i) =>
    cells.map((cell, column) => (i === 0 && header[column] === 'outcome' ? 'voicemail' : cell)),
  );
  const sheets = [
    { name: 'Mine', rows: textRows([['how I did'], ['well']]) },
    { name: 'Calls', rows: textRows([header, ...filled]) },
  ];
  const xlsx = made('calls.xlsx', workbook(sheets));
  const log = (...more: string[]) => beback('log', '--sheet', xlsx, '--on', '2026-05-08', '--json', ...more);
  expect(log()).toMatchObject({ status: 2, stdout: '' });
  const report = JSON.parse(log('--tab', 'calls').stdout);
  expect(report).toMatchObject({ logged: 1, blank: lines.length - 1, rejected: 0 });
  expect(report.remarks[0]).toMatchObject({ line: 1, code: 'other-sheets' });
  expect(JSON.parse(log('--tab', 'calls').stdout)).toMatchObject({ logged: 0, same: 1 });
  const contacts = JSON.parse(beback('export', 'contacts', '--format', 'json', '--on', '2026-12-31').stdout);
  expect(contacts).toMatchObject([{ customer_id: Number(id), outcome: 'voicemail', on: '2026-05-06' }]);
  expect(beback('log', '1v', '--tab', 'calls').stderr).toContain('--tab names a sheet of a workbook');
});

test('the reader of workbooks is loaded for a workbook only', () => {
  const files = readdirSync('dist').filter((name) => name.endsWith('.cjs'));
  const textOf = (name: string): string => readFileSync(join('dist', name), 'utf8');
  const holds = files.filter((name) => textOf(name).includes('SaxesParser'));
  expect(holds).toEqual(['workbook-as-csv.cjs']);
  const atOnce = files.filter((name) =>
    /^(?:const|let|var) .*require\(".\/workbook-as-csv/m.test(textOf(name)),
  );
  expect(atOnce).toEqual([]);
});
