/** Lines of a printed report that are no data: totals, page headings, the header repeated. */

import { headerKey } from './fields.ts';
import type { Mapping } from './mapping.ts';

const TOTALS =
  /^(?:(?:grand|sub|report|store|page|final)[\s-]*)?(?:totals?|averages?|avg|counts?|summary|sum|totaux|summe|gesamt|gesamtsumme)\b|^(?:end of (?:report|file|data)|page \d|printed\b|report (?:date|run|generated)|run date|generated (?:on|by)|records?:?\s*\d|\d+ (?:records?|rows|deals|units)\b|\*{2,}|-{3,}|={3,}|_{3,})/i;

/** A function telling whether a row below the header is such a line. */
export function reportLineTest(mapping: Mapping): (cells: readonly string[]) => boolean {
  const header = mapping.header.map(headerKey);
  const dates = [
    ...(mapping.columns.get('sold_on') ?? []),
    ...(mapping.columns.get('closed_on') ?? []),
    ...(mapping.columns.get('appointment_on') ?? []),
  ];
  return (cells) => {
    let filled = 0;
    let first = '';
    for (const cell of cells) {
      if (cell === '' || cell.trim() === '') continue;
      if (filled === 0) first = cell.trim();
      filled++;
      if (filled > 1 && !mayBeTotal(first) && headerKey(first) !== header.find((key) => key !== ''))
        return false;
    }
    if (filled === 0) return true;
    if (mayBeTotal(first))
      return filled === 1 || dates.every((column) => (cells[column] ?? '').trim() === '');
    return filled > 1 && cells.every((cell, i) => headerKey(cell) === (header[i] ?? ''));
  };
}

const mayBeTotal = (text: string): boolean => TOTALS.test(text);
