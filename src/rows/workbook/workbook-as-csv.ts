/** A sheet of an Excel workbook (.xlsx), written as the CSV it would be saved as. */

import { Fault, usageFault } from '../../domain/fault.ts';
import { type Archive, megabytes, openArchive } from './archive.ts';
import { readWorkbook, type SheetPart, sharedStrings, type Workbook } from './parts.ts';
import { sheetRows } from './sheet-rows.ts';
import { damaged, tooLarge, WorkbookFault } from './workbook-fault.ts';

export interface SheetAsCsv {
  /** its name */
  readonly sheet: string;
  /** those of its longest row; the others end with their last cell that holds something */
  readonly columns: number;
  /** the row of the sheet that a line of the CSV comes from: blank rows have none, and a cell may take several */
  readonly rowOfLine: (line: number) => number;
  /** what a person should know of the choice */
  readonly notices: readonly Notice[];
}

/** A remark on a file as a whole. */
export interface Notice {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

const MOST_PACKED = 50e6;
/** Blank cells in front of others cost as much as those. */
const MOST_CELLS = 100e6;
const PIECE = 1 << 20;

/**
 * @param file.name as the person named it, for the words of a fault
 * @param wanted name of the sheet; undefined = the first that is not hidden
 * @param write takes the CSV (UTF-8, commas, LF) piece by piece
 * @throws Fault `no-such-sheet`, `empty-sheet`, `bad-workbook`, `workbook-too-large`, `formula-without-value`, `not-a-csv` for a zip of something else
 */
export async function workbookAsCsv(
  file: { readonly name: string; readonly path: string; readonly bytes: number },
  wanted: string | undefined,
  write: (piece: string) => void,
): Promise<SheetAsCsv> {
  let archive: Archive | undefined;
  try {
    if (file.bytes > MOST_PACKED)
      throw tooLarge(`it has ${megabytes(file.bytes)}; up to ${megabytes(MOST_PACKED)} is read`);
    archive = await openArchive(file.path);
    refuseOther(archive);
    return await asCsv(archive, await readWorkbook(archive), wanted, write);
  } catch (error) {
    throw named(file.name, error);
  } finally {
    archive?.close();
  }
}

/** What the libraries throw says that the file is damaged; a Fault is about something else. */
function named(name: string, error: unknown): Fault {
  if (error instanceof Fault) return error;
  const why =
    error instanceof WorkbookFault ? error : damaged(error instanceof Error ? error.message : 'unknown');
  return usageFault(why.code, `${name === '-' ? 'standard input' : name} ${why.message}`, why.hint);
}

/** Kinds of documents that are zips too, by a part that each of them has. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.bin$/, 'a binary Excel workbook (.xlsb)'],
  [/^word\//, 'a Word document'],
  [/^ppt\//, 'a PowerPoint presentation'],
  [/^content\.xml$/, 'an OpenDocument file (.ods)'],
  [/^index(?:\/.*\.iwa|\.zip)$/, 'a Numbers document'],
];

/** @throws Fault `not-a-csv` */
function refuseOther({ names }: Archive): void {
  const other = OTHERS.find(([part]) => names.some((name) => part.test(name)));
  if (other !== undefined)
    throw new WorkbookFault(
      'not-a-csv',
      `is ${other[1]}, not a CSV file`,
      'open it and save or export it as .xlsx or as CSV (UTF-8), then import that file',
    );
  if (!names.includes('[content_types].xml'))
    throw new WorkbookFault(
      'not-a-csv',
      'is a zip archive, not a CSV file',
      'unpack it and import the files inside',
    );
}

async function asCsv(
  archive: Archive,
  workbook: Workbook,
  wanted: string | undefined,
  write: (piece: string) => void,
): Promise<SheetAsCsv> {
  const sheet = chosen(workbook.sheets, wanted);
  const strings = await sharedStrings(archive, workbook.stringsPath);
  const lines = new LineMap();
  let piece = '';
  let count = 0;
  let columns = 0;
  let hidden = 0;
  for await (const rows of sheetRows(archive, workbook, sheet, strings)) {
    for (const row of rows) {
      count += row.cells.length;
      columns = Math.max(columns, row.cells.length);
      if (row.hidden) hidden++;
      const text = `${row.cells.map(asField).join(',')}\n`;
      lines.add(row.number, text);
      piece += text;
    }
    if (count > MOST_CELLS) throw tooLarge(`it has more than ${MOST_CELLS / 1e6} million cells`);
    if (piece.length < PIECE) continue;
    write(piece);
    piece = '';
  }
  write(piece);
  if (count === 0) throw emptySheet(workbook.sheets, sheet);
  return {
    sheet: sheet.name,
    columns,
    rowOfLine: (line) => lines.rowOf(line),
    notices: [...otherSheets(workbook.sheets, sheet), ...hiddenRows(hidden)],
  };
}

/** @throws Fault `no-such-sheet` */
function chosen(sheets: readonly SheetPart[], wanted: string | undefined): SheetPart {
  if (wanted === undefined) {
    const first = sheets.find(({ hidden }) => !hidden);
    if (first === undefined) throw damaged('it has no sheet that is not hidden');
    return first;
  }
  const key = wanted.trim().toLowerCase();
  const found = sheets.find(({ name }) => name.trim().toLowerCase() === key);
  if (found !== undefined) return found;
  throw new WorkbookFault(
    'no-such-sheet',
    `has no sheet "${wanted}"; its sheets: ${listed(sheets)}`,
    'name one of these, or leave the name away for the first that is not hidden',
  );
}

const emptySheet = (sheets: readonly SheetPart[], { name }: SheetPart): WorkbookFault =>
  new WorkbookFault(
    'empty-sheet',
    `has nothing in its sheet "${name}"`,
    sheets.length > 1 ? `name another of its sheets: ${listed(sheets)}` : 'export it again from the DMS',
  );

const NAMED = 10;

const listed = (sheets: readonly SheetPart[]): string => {
  const names = sheets.slice(0, NAMED).map(({ name, hidden }) => `"${name}"${hidden ? ' (hidden)' : ''}`);
  return sheets.length > NAMED ? `${names.join(', ')} and ${sheets.length - NAMED} more` : names.join(', ');
};

function otherSheets(sheets: readonly SheetPart[], sheet: SheetPart): Notice[] {
  const others = sheets.filter((other) => other !== sheet);
  if (others.length === 0) return [];
  return [
    {
      code: 'other-sheets',
      message: `the sheet "${sheet.name}" was read, and not ${listed(others)}`,
      hint: 'to read another, name it: import --sheet NAME, log --tab NAME',
    },
  ];
}

const hiddenRows = (count: number): Notice[] =>
  count === 0
    ? []
    : [
        {
          code: 'hidden-rows',
          message: `${count === 1 ? '1 row is' : `${count} rows are`} hidden, by a filter or by hand, and ${count === 1 ? 'was' : 'were'} read like the others`,
        },
      ];

const asField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** From where on the lines of the CSV and the rows of the sheet are how far apart. */
class LineMap {
  readonly #lines: number[] = [];
  readonly #rows: number[] = [];
  #next = 1;
  #nextRow = 1;

  /** @param text of the row, with all of its line ends */
  add(row: number, text: string): void {
    if (row !== this.#nextRow || this.#lines.length === 0) {
      this.#lines.push(this.#next);
      this.#rows.push(row);
    }
    this.#nextRow = row + 1;
    const taken = linesIn(text);
    this.#next += taken;
    if (taken > 1) this.#nextRow = Number.NaN;
  }

  rowOf(line: number): number {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return (this.#rows[low - 1] ?? 1) + line - (this.#lines[low - 1] ?? 1);
  }
}

/** As the reader of CSV counts them. */
const linesIn = (text: string): number => text.split(/\r\n|\r|\n/).length - 1;
