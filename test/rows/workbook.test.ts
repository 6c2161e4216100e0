/** Sheets of Excel workbooks as rows: what each kind of cell is read as, which sheet is taken, and what is refused. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { dialectOf, readRows } from '../../src/rows/read-rows.ts';
import { openSource } from '../../src/rows/source-file.ts';
import { type MadeWorkbook, textRows, workbook, workbookParts, zip } from '../made-workbook.ts';

let folder: string;
let copies: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-workbook-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  copies = mkdtempSync(join(folder, 'copies-'));
  vi.stubEnv('TMPDIR', copies);
});
afterEach(() => {
  vi.unstubAllEnvs();
  // whatever happened, no customer's data stay behind
  expect(readdirSync(copies)).toEqual([]);
});

/** The rows with the header, each with its line; which sheet it was, and what was remarked. */
async function read(content: Buffer, sheet?: string) {
  const path = join(folder, 'made.xlsx');
  writeFileSync(path, content);
  const source = await openSource(path, sheet === undefined ? {} : { sheet });
  try {
    const dialect = dialectOf(source, { fieldOf: () => undefined });
    const rows: (readonly [number, ...string[]])[] = [];
    for await (const batch of readRows(source, dialect))
      rows.push(...batch.map(({ line, cells }) => [line, ...cells] as const));
    return { sheet: source.workbook?.sheet, notices: source.notices, rows };
  } finally {
    source.dispose();
  }
}

const HEADER = textRows([['Left', 'Right']]);
/** One row of one cell, and another beside it. */
const cellOf = async (xml: string, more: MadeWorkbook = {}): Promise<string | undefined> => {
  const rows = `${HEADER}<row>${xml}<c t="str"><v>end</v></c></row>`;
  return (await read(workbook([{ name: 'Sold', rows }], more))).rows[1]?.[1];
};

async function refusal(content: Buffer, sheet?: string): Promise<string> {
  try {
    await read(content, sheet);
  } catch (error) {
    if (error instanceof Fault)
      return `${error.exit} ${error.code}: ${error.message.replace(folder, '…')} | ${error.hint}`;
    throw error;
  }
  return 'read';
}

describe('a cell', () => {
  const strings = [
    '<t>first</t>',
    '<r><rPr><b/></rPr><t xml:space="preserve">Ann </t></r><r><t>Lee</t></r><rPh sb="0" eb="1"><t>アン</t></rPh>',
    '<t xml:space="preserve"> two_x000D_\nlines _x005F_x000D_ </t>',
    '<t/>',
  ];
  test.each([
    ['shared text', '<c t="s"><v>0</v></c>', 'first'],
    ['rich text, without its reading', '<c t="s"><v>1</v></c>', 'Ann Lee'],
    ['lines, blanks and escapes', '<c t="s"><v>2</v></c>', ' two\r\nlines _x000D_ '],
    ['an empty text', '<c t="s"><v>3</v></c>', ''],
    ['text in place', '<c t="inlineStr"><is><t>a, "b" &amp; c</t></is></c>', 'a, "b" & c'],
    ['rich text in place', '<c t="inlineStr"><is><r><t>0</t></r><r><t>417</t></r></is></c>', '0417'],
    ['text with signs that steer', '<c t="str"><v>a_x0007__x0000_b_x0009_c</v></c>', 'ab\tc'],
    ['the text of a formula', '<c t="str"><f>A1&amp;"x"</f><v>000x</v></c>', '000x'],
    ['a formula that comes to nothing', '<c t="str"><f>""</f><v></v></c>', ''],
    ['the number of a formula', '<c><f t="shared" si="0"/><v>42</v></c>', '42'],
    ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['no', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c t="e"><f>NA()</f><v>#N/A</v></c>', '#N/A'],
    ['a day as text', '<c t="d"><v>2026-11-05T00:00:00</v></c>', '2026-11-05'],
    ['a moment as text', '<c t="d"><v>2026-11-05T08:30:00</v></c>', '2026-11-05 08:30:00'],
    ['a number', '<c><v>2505550134</v></c>', '2505550134'],
    ['a number with a format', '<c s="1"><v>1000</v></c>', '01000'],
    ['a day', '<c s="2"><v>46331</v></c>', '2026-11-05'],
    ['a style nobody has', '<c s="99"><v>7</v></c>', '7'],
    ['nothing', '<c s="1"/>', ''],
    ['CDATA', '<c t="str"><v><![CDATA[<b>]]></v></c>', '<b>'],
  ])('of %s', async (_, xml, expected) => {
    expect(await cellOf(xml, { strings, formats: ['00000', 'm/d/yyyy'] })).toBe(expected);
  });

  test('of a day counted from 1904', async () => {
    const more = { since1904: true, formats: ['m/d/yyyy'] };
    expect(await cellOf('<c s="1"><v>44869</v></c>', more)).toBe('2026-11-05');
  });

  test('stands where its reference says, in whatever order, or behind the one before', async () => {
    const rows = `${HEADER}<row r="2"><c r="C2"><v>3</v></c><c><v>4</v></c><c r="A2"><v>1</v></c></row>`;
    expect((await read(workbook([{ name: 'Sold', rows }]))).rows[1]).toEqual([2, '1', '', '3', '4']);
  });

  test('of a table is read whatever prefix its elements have', async () => {
    const parts = workbookParts([{ name: 'Sold', rows: HEADER }]);
    const sheet = (parts['xl/worksheets/sheet1.xml'] ?? '')
      .replace(/<(\/?)(?=\w)/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    expect((await read(zip({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).rows).toEqual([
      [1, 'Left', 'Right'],
    ]);
  });
});

describe('rows', () => {
  test('have the numbers of the sheet, below blank ones and cells of several lines', async () => {
    const rows = `<row r="1"><c t="str"><v>A title\nof two lines</v></c></row><row r="4">${'<c t="str"><v>Deal</v></c><c t="str"><v>Name</v></c>'}</row><row r="5"><c t="str"><v>1\n\n2\r3</v></c></row><row r="6"/><row r="7"><c s="1"/></row><row r="9"><c><v>9</v></c></row><row><c><v>10</v></c></row><row r="1048576"><c/></row>`;
    const made = await read(workbook([{ name: 'Sold', rows }]));
    expect(made.rows.map(([line]) => line)).toEqual([4, 5, 9, 10]);
  });

  test('are as long as the longest: a note beside one of them makes a column without a title', async () => {
    const rows = textRows([['Left', 'Right'], ['1'], ['2', '', '', 'note']]);
    expect((await read(workbook([{ name: 'Sold', rows }]))).rows).toEqual([
      [1, 'Left', 'Right', '', ''].slice(0, 3).concat(['', '']),
      [2, '1', '', '', ''],
      [3, '2', '', '', 'note'],
    ]);
  });

  test('that are hidden are read, and counted', async () => {
    const rows = `${HEADER}<row hidden="1"><c><v>1</v></c></row><row hidden="true"><c><v>2</v></c></row><row hidden="1"/><row hidden="false"><c><v>3</v></c></row>`;
    const made = await read(workbook([{ name: 'Sold', rows }]));
    expect(made.rows.length).toBe(4);
    expect(made.notices).toEqual([
      {
        code: 'hidden-rows',
        message: '2 rows are hidden, by a filter or by hand, and were read like the others',
      },
    ]);
  });

  test('of a million blank ones are none', { timeout: 60_000 }, async () => {
    const blank = '<row><c s="1"/></row>'.repeat(1_000_000);
    expect((await read(workbook([{ name: 'Sold', rows: HEADER + blank }]))).rows.length).toBe(1);
  });
});

describe('the sheet', () => {
  const three = workbook([
    { name: 'Old', state: 'hidden', rows: textRows([['Old', 'one']]) },
    { name: 'Sold & Delivered', rows: textRows([['Sold', 'one']]) },
    { name: 'Codes', state: 'veryHidden', rows: textRows([['Codes', 'one']]) },
  ]);

  test('is the first that is not hidden, and which were not read is told', async () => {
    expect(await read(three)).toEqual({
      sheet: 'Sold & Delivered',
      rows: [[1, 'Sold', 'one']],
      notices: [
        {
          code: 'other-sheets',
          message: 'the sheet "Sold & Delivered" was read, and not "Old" (hidden), "Codes" (hidden)',
          hint: 'to read another, name it: import --sheet NAME, log --tab NAME',
        },
      ],
    });
  });

  test.each(['Old', 'old ', 'CODES'])('is the one that is named, hidden or not: %j', async (name) => {
    expect((await read(three, name)).sheet?.toLowerCase()).toBe(name.trim().toLowerCase());
  });

  test('that nobody has is refused with those there are', async () => {
    expect(await refusal(three, 'Leased')).toBe(
      '2 no-such-sheet: …/made.xlsx has no sheet "Leased"; its sheets: "Old" (hidden), "Sold & Delivered", "Codes" (hidden) | name one of these, or leave the name away for the first that is not hidden',
    );
  });

  test('that is empty is refused, and so is one of one column', async () => {
    const sheets = [
      { name: 'Cover', rows: '<row><c/></row>' },
      { name: 'Sold', rows: HEADER },
    ];
    expect(await refusal(workbook(sheets))).toContain(
      '2 empty-sheet: …/made.xlsx has nothing in its sheet "Cover" | name another of its sheets: "Cover", "Sold"',
    );
    expect(await refusal(workbook([{ name: 'Cover', rows: textRows([['Hello'], ['there']]) }]))).toContain(
      '2 no-columns: …/made.xlsx does not hold a table: its sheet "Cover" has one column only',
    );
  });

  test('of a file that is no workbook cannot be named', async () => {
    expect(await refusal(Buffer.from('a,b\n1,2\n'), 'Sold')).toContain('2 no-sheets');
  });

  test('may be anywhere in the zip: its workbook says where', async () => {
    const parts = workbookParts([{ name: 'Sold', rows: HEADER }]);
    const { 'xl/workbook.xml': book = '', 'xl/_rels/workbook.xml.rels': rels = '', ...rest } = parts;
    const moved = zip({
      ...rest,
      '_rels/.rels': (parts['_rels/.rels'] ?? '').replace('xl/workbook.xml', '/data/Book.xml'),
      'data/book.xml': book,
      'data/_rels/Book.xml.rels': rels
        .replace('"worksheets/', '"../xl/./worksheets/')
        .replace('"styles', '"/xl/styles')
        .replace('"shared', '"/xl/shared'),
    });
    expect((await read(moved)).rows.length).toBe(1);
  });
});

describe('what cannot be read', () => {
  const sold = workbookParts([{ name: 'Sold', rows: HEADER }]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const withSheet = (xml: string): Buffer => zip({ ...sold, [sheet]: xml });
  const without = (part: string): Buffer =>
    zip(Object.fromEntries(Object.entries(sold).filter(([name]) => name !== part)));
  const whole = zip(sold);
  const entities = `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(100)}"><!ENTITY c "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`;
  const locked = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.alloc(508),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);

  test.each([
    ['one that broke off', whole.subarray(0, whole.length - 40), 'bad-workbook'],
    ['one of a few bytes', whole.subarray(0, 30), 'bad-workbook'],
    [
      'one that begins in the middle',
      Buffer.concat([whole.subarray(0, 4), whole.subarray(80)]),
      'bad-workbook',
    ],
    ['a part that is not what was packed', zip(sold, { [sheet]: { checksum: 1 } }), 'bad-workbook'],
    ['a part that grows beyond what it says', zip(sold, { [sheet]: { size: 10 } }), 'bad-workbook'],
    [
      'entities',
      withSheet(entities),
      'bad-workbook: …/made.xlsx cannot be read as a workbook: it has a document type',
    ],
    ['an entity nobody declares', withSheet('<worksheet>&bomb;</worksheet>'), 'bad-workbook'],
    ['XML that breaks off', withSheet('<worksheet><sheetData><row>'), 'bad-workbook'],
    ['no XML', withSheet('Hello'), 'bad-workbook'],
    ['a text of millions of letters', withSheet(`<worksheet>${'x'.repeat(9e6)}</worksheet>`), 'bad-workbook'],
    [
      'a text that is not there',
      workbook([{ name: 'S', rows: '<row><c t="s"><v>7</v></c></row>' }]),
      'bad-workbook',
    ],
    [
      'a cell no sheet has',
      workbook([{ name: 'S', rows: '<row><c r="ZZZ1"><v>7</v></c></row>' }]),
      'bad-workbook',
    ],
    ['no relations', without('_rels/.rels'), 'bad-workbook'],
    [
      'no sheet',
      without(sheet),
      `bad-workbook: …/made.xlsx cannot be read as a workbook: it has no ${sheet}`,
    ],
    ['hidden sheets only', workbook([{ name: 'S', state: 'hidden', rows: HEADER }]), 'bad-workbook'],
    [
      'a formula without its value',
      workbook([{ name: 'S', rows: `${HEADER}<row r="2"><c r="AB2"><f>1+1</f></c></row>` }]),
      'formula-without-value: …/made.xlsx has a formula in cell AB2 whose value was not saved',
    ],
    [
      'a row of a million letters',
      workbook([
        { name: 'S', rows: `<row>${`<c t="str"><v>${'x'.repeat(30_000)}</v></c>`.repeat(40)}</row>` },
      ]),
      'workbook-too-large',
    ],
    [
      'a cell far to the right',
      workbook([{ name: 'S', rows: '<row r="3"><c r="ALM3"><v>1</v></c></row>' }]),
      'workbook-too-large: …/made.xlsx is too large a workbook: it has something in cell ALM3; 1000 columns are read',
    ],
    [
      'a part that says it is huge',
      zip(sold, { [sheet]: { size: 4e9 } }),
      `workbook-too-large: …/made.xlsx is too large a workbook: ${sheet} unpacks to 4000 MB; up to 500 MB is read`,
    ],
    ['shared texts that say so', zip(sold, { 'xl/sharedStrings.xml': { size: 2e8 } }), 'workbook-too-large'],
    [
      'a Word document',
      zip({ '[Content_Types].xml': '', 'word/document.xml': '' }),
      'not-a-csv: …/made.xlsx is a Word document, not a CSV file',
    ],
    [
      'a presentation',
      zip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }),
      'not-a-csv: …/made.xlsx is a PowerPoint',
    ],
    [
      'an .ods',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }),
      'not-a-csv: …/made.xlsx is an OpenDocument file',
    ],
    ['a .numbers', zip({ 'Index/Document.iwa': '' }), 'not-a-csv: …/made.xlsx is a Numbers document'],
    [
      'an .xlsb',
      zip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }),
      'not-a-csv: …/made.xlsx is a binary Excel workbook',
    ],
    ['another zip', zip({ 'sales.csv': 'a,b\n' }), 'not-a-csv: …/made.xlsx is a zip archive'],
    ['an empty zip', zip({}), 'not-a-csv'],
    [
      'one locked with a password',
      locked,
      'not-a-csv: made.xlsx is an Excel workbook locked with a password',
    ],
  ])('%s', { timeout: 60_000 }, async (_, content, expected) => {
    expect(await refusal(content)).toContain(`2 ${expected}`);
  });

  test('more than 50 MB', async () => {
    const bytes = Buffer.concat([whole.subarray(0, 4), Buffer.alloc(50_000_000)]);
    expect(await refusal(bytes)).toContain(
      '2 workbook-too-large: …/made.xlsx is too large a workbook: it has 50 MB',
    );
  });

  test('more cells than anybody fills', { timeout: 120_000 }, async () => {
    const row = '<row><c r="ALL1"><v>1</v></c></row>';
    expect(await refusal(workbook([{ name: 'S', rows: row.repeat(101_000) }]))).toContain(
      '2 workbook-too-large: …/made.xlsx is too large a workbook: it has more than 100 million cells',
    );
  });
});

test('what LibreOffice wrote is what was in the document, whatever year its days are counted from', async () => {
  const rows = [
    [
      3,
      'Deal Number',
      'Customer Name',
      'Sale Date',
      'VIN',
      'Zip',
      'Home Phone',
      'Odometer',
      'APR',
      'Address',
      'Do Not Call',
      'Lease End',
      'Customer Number',
    ],
    [
      4,
      '000417',
      'Ann Lee',
      '2026-11-05',
      '2HGFC2F59KH512345',
      '01000',
      '2505550134',
      '12345',
      '3.99%',
      '1 Main St\nUnit 4',
      'TRUE',
      '2029-02-03',
      '120000000417',
    ],
    [
      5,
      '000418',
      'Müller, Jürgen',
      '2026-06-07',
      '1HGCM82633A004352',
      '01001',
      '(250) 555-0135',
      '6017',
      '',
      '2 "Oak", Rear',
      'FALSE',
      '',
      '#N/A',
    ],
    [9, '000419', 'Cy Moss', 'soon', '5YJ3E1EA7KF317000', '', '', '', '', '', '', '', ''],
  ];
  for (const name of ['sales.xlsx', 'sales-1904.xlsx']) {
    const made = await read(readFileSync(join('fixtures/workbooks', name)));
    expect(made.rows).toEqual(rows);
    expect(made.notices.map(({ code }) => code)).toEqual(['other-sheets', 'hidden-rows']);
  }
});
