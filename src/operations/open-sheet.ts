/** A call list as a CSV file: what `beback today` wrote, or a spreadsheet saved again. */

import { findSheetColumns, SHEET_HEADER_KEYS, type SheetColumns } from '../contacts/sheet-columns.ts';
import { fieldKnown } from '../importing/header-field.ts';
import { findDialect } from '../rows/dialect.ts';
import { headText, type Row, readRows } from '../rows/read-rows.ts';
import { openSource } from '../rows/source-file.ts';

export interface Sheet {
  readonly columns: SheetColumns;
  readonly header: readonly string[];
  /** below the header */
  readonly rows: readonly Row[];
}

/** @throws Fault `not-a-sheet` for any other file */
export async function openSheet(file: string): Promise<Sheet> {
  const source = await openSource(file);
  try {
    const dialect = findDialect(headText(source), { name: file, fieldOf: fieldKnown(SHEET_HEADER_KEYS) });
    const columns = findSheetColumns(dialect.header, file);
    const rows: Row[] = [];
    for await (const batch of readRows(source, dialect)) rows.push(...batch);
    return { columns, header: dialect.header, rows: rows.slice(1) };
  } finally {
    source.dispose();
  }
}
