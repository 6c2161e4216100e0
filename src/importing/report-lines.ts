/** Lines of a printed report that are no data: totals and page headings. */

import { dateShape } from '../values/date-shape.ts';
import type { Field } from './fields.ts';
import type { Mapping } from './mapping.ts';

const TOTALS =
  /^(?:(?:grand|sub|report|store|page|final)[\s-]*)?(?:totals?|averages?|avg|counts?|summary|sum|totaux|summe|gesamt|gesamtsumme)\b|^(?:end of (?:report|file|data)|page \d|printed\b|report (?:date|run|generated)|run date|generated (?:on|by)|records?:?\s*\d|\d+ (?:records?|rows|deals|units)\b|\*{2,}|-{3,}|={3,}|_{3,})/i;

/** A function telling whether a row below the header is such a line. */
export function reportLineTest(mapping: Mapping): (cells: readonly string[]) => boolean {
  const columnsOf = (...fields: readonly Field[]): number[] =>
    fields.flatMap((field) => mapping.columns.get(field) ?? []);
  const dates = columnsOf('sold_on', 'closed_on', 'opened_on', 'appointment_on');
  const names = new Set(columnsOf('full_name', 'last_name', 'company', 'first_name'));
  const vins = columnsOf('vin');
  const holdsSale = (cells: readonly string[]): boolean =>
    dates.some((column) => isWrittenDate(cells[column] ?? '')) ||
    vins.some((column) => (cells[column] ?? '').trim().length > 10);
  return (cells) => {
    const first = cells.findIndex(isFilled);
    if (first === -1) return true;
    const isAlone = cells.findLastIndex(isFilled) === first;
    // whatever else it says, a row of a sale is none of the report's lines
    if (!isAlone && holdsSale(cells)) return false;
    // a company may be called Total; a total stands in the first cell or in no name's column
    return cells.some((cell, column) => (column === first || !names.has(column)) && TOTALS.test(cell.trim()));
  };
}

const isFilled = (cell: string): boolean => cell.trim() !== '';

function isWrittenDate(text: string): boolean {
  const { form } = dateShape(text);
  return form === 'ordered' || form === 'numeric';
}
