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
    let filled = 0;
    let total = false;
    for (let column = 0; column < cells.length; column++) {
      const text = cells[column] ?? '';
      if (text === '' || text.trim() === '') continue;
      filled++;
      // a company may be called Total; a total stands in the first cell or in no name's column
      total ||= (filled === 1 || !names.has(column)) && TOTALS.test(text.trim());
    }
    if (filled === 0) return true;
    return total && (filled === 1 || !holdsSale(cells));
  };
}

const isWrittenDate = (text: string): boolean => ['ordered', 'numeric'].includes(dateShape(text).form);
