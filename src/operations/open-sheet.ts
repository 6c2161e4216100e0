/** A call list as a file: the CSV that `beback today` wrote, or what a spreadsheet program saved of it. */

import { findSheetColumns, SHEET_HEADER_KEYS, type SheetColumns } from '../contacts/sheet-columns.ts';
import { fieldKnown } from '../importing/header-field.ts';
import { dialectOf, readRows } from '../rows/read-rows.ts';
import type { Row } from '../rows/row.ts';
import { openSource } from '../rows/source-file.ts';

export interface Sheet {
  readonly columns: SheetColumns;
  readonly header: readonly string[];
  /** below the header */
  readonly rows: readonly Row[];
  /** how it was read: which sheet of a workbook */
  readonly notices: readonly SheetNotice[];
}

export interface SheetNotice {
  /** of its header */
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/**
 * @param tab of a workbook, the name of the sheet; undefined = the first that is not hidden
 * @throws Fault `not-a-sheet` for any other file
 */
export async function openSheet(file: string, tab?: string): Promise<Sheet> {
  const source = await openSource(file, tab === undefined ? {} : { sheet: tab });
  try {
    const dialect = dialectOf(source, { fieldOf: fieldKnown(SHEET_HEADER_KEYS) });
    const columns = findSheetColumns(dialect.header, file);
    const rows: Row[] = [];
    for await (const batch of readRows(source, dialect)) rows.push(...batch);
    const line = source.shownLine(dialect.preamble + 1);
    const notices = source.notices.map((notice) => ({ line, ...notice }));
    return { columns, header: dialect.header, rows: rows.slice(1), notices };
  } finally {
    source.dispose();
  }
}
