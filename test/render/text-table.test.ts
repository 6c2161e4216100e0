import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colourStyles } from '../../src/render/styles.ts';
import { displayWidth } from '../../src/render/terminal-text.ts';
import { type TableColumn, textTable } from '../../src/render/text-table.ts';

const columns: TableColumn[] = [
  { title: 'Id', align: 'right', priority: 3, minWidth: 4 },
  { title: 'Customer', priority: 4, minWidth: 8, maxWidth: 14, grow: true, style: 'bold' },
  { title: 'Owner', priority: 1, minWidth: 6 },
  { title: 'Note', priority: 2, minWidth: 6, maxWidth: 10, grow: true },
];
const rows = [
  ['9', 'Ann Lee', 'Dana', ''],
  ['1042', 'Bartholomew Featherstonehaugh', 'Sam', 'wants a red one'],
  ['12', '李小龍', '', 'ok\u001b[2J\nthen'],
];
const drawn = (width: number | null): string => textTable(columns, rows, { width });

describe('a table', () => {
  test('in a pipe is aligned and whole', () => {
    expect(drawn(null)).toBe(
      [
        '  Id  Customer                       Owner  Note',
        '   9  Ann Lee                        Dana',
        '1042  Bartholomew Featherstonehaugh  Sam    wants a red one',
        '  12  李小龍                                ok then',
        '',
      ].join('\n'),
    );
  });

  test('goes on below where a column may, and cuts elsewhere', () => {
    const wrapping = columns.map((column) => (column.title === 'Note' ? { ...column, wrap: true } : column));
    expect(textTable(wrapping, rows, { width: 32 })).toBe(
      [
        '  Id  Customer  Owner  Note',
        '   9  Ann Lee   Dana',
        '1042  Barthol…  Sam    wants a',
        '                       red one',
        '  12  李小龍           ok then',
        '',
      ].join('\n'),
    );
  });

  test('with room lets the columns that grow have it', () => {
    expect(drawn(80)).toBe(drawn(null));
    expect(drawn(50)).toBe(
      [
        '  Id  Customer              Owner  Note',
        '   9  Ann Lee               Dana',
        '1042  Bartholomew Feather…  Sam    wants a red one',
        '  12  李小龍                       ok then',
        '',
      ].join('\n'),
    );
  });

  test('cuts the widest columns first', () => {
    expect(drawn(34)).toBe(
      [
        '  Id  Customer   Owner  Note',
        '   9  Ann Lee    Dana',
        '1042  Bartholo…  Sam    wants a r…',
        '  12  李小龍            ok then',
        '',
      ].join('\n'),
    );
  });

  test('drops the column of the lowest priority when cutting is not enough', () => {
    expect(drawn(24)).toBe(
      [
        '  Id  Customer  Note',
        '   9  Ann Lee',
        '1042  Barthol…  wants a…',
        '  12  李小龍    ok then',
        '',
      ].join('\n'),
    );
    expect(drawn(10)).toBe(['Customer', 'Ann Lee', 'Bartholom…', '李小龍', ''].join('\n'));
  });

  test('styles whole cells after measuring them', () => {
    const styles = colourStyles(1);
    const plain = drawn(34);
    const coloured = textTable(columns, rows, { width: 34, style: styles });
    expect(coloured).not.toBe(plain);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: takes our own colours out again
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  test('with no rows shows its titles', () => {
    expect(textTable(columns, [], { width: 80 })).toBe('Id  Customer  Owner  Note\n');
  });

  test('never has a line wider than the terminal, nor more lines than rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 100 }),
        (cells, width) => {
          const lines = textTable(columns, cells, { width }).split('\n');
          expect(lines).toHaveLength(cells.length + 2);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
