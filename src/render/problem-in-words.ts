/** One problem of a file as it is told: column, value, what is wrong with it. */

import type { Problem } from '../domain/problem.ts';
import { cut, safeForTerminal } from './terminal-text.ts';

const VALUE_WIDTH = 60;

/** `Email1 "NA" the cell holds a filler`, `Last Name is empty: no customer is named`; a file without titles has `column 4`. */
export function problemInWords({
  column,
  value,
  message,
}: Pick<Problem, 'column' | 'value' | 'message'>): string {
  const text = safeForTerminal(message);
  if (column === null) return text;
  const where = /^\d+$/.test(column) ? `column ${column}` : safeForTerminal(column);
  if (value === null) return `${where}: ${text}`;
  return value === ''
    ? `${where} is empty: ${text}`
    : `${where} "${cut(safeForTerminal(value), VALUE_WIDTH)}" ${text}`;
}
