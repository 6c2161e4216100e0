import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { linesOf, type Row } from '../../src/rows/row.ts';
import { type Place, strictRecords, strictRows } from '../../src/rows/strict-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'beback-strict-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'rows.csv');

interface Options {
  readonly delimiter?: string;
  readonly quoted?: boolean;
  readonly preamble?: number;
  readonly batchSize?: number;
  readonly start?: number;
}

async function strictly(
  text: string,
  { delimiter = ',', quoted = true, preamble = 0, batchSize = 512, start = 0 }: Options = {},
): Promise<{ rows: Row[]; batches: number[]; odd: Place | null }> {
  writeFileSync(file, text);
  const reading = strictRows(file, { start, delimiter, quoted, preamble, batchSize });
  const rows: Row[] = [];
  const batches: number[] = [];
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return { rows, batches, odd: value };
    rows.push(...value);
    batches.push(value.length);
  }
}

/** As the library reads the text: every record with the line it begins on. */
function parsed(text: string, { delimiter = ',', quoted = true }: Options, line = 1): Row[] | 'refused' {
  let at = line;
  try {
    const records = parse(text, {
      delimiter,
      quote: quoted ? '"' : null,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: false,
    });
    return records.flatMap((cells) => {
      const row = { line: at, cells };
      at += linesOf(cells);
      return [row];
    });
  } catch {
    return 'refused';
  }
}

test.each<[string, Options, (readonly [number, string[]])[], number | null]>([
  [
    'a,b\nc,d\n',
    {},
    [
      [1, ['a', 'b']],
      [2, ['c', 'd']],
    ],
    null,
  ],
  [
    'a,b\r\nc,d',
    {},
    [
      [1, ['a', 'b']],
      [2, ['c', 'd']],
    ],
    null,
  ],
  [
    'a\n\n\r\nb\n',
    {},
    [
      [1, ['a']],
      [4, ['b']],
    ],
    null,
  ],
  ['""\n', {}, [[1, ['']]], null],
  [
    '"a\nb",c\nd\n',
    {},
    [
      [1, ['a\nb', 'c']],
      [3, ['d']],
    ],
    null,
  ],
  [
    '"a\r\nb",c\r\nd\r\n',
    {},
    [
      [1, ['a\r\nb', 'c']],
      [3, ['d']],
    ],
    null,
  ],
  ['"say ""hi""",b\n', {}, [[1, ['say "hi"', 'b']]], null],
  ['5" pipe,b\n', {}, [[1, ['5" pipe', 'b']]], null],
  ['a,"b"\r\n', {}, [[1, ['a', 'b']]], null],
  ['a,\n', {}, [[1, ['a', '']]], null],
  ['x;"y;z"\n', { delimiter: ';' }, [[1, ['x', 'y;z']]], null],
  ['"x|y"|z\n', { delimiter: '|', quoted: false }, [[1, ['"x', 'y"', 'z']]], null],
  ['Report\nof "May\na,b\n', { preamble: 2 }, [[3, ['a', 'b']]], null],
  ['Zoë,b\n', {}, [[1, ['Zoë', 'b']]], null],
  // odd ones
  ['a,b\n"x" y,z\nc\n', {}, [[1, ['a', 'b']]], 4],
  ['a,b\rc,d\n', {}, [], 0],
  ['a,b\n"x,y\nz\n', {}, [[1, ['a', 'b']]], 4],
  ['a,"b"\r', {}, [[1, ['a', 'b']]], null],
])('%j', async (text, options, wanted, odd) => {
  const found = await strictly(text, options);
  expect(found.rows.map(({ line, cells }) => [line, cells])).toEqual(wanted);
  expect(found.odd?.offset ?? null).toBe(odd);
});

test('rows come in batches', async () => {
  const { batches } = await strictly('a,b\n'.repeat(25), { batchSize: 10 });
  expect(batches).toEqual([10, 10, 5]);
});

test('a quote that stays open is left to the parser after a hundred lines, a long line after a megabyte', async () => {
  expect((await strictly(`a\n"${'b\n'.repeat(300_000)}`)).odd).toEqual({ offset: 2, line: 2 });
  expect((await strictly(`a\n${'b'.repeat(3 << 20)}`)).odd).toEqual({ offset: 2, line: 2 });
  const { rows, odd } = await strictly(`a\n"${'b\n'.repeat(99)}",c\nd\n`);
  expect([rows.length, rows.at(-1)?.line, odd]).toEqual([3, 102, null]);
});

const aText = fc
  .array(fc.constantFrom('a', 'é', ' ', '"', '"', '""', ',', ',', ';', '\n', '\n', '\r\n', '\r'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

test('what is read strictly is what the parser reads, and the parser reads the rest from there', async () => {
  const seen = { whole: 0, handedOver: 0 };
  await fc.assert(
    fc.asyncProperty(aText, fc.constantFrom(',', ';'), fc.boolean(), async (text, delimiter, quoted) => {
      const options = { delimiter, quoted };
      const { rows, odd } = await strictly(text, options);
      const filled = (read: Row[]) => read.filter(({ cells }) => cells.length > 1 || cells[0] !== '');
      const all = parsed(text, options);
      if (odd === null) {
        seen.whole++;
        expect(filled(rows)).toEqual(filled(all === 'refused' ? [] : all));
        return;
      }
      seen.handedOver++;
      const rest = parsed(Buffer.from(text).subarray(odd.offset).toString(), options, odd.line);
      expect(rest === 'refused').toBe(all === 'refused');
      if (all !== 'refused' && rest !== 'refused') expect(filled([...rows, ...rest])).toEqual(filled(all));
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(seen.whole, seen.handedOver)).toBeGreaterThan(100);
});

test('a part of a text is taken apart the same way', () => {
  fc.assert(
    fc.property(aText, fc.boolean(), (text, quoted) => {
      const found = strictRecords(text, { delimiter: ',', quoted }, 540);
      const all = parsed(text, { quoted });
      if (found === null) return;
      if (all !== 'refused') expect(found).toEqual(all.map(({ cells }) => cells));
    }),
    { numRuns: 2000 },
  );
});
