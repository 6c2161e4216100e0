/** Blocks of lines set one under the other in a given number of rows: the important ones first, the rest cut. */

import { cut } from './terminal-text.ts';

export interface Block {
  /** null = the lines take the whole width */
  readonly label: string | null;
  /** no wider than the room they are set in */
  readonly lines: readonly string[];
  /** lower is placed earlier when rows are short */
  readonly rank: number;
  /** rows it is given before any other block gets more than its own */
  readonly least: number;
  /** a blank row is set between blocks of different groups, where there is room */
  readonly group: number;
  readonly style: (line: string) => string;
}

/** How wide the labels are, and the text beside them. */
export interface Columns {
  readonly label: number;
  readonly room: number;
}

/**
 * Exactly `rows` lines, in the order of the blocks. A block that is cut ends with `…`.
 */
export function fitBlocks(
  blocks: readonly Block[],
  rows: number,
  { label: labelWidth, room }: Columns,
): string[] {
  const shown = rowsGiven(blocks, rows);
  const visible = blocks.filter((block) => (shown.get(block) ?? 0) > 0);
  let spare = rows - visible.reduce((sum, block) => sum + (shown.get(block) ?? 0), 0);
  const lines: string[] = [];
  visible.forEach((block, place) => {
    const count = shown.get(block) ?? 0;
    if (spare > 0 && (place === 0 || visible[place - 1]?.group !== block.group)) {
      lines.push('');
      spare -= 1;
    }
    block.lines.slice(0, count).forEach((line, i) => {
      const isCut = i === count - 1 && count < block.lines.length;
      const indent = block.label === null ? 0 : labelWidth;
      const label = indent === 0 || i > 0 ? '' : (block.label ?? '');
      const text = isCut ? cut(`${line} …`, room + labelWidth - indent) : line;
      lines.push(label.padEnd(indent) + block.style(text));
    });
  });
  return [...lines, ...Array<string>(Math.max(0, rows - lines.length)).fill('')];
}

function rowsGiven(blocks: readonly Block[], rows: number): ReadonlyMap<Block, number> {
  const ranked = blocks.toSorted((a, b) => a.rank - b.rank);
  const given = new Map<Block, number>();
  let left = Math.max(0, rows);
  for (const wanted of [
    (block: Block) => Math.min(block.least, block.lines.length),
    ({ lines }: Block) => lines.length,
  ]) {
    for (const block of ranked) {
      const more = Math.min(left, wanted(block) - (given.get(block) ?? 0));
      given.set(block, (given.get(block) ?? 0) + more);
      left -= more;
    }
  }
  return given;
}
