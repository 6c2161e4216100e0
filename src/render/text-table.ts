/** A table for the terminal: never wider than it. */

import { plainStyles, type StyleName, type Styles } from './styles.ts';
import { cut, displayWidth, fitted, safeForTerminal } from './terminal-text.ts';
import { wrapped } from './wrapped.ts';

export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** when room is short the column with the lowest goes first */
  readonly priority: number;
  /** it is cut no shorter than this; rather is a column dropped */
  readonly minWidth: number;
  /** it is given no more than this on a terminal; none = as wide as its widest value */
  readonly maxWidth?: number;
  /** what has no room goes on below, broken between words, instead of being cut */
  readonly wrap?: boolean;
  /** takes room beyond `maxWidth` when some is left over */
  readonly grow?: boolean;
  readonly style?: StyleName;
  /** where the cell leads, by the whole of what it holds; null = nowhere */
  readonly leadsTo?: (cell: string) => string | null;
}

export interface TableOptions {
  /** columns of the terminal; null for a pipe or a file, where nothing is cut or dropped */
  readonly width: number | null;
  readonly style?: Styles;
}

interface Placed {
  readonly column: TableColumn;
  readonly index: number;
  /** what the widest value needs */
  readonly full: number;
  width: number;
}

const GAP = '  ';

/**
 * One line for the titles and one for each row, or several where a cell goes on below; each ended by a line break. Cells may hold anything: they are made
 * safe here. Missing cells are empty.
 */
export function textTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { width, style = plainStyles }: TableOptions,
): string {
  const safeRows = rows.map((row) => row.map(safeForTerminal));
  const placed = placeColumns(columns, safeRows, width);
  const line = (
    cells: readonly string[],
    styleOf: (column: TableColumn) => StyleName | undefined,
  ): string => {
    const last = placed.findLastIndex(({ index }) => (cells[index] ?? '') !== '');
    const shown = placed.slice(0, last + 1).map(({ column, index, width: room }, place) => {
      const cell = cells[index] ?? '';
      const text =
        place === last && column.align !== 'right' ? cut(cell, room) : fitted(cell, room, column.align);
      const uri = column.leadsTo?.(cell) ?? null;
      const linked = uri === null ? text : style.link(text, uri);
      const name = styleOf(column);
      return name === undefined || cell === '' ? linked : style[name](linked);
    });
    return `${shown.join(GAP)}\n`;
  };
  const titles = columns.map(({ title }) => title);
  return (
    line(titles, () => 'heading') +
    safeRows
      .flatMap((row) => linesOf(row, placed))
      .map((row) => line(row, (column) => column.style))
      .join('')
  );
}

/** A row as the lines it takes up. */
function linesOf(row: readonly string[], placed: readonly Placed[]): (readonly string[])[] {
  const flowing = placed.filter(
    ({ column, index, width }) => column.wrap === true && displayWidth(row[index] ?? '') > width,
  );
  if (flowing.length === 0) return [row];
  const parts = new Map(flowing.map(({ index, width }) => [index, wrapped(row[index] ?? '', width)]));
  const count = Math.max(...[...parts.values()].map(({ length }) => length));
  return Array.from({ length: count }, (_, at) =>
    row.map((cell, index) => (parts.has(index) ? (parts.get(index)?.[at] ?? '') : at === 0 ? cell : '')),
  );
}

function placeColumns(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number | null,
): Placed[] {
  let placed = columns.map((column, index): Placed => {
    const full = rows.reduce(
      (widest, row) => Math.max(widest, displayWidth(row[index] ?? '')),
      displayWidth(column.title),
    );
    return { column, index, full, width: full };
  });
  if (width === null) return placed;
  for (const place of placed) place.width = Math.min(place.full, place.column.maxWidth ?? place.full);
  while (placed.length > 1 && narrowest(placed) > width) placed = withoutLeastImportant(placed);
  shrink(placed, width);
  growInto(placed, width);
  return placed;
}

const floor = ({ column, width }: Placed): number => Math.min(column.minWidth, width);
const gaps = (placed: readonly Placed[]): number => GAP.length * (placed.length - 1);
const total = (placed: readonly Placed[]): number => placed.reduce((sum, p) => sum + p.width, gaps(placed));
const narrowest = (placed: readonly Placed[]): number =>
  placed.reduce((sum, place) => sum + floor(place), gaps(placed));

function withoutLeastImportant(placed: readonly Placed[]): Placed[] {
  const lowest = Math.min(...placed.map(({ column }) => column.priority));
  const dropped = placed.findLastIndex(({ column }) => column.priority === lowest);
  return placed.filter((_, place) => place !== dropped);
}

/** Takes one column of the screen at a time from the widest, so that short values stay whole. */
function shrink(placed: readonly Placed[], width: number): void {
  for (let over = total(placed) - width; over > 0; over -= 1) {
    const shrinkable = placed.filter((place) => place.width > floor(place) || placed.length === 1);
    const widest = shrinkable.reduce((a, b) => (b.width > a.width ? b : a), shrinkable[0] as Placed);
    widest.width -= 1;
  }
}

/** Shares what is left over, one column of the screen at a time, among those that want more. */
function growInto(placed: readonly Placed[], width: number): void {
  let left = width - total(placed);
  while (left > 0) {
    const wanting = placed.filter((place) => place.column.grow && place.width < place.full);
    if (wanting.length === 0) return;
    for (const place of wanting.slice(0, left)) place.width += 1;
    left -= Math.min(left, wanting.length);
  }
}
