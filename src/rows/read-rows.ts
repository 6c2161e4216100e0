/** The rows of a file, streamed: cells as text and the physical line each row starts on. */

import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { Fault } from '../domain/fault.ts';
import { type Dialect, linesOf } from './dialect.ts';
import type { SourceFile } from './source-file.ts';

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const NODE_READS = new Set(['utf-8']);

/** The text of the first bytes, for a look at delimiter and header. */
export const headText = (source: SourceFile): string =>
  iconv.decode(source.head, source.encoding, { stripBOM: true });

/**
 * All records below the preamble, the header line included, in file order; blank lines are left out.
 * Memory stays flat: rows are handed on as they are parsed.
 * @throws Fault `open-quote` naming the line on which the quote opened
 */
export async function* readRows(source: SourceFile, dialect: Dialect): AsyncGenerator<Row[]> {
  const bytes = createReadStream(source.path, { start: source.bom, highWaterMark: 1 << 20 });
  const text: Readable = NODE_READS.has(source.encoding)
    ? bytes
    : (bytes.pipe(iconv.decodeStream(source.encoding)) as unknown as Readable);
  const parser = parse({
    delimiter: dialect.delimiter,
    quote: dialect.quoted ? '"' : null,
    relax_quotes: true,
    relax_column_count: true,
    // files are put together by hand: one may have both kinds of line ends
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: false,
    max_record_size: 4 << 20,
  });
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let line = 1;
  let batch: Row[] = [];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const start = line;
      line += linesOf(cells);
      if (start <= dialect.preamble || (cells.length === 1 && cells[0] === '')) continue;
      batch.push({ line: start, cells });
      if (batch.length === BATCH) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    throw asReadingFault(error, source.name, line);
  } finally {
    bytes.destroy();
  }
  if (batch.length > 0) yield batch;
}

const BATCH = 512;

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
