/** The rows of a sheet as text, streamed. */

import type { Archive } from './archive.ts';
import { type NumberText, numberTextOf } from './number-text.ts';
import { isTrue, type SheetPart, unescaped, type Workbook } from './parts.ts';
import { damaged, tooLarge, withoutValue } from './workbook-fault.ts';
import { type Attributes, readXml } from './xml.ts';

export interface SheetRow {
  /** its number in the sheet, the first being 1 */
  readonly number: number;
  /** the first of the sheet's columns first; no blank ones at the end */
  readonly cells: readonly string[];
  /** by a filter, an outline or by hand */
  readonly hidden: boolean;
}

const MOST_OF_A_SHEET = 500e6;
const LAST_COLUMN = 16_384;
/** All rows are filled up to the longest: the widest export has some hundred. */
const MOST_COLUMNS = 1000;
/** No line of an export comes near it. */
const LONGEST_ROW = 1e6;

/**
 * Rows that hold something, some at a time. A cell of a formula has the value it had when the workbook was saved.
 * @param strings the shared ones
 * @throws Fault `bad-workbook`, `workbook-too-large`, `formula-without-value`
 */
export function sheetRows(
  archive: Archive,
  { formats, since1904 }: Workbook,
  { path }: SheetPart,
  strings: readonly string[],
): AsyncGenerator<SheetRow[]> {
  const numberTexts: NumberText[] = [];
  const numberText = (style: number): NumberText =>
    (numberTexts[style] ??= numberTextOf(formats[style] ?? 'General', since1904));

  let rows: SheetRow[] = [];
  let isData = false;
  let number = 0;
  let hidden = false;
  let cells: string[] = [];
  let length = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let isFormula = false;
  let isValue = false;
  let isReading = false;
  let value = '';

  const textOfCell = (): string => {
    switch (type) {
      case 's':
        return sharedString(strings, value);
      case 'str':
      case 'inlineStr':
        return unescaped(value);
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.replace(/T(?:00:00(?::00(?:\.0+)?)?Z?)?$/, '').replace('T', ' ');
      case 'n':
        if (value === '' && isFormula) throw withoutValue(`${columnName(column)}${number}`);
        return value === '' ? '' : numberText(style)(value.trim());
      default:
        return value;
    }
  };

  const open = (element: string, { r, s = '0', t = 'n', hidden: isHidden }: Attributes): void => {
    switch (element) {
      case 'sheetData':
        isData = true;
        break;
      case 'row':
        number = Number(r ?? number + 1);
        hidden = isTrue(isHidden);
        cells = [];
        length = 0;
        column = -1;
        break;
      case 'c':
        column = r === undefined ? column + 1 : columnOf(r);
        type = t;
        style = Number(s);
        isFormula = false;
        value = '';
        break;
      case 'f':
        isFormula = true;
        break;
      case 'rPh':
        isReading = true;
        break;
      case 'v':
      case 't':
        isValue = !isReading;
        break;
    }
  };

  const close = (element: string): void => {
    switch (element) {
      case 'v':
      case 't':
        isValue = false;
        break;
      case 'rPh':
        isReading = false;
        break;
      case 'c': {
        const text = textOfCell();
        length += text.length;
        if (length > LONGEST_ROW) throw tooLarge(`row ${number} holds more than a million letters`);
        if (text === '') break;
        if (column >= MOST_COLUMNS)
          throw tooLarge(
            `it has something in cell ${columnName(column)}${number}; ${MOST_COLUMNS} columns are read`,
          );
        while (cells.length < column) cells.push('');
        cells[column] = text;
        break;
      }
      case 'row':
        if (cells.length > 0) rows.push({ number, cells, hidden });
        break;
      case 'sheetData':
        isData = false;
        break;
    }
  };

  return readXml(
    archive.text(path, MOST_OF_A_SHEET),
    {
      // what stands behind the rows (filters, rules, extensions) has elements of the same names
      open: (element, attributes) => {
        if (isData || element === 'sheetData') open(element, attributes);
      },
      text: (piece) => {
        if (isValue) value += piece;
      },
      close: (element) => {
        if (isData) close(element);
      },
    },
    () => {
      const read = rows;
      rows = [];
      return read;
    },
  );
}

function sharedString(strings: readonly string[], index: string): string {
  const text = strings[Number(index)];
  if (text === undefined || index === '') throw damaged(`a cell has text ${index}, and there is none`);
  return text;
}

/** `AB12` = 27 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  if (column === 0 || column > LAST_COLUMN) throw damaged(`no sheet has a cell ${reference.slice(0, 20)}`);
  return column - 1;
}

/** 27 = `AB` */
const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
