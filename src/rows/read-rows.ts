/** The rows of a file, streamed. */

import { createReadStream } from 'node:fs';
import { CsvError, type Options, parse } from 'csv-parse';
import { Fault } from '../domain/fault.ts';
import { decoded, isPlainUtf8 } from './decode.ts';
import { type Dialect, findDialect } from './dialect.ts';
import { linesOf, type Row } from './row.ts';
import type { SourceFile } from './source-file.ts';
import { type Place, strictRows } from './strict-rows.ts';

/**
 * How the cells of a file are separated; those of a workbook are known to be.
 * @throws Fault `no-columns`
 */
export function dialectOf(
  source: SourceFile,
  { delimiter, ...options }: Pick<Parameters<typeof findDialect>[1], 'delimiter' | 'fieldOf' | 'headerless'>,
): Dialect {
  const { name, head, workbook } = source;
  if (workbook === null)
    return findDialect(head, { ...options, name, ...(delimiter === undefined ? {} : { delimiter }) });
  const { sheet, columns } = workbook;
  const found = findDialect(head, { ...options, name, delimiter: ',', sheet });
  const { header } = found;
  const width = Math.max(header.length, columns);
  const isHeadless = options.headerless ?? false;
  const untitled = (_: unknown, i: number): string => (isHeadless ? String(header.length + i + 1) : '');
  return {
    ...found,
    width,
    header: [...header, ...Array.from({ length: width - header.length }, untitled)],
  };
}

/** All rows of a sheet are as long as its header. */
function filledUp(cells: readonly string[], width: number): readonly string[] {
  if (cells.length >= width) return cells;
  const filled = [...cells];
  while (filled.length < width) filled.push('');
  return filled;
}

/**
 * All records below the preamble, the header line included, in file order; blank lines are left out.
 * Memory stays flat: rows are handed on as they are read.
 * @throws Fault `open-quote` naming the line on which the quote opened
 */
export async function* readRows(source: SourceFile, dialect: Dialect): AsyncGenerator<Row[]> {
  if (source.workbook === null) {
    yield* rowsOf(source, dialect);
    return;
  }
  const shown = ({ line, cells }: Row): Row => ({
    line: source.shownLine(line),
    cells: filledUp(cells, dialect.width),
  });
  for await (const rows of rowsOf(source, dialect)) yield rows.map(shown);
}

/** Nearly every file is formed strictly, and read several times faster than the parser reads it. */
async function* rowsOf(source: SourceFile, dialect: Dialect): AsyncGenerator<Row[]> {
  const { path, bom } = source;
  const odd = isPlainUtf8(source)
    ? yield* strictRows(path, { ...dialect, start: bom, batchSize: BATCH })
    : { offset: bom, line: 1 };
  if (odd !== null) yield* parsedRows(source, dialect, odd);
}

/** As the library has it, which bears with whatever people put into such files. */
async function* parsedRows(source: SourceFile, dialect: Dialect, from: Place): AsyncGenerator<Row[]> {
  const bytes = createReadStream(source.path, { start: from.offset, highWaterMark: 1 << 20 });
  const text = await decoded(bytes, source);
  const first = Math.max(dialect.preamble + 1, from.line);
  const count = source.hasBlankLines ? countingBlankLines(from.line) : countingRecords(first);
  const parser = parse({
    delimiter: dialect.delimiter,
    quote: dialect.quoted ? '"' : null,
    relax_quotes: true,
    relax_column_count: true,
    // files are put together by hand: one may have both kinds of line ends
    record_delimiter: ['\r\n', '\n', '\r'],
    // a report's titles are no records: the parser would take each row for one of the wrong length, and say so at a cost
    from_line: first - from.line + 1,
    max_record_size: 4 << 20,
    ...count.options,
  });
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let last: Row | null = null;
  let batch: Row[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      last = count.rowOf(record);
      batch.push(last);
      if (batch.length === BATCH) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    throw asReadingFault(error, source.name, last === null ? first : last.line + linesOf(last.cells));
  } finally {
    bytes.destroy();
  }
  if (batch.length > 0) yield batch;
}

const BATCH = 512;

/** How the physical line of a record is known. */
interface LineCount {
  readonly options: Pick<Options, 'skip_empty_lines' | 'on_record'>;
  readonly rowOf: (record: string[]) => Row;
}

/** Every line is in some record: they are added up. */
function countingRecords(first: number): LineCount {
  let line = first;
  const rowOf = (cells: string[]): Row => {
    const row = { line, cells };
    line += linesOf(cells);
    return row;
  };
  return { options: { skip_empty_lines: false }, rowOf };
}

/** Blank lines make no records, or a million of them would cost as much as rows: the parser tells where each record ends. */
function countingBlankLines(first: number): LineCount {
  let twice = 0;
  const on_record = (cells: string[], { lines }: { readonly lines: number }): string[] => {
    const own = linesOf(cells);
    // inside quotes the parser counts CR LF as two lines
    if (own > 1) twice += cells.reduce((sum, cell) => sum + cell.split('\r\n').length - 1, 0);
    // what is handed on may be anything; the types of the library know only cells
    return { line: first + lines - twice - own, cells } as unknown as string[];
  };
  return { options: { skip_empty_lines: true, on_record }, rowOf: (record) => record as unknown as Row };
}

function asReadingFault(error: unknown, name: string, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return new Fault(`${name}, line ${line}: a quote (") opens in this row and is never closed`, {
      code: 'open-quote',
      hint: 'mend the quote on that line, or export the file again; nothing was imported',
      cause: error,
    });
  }
  return new Fault(`${name}, line ${line}: ${error.message}`, {
    code: 'bad-csv',
    hint: 'check the delimiter (--delimiter) and the quotes on that line; nothing was imported',
    cause: error,
  });
}
