/** A row of a file, and where it stands. */

export interface Row {
  /** the physical line it begins on, from 1 */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Physical lines a record takes: one, and one more for each line break inside its cells. */
export function linesOf(record: readonly string[]): number {
  let lines = 1;
  for (const cell of record) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines++;
    if (cell.includes('\r')) lines += cell.split(/\r(?!\n)/).length - 1;
  }
  return lines;
}
